import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { LabelLanguage } from '../../../server/api/contract/lending/labels.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';

/** The language that the association's labels speak. Fires `saved`. */
@customElement('sb-label-language')
@localized()
export class LabelLanguageChoice extends LitElement {
  @property() language: LabelLanguage = 'de';
  @property({ type: Boolean }) mayChange = false;
  private readonly sending = new Sending(this);

  protected override render() {
    const names = { de: msg('Deutsch'), en: msg('Englisch'), both: msg('Deutsch und Englisch') };
    return html`<div class="field">
        <label for="language">${msg('Sprache der Etiketten')}</label>
        <select
          id="language"
          data-test="labels-language"
          ?disabled=${!this.mayChange || this.sending.busy}
          @change=${(event: Event) => this.save((event.target as HTMLSelectElement).value as LabelLanguage)}
        >
          ${Object.entries(names).map(
            ([language, name]) =>
              html`<option value=${language} ?selected=${language === this.language}>${name}</option>`,
          )}
        </select>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>`;
  }

  private async save(language: LabelLanguage): Promise<void> {
    if (await this.sending.do(() => call('saveLabelLanguage', {}, { language })))
      this.dispatchEvent(new Event('saved'));
  }

  static override styles = [controlStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-label-language': LabelLanguageChoice;
  }
}
