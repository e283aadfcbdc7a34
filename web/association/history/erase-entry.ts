import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';

/** Lets admins delete the text of a note that names somebody; the history around it hears of it by itself. */
@customElement('sb-erase-entry')
@localized()
export class EraseEntry extends LitElement {
  @property({ attribute: false }) entry!: HistoryEntry;
  @state() private asking = false;
  private readonly sending = new Sending(this);

  protected override render() {
    return html`<button
        class="button quiet"
        type="button"
        data-test="erase-entry"
        aria-label=${msg('Text der Notiz löschen')}
        title=${msg('Text der Notiz löschen')}
        @click=${() => {
          this.asking = true;
        }}
      >
        ${lendingIcon('trash-2')}
      </button>
      ${this.asking ? this.renderDialog() : ''}`;
  }

  private renderDialog() {
    return html`<sb-dialog-frame open .heading=${msg('Text der Notiz löschen?')} @close=${this.close}>
      <div class="words">
        <p>${msg('Für Notizen, die jemanden beim Namen nennen. Dass es eine gab, bleibt im Verlauf.')}</p>
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.close}>${msg('Behalten')}</button>
          <button class="button danger" type="button" data-test="erase-entry-go" ?disabled=${this.sending.busy} @click=${this.erase}>
            ${lendingIcon('trash-2')}${msg('Endgültig löschen')}
          </button>
        </div>
      </div>
    </sb-dialog-frame>`;
  }

  private close(): void {
    this.asking = false;
    this.sending.forget();
  }

  private async erase(): Promise<void> {
    if (await this.sending.do(() => call('eraseEntry', { entryId: this.entry.id }, {}))) this.asking = false;
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      .words {
        display: grid;
        gap: var(--sb-space-4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-erase-entry': EraseEntry;
  }
}
