import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './paper-editor.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { PaperKind, PaperTemplate } from '../../../server/api/contract/lending/papers.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { settingsStyles } from './settings-styles.ts';

/** The texts of agreement and records, one at a time. */
@customElement('sb-papers-tab')
@localized()
export class PapersTab extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  @state() private templates: readonly PaperTemplate[] | null = null;
  @state() private kind: PaperKind = 'agreement';
  @state() private problem: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const template = this.templates?.find(({ kind }) => kind === this.kind);
    return html`<section class="panel">
      <div class="field">
        <label for="kind">${msg('Papier')}</label>
        <select
          id="kind"
          data-test="paper-kind"
          @change=${(event: Event) => {
            this.kind = (event.target as HTMLSelectElement).value as PaperKind;
          }}
        >
          <option value="agreement">${msg('Leihvertrag und Schenkungsvertrag')}</option>
          <option value="issue">${msg('Übergabeprotokoll')}</option>
          <option value="return">${msg('Rückgabeprotokoll')}</option>
        </select>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${
        template
          ? keyed(
              this.kind,
              html`<sb-paper-editor
                .kind=${this.kind}
                .template=${template}
                ?locked=${this.person?.duty !== 'admin'}
                ?preview=${this.person?.duty === 'admin' || this.person?.duty === 'logistics'}
                @saved=${this.onSaved}
              ></sb-paper-editor>`,
            )
          : this.problem
            ? html`<div><button class="button" type="button" @click=${this.load}>${msg('Noch einmal')}</button></div>`
            : html`<p role="status">${msg('Texte werden geladen …')}</p>`
      }
    </section>`;
  }

  private onSaved(event: CustomEvent<PaperTemplate>): void {
    const saved = event.detail;
    this.templates = (this.templates ?? []).map((one) => (one.kind === saved.kind ? saved : one));
  }

  private async load(): Promise<void> {
    this.problem = null;
    try {
      this.templates = (await call('paperTemplates', {}, {})).templates;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [controlStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-papers-tab': PapersTab;
  }
}
