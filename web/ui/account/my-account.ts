import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './leaving-list.ts';
import './password-field.ts';
import '../dialog-frame.ts';
import '../problem-note.ts';
import type { UnderWay } from '../../../server/api/contract/account-endpoints.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../control-styles.ts';
import { formStyles } from '../form-styles.ts';
import { lendingIcon } from '../lending-icons.ts';
import { Sending } from '../sending.ts';
import { leavingWords } from './leaving-words.ts';
import type { PasswordField } from './password-field.ts';

/** One's own account: what is stored, as a file, and deleting it. Fires `close`, and `gone` once it is deleted. */
@customElement('sb-my-account')
@localized()
export class MyAccount extends LitElement {
  @property({ attribute: false }) person!: PersonView;
  /** null: not asked for deleting. */
  @state() private underWay: UnderWay | null = null;
  private readonly sending = new Sending(this);
  @query('sb-password-field') private password!: PasswordField;

  protected override render() {
    return html`<sb-dialog-frame
      open
      .heading=${this.underWay ? msg('Mein Konto löschen?') : msg('Mein Konto')}
      @close=${this.onClose}
    >
      ${this.underWay ? this.renderDelete(this.underWay) : this.renderStart()}
    </sb-dialog-frame>`;
  }

  private renderStart() {
    return html`<div class="body">
      <p><strong>${this.person.name}</strong><br />${this.person.email}</p>
      <p>${msg('Alles, was dieser Server über Sie gespeichert hat, in einer Datei:')}</p>
      <div>
        <a class="button" href=${fileAddress('myData', {}, {})} download data-test="my-data">
          ${lendingIcon('file-text')}${msg('Meine Daten herunterladen')}
        </a>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button danger" type="button" data-test="delete-me" ?disabled=${this.sending.busy} @click=${this.ask}>
          ${lendingIcon('trash-2')}${msg('Mein Konto löschen')}
        </button>
      </div>
    </div>`;
  }

  private renderDelete(underWay: UnderWay) {
    const blocked = leavingWords(underWay).before.length > 0;
    return html`<form @submit=${this.onSubmit}>
      <sb-leaving-list .underWay=${underWay}></sb-leaving-list>
      ${
        blocked
          ? nothing
          : html`<p><strong>${msg('Das lässt sich nicht zurücknehmen.')}</strong></p>
              <sb-password-field test="delete-me-password"></sb-password-field>`
      }
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.onClose}>${msg('Behalten')}</button>
        ${
          blocked
            ? nothing
            : html`<button class="button danger" data-test="delete-me-go" ?disabled=${this.sending.busy}>
                ${lendingIcon('trash-2')}${msg('Endgültig löschen')}
              </button>`
        }
      </div>
    </form>`;
  }

  private async ask(): Promise<void> {
    await this.sending.do(async () => {
      this.underWay = await call('leaving', {}, {});
    });
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!this.password.reportValidity()) return;
    const password = this.password.value;
    if (await this.sending.do(() => call('deleteMe', {}, { password })))
      this.dispatchEvent(new Event('gone'));
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      .body {
        display: grid;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-my-account': MyAccount;
  }
}
