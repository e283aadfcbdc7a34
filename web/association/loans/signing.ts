import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import '../../ui/signature-pad.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { emptyDraft, isComplete, type SignatureDraft, signatureOf } from '../../ui/signature-pad.ts';
import { browserStorage, isPassing, type Kept, KeptDraft } from './kept-draft.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { newRequestId } from './request-id.ts';

/** ms until what the server did not get is sent again. */
const again = 5000;

/**
 * Remarks and the signatures of both ends, for what goes out or comes back. What was signed is kept in the browser
 * until the server has it, and sent again with the same id. Fires `signed` when the server has it.
 */
@customElement('sb-signing')
@localized()
export class Signing extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;
  @property() what: 'hand-over' | 'return' = 'hand-over';
  /** Hand over although something is not packed. */
  @property({ type: Boolean }) withoutUnpacked = false;
  /** What still has to be said before; empty: it can be signed. */
  @property() blocked = '';

  @state() private kept!: Kept;
  private readonly stepping = new LoanStepping(this);
  private store!: KeptDraft;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.store = new KeptDraft(browserStorage(), this.what, this.loan.id);
    this.kept = this.store.read() ?? {
      requestId: newRequestId(),
      sentVersion: null,
      withoutUnpacked: false,
      remarks: '',
      association: { ...emptyDraft, strokes: [], name: this.person?.name ?? '' },
      school: { ...emptyDraft, strokes: [], name: this.loan.contactName },
    };
    // It was on its way when the page was closed.
    if (this.kept.sentVersion !== null) void this.send();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const { association, school, remarks } = this.kept;
    const ready = isComplete(association) && isComplete(school) && this.blocked === '';
    const waiting = this.stepping.problem?.code === 'no-connection';
    return html`<form class="panel block" @submit=${this.onSubmit}>
      <div class="field">
        <label for="remarks">${msg('Bemerkungen')}</label>
        <textarea
          id="remarks"
          maxlength="4000"
          data-test="remarks"
          placeholder=${this.what === 'hand-over' ? msg('Zustand, Kratzer, Absprachen …') : msg('Was aufgefallen ist …')}
          .value=${remarks}
          @input=${(event: InputEvent) => this.change({ remarks: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      <div class="pads">
        <sb-signature-pad
          data-test="sign-association"
          label=${msg('Für den Verein')}
          .draft=${association}
          @draft=${(event: CustomEvent<SignatureDraft>) => this.sign('association', event.detail)}
        ></sb-signature-pad>
        <sb-signature-pad
          data-test="sign-school"
          label=${msg('Für die Schule')}
          .draft=${school}
          @draft=${(event: CustomEvent<SignatureDraft>) => this.sign('school', event.detail)}
        ></sb-signature-pad>
      </div>
      ${
        waiting
          ? html`<sb-notice tone="waiting" data-test="signing-kept">
              ${msg('Der Server ist gerade nicht erreichbar. Die Unterschriften sind hier aufgehoben und werden von selbst noch einmal gesendet. Lassen Sie die Seite offen.')}
            </sb-notice>`
          : html`<sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>`
      }
      <div class="row spread">
        <p class="quiet-text" role="status">
          ${this.blocked || (ready ? nothing : msg('Es fehlt noch eine Unterschrift oder ein Name.'))}
        </p>
        <button class="button primary big" data-test="sign-go" ?disabled=${!ready || this.stepping.busy}>
          ${lendingIcon('signature')}
          ${this.stepping.busy ? msg('Wird gespeichert …') : this.what === 'hand-over' ? msg('Übergabe abschließen') : msg('Rückgabe bestätigen')}
        </button>
      </div>
    </form>`;
  }

  private sign(who: 'association' | 'school', { name, strokes, onPaper }: SignatureDraft): void {
    const drawn = strokes.map((stroke) => stroke.map(([x, y]): [number, number] => [x, y]));
    this.change({ [who]: { name, strokes: drawn, onPaper } });
  }

  private change(part: Partial<Kept>): void {
    this.kept = { ...this.kept, ...part };
    this.store.keep(this.kept);
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.blocked || !isComplete(this.kept.association) || !isComplete(this.kept.school)) return;
    // What was refused is signed anew, for the loan as it is now; what was lost on the way is the same again.
    if (this.kept.sentVersion === null)
      this.change({ sentVersion: this.loan.version, withoutUnpacked: this.withoutUnpacked });
    void this.send();
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const { requestId, sentVersion, withoutUnpacked, remarks, association, school } = this.kept;
    const params = { loanId: this.loan.id };
    const body = {
      requestId,
      remarks,
      signatures: { association: signatureOf(association), school: signatureOf(school) },
    };
    const done = await this.stepping.do(() =>
      this.what === 'hand-over'
        ? call('handOverLoan', params, {
            ...body,
            version: sentVersion ?? this.loan.version,
            withoutUnpacked,
          })
        : call('signReturn', params, body),
    );
    if (done) {
      this.store.forget();
      this.dispatchEvent(new Event('signed'));
    } else if (this.stepping.problem && isPassing(this.stepping.problem.code)) {
      if (this.isConnected) this.timer = setTimeout(() => void this.send(), again);
    } else {
      this.change({ sentVersion: null });
    }
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      .block {
        gap: var(--sb-space-6);
      }

      .pads {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: var(--sb-space-6);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-signing': Signing;
  }
}
