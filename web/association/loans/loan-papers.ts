import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import type { PaperKind } from '../../../server/api/contract/lending/papers.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { mayLend } from './loan-rights.ts';
import { loanStyles } from './loan-styles.ts';
import { dayWord } from './loan-words.ts';

const kinds: readonly PaperKind[] = ['agreement', 'issue', 'return'];

/** The papers of a loan as PDF: a preview until they are signed, then as they were signed, with a mail to the contact. */
@customElement('sb-loan-papers')
@localized()
export class LoanPapers extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private mailed = '';
  private readonly sending = new Sending(this);

  protected override render() {
    const { papers } = this.loan;
    return html`<h2>${msg('Papiere')}</h2>
      <ul class="plain">
        ${kinds.flatMap((kind) => {
          const frozen = papers.filter((paper) => paper.kind === kind);
          if (frozen.length > 0) return frozen.map((paper) => this.renderFrozen(paper));
          return this.makesSense(kind) ? [this.renderPreview(kind)] : [];
        })}
      </ul>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <p role="status" class="hint">${this.mailed}</p>`;
  }

  private renderFrozen(paper: Loan['papers'][number]) {
    return html`<li class="row">
      <a class="button grow" target="_blank" href=${fileAddress('paper', { paperId: paper.id }, {})} data-test="paper-${paper.kind}">
        ${lendingIcon('file-text')}<span>${paperName(paper.kind)}</span>
      </a>
      <span class="quiet-text signed">
        ${paper.signed ? html`${lineIcon('check')}${msg('unterschrieben')}` : msg('auf Papier')}, ${dayWord(paper.at)}
      </span>
      ${
        mayLend(this.person) && this.loan.contactEmail
          ? html`<button class="button quiet" type="button" ?disabled=${this.sending.busy} @click=${() => this.mail(paper.id)}>
              ${lendingIcon('mail')}${msg('Mailen')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private renderPreview(kind: PaperKind) {
    return html`<li class="row">
      <a
        class="button grow"
        target="_blank"
        href=${fileAddress('paperPreview', { loanId: this.loan.id, kind }, {})}
        data-test="preview-${kind}"
      >
        ${lineIcon('printer')}<span>${paperName(kind)}</span>
      </a>
      <span class="quiet-text">${msg('Entwurf')}</span>
    </li>`;
  }

  /** A record of what was never packed says nothing. */
  private makesSense(kind: PaperKind): boolean {
    const { state, kind: loanKind, itemList } = this.loan;
    if (kind === 'return') {
      // What was donated stays; only where something came back nevertheless is there something to record.
      const expected = loanKind === 'loan' || itemList.some((item) => item.backAt !== null);
      return expected && (state === 'out' || state === 'returned' || state === 'closed');
    }
    return state === 'reserved' || state === 'packed' || state === 'out';
  }

  private async mail(paperId: string): Promise<void> {
    this.mailed = '';
    await this.sending.do(async () => {
      const { to } = await call('mailPaper', { paperId }, { to: this.loan.contactEmail });
      this.mailed = `${msg('Gesendet an')} ${to}.`;
    });
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      .button {
        justify-content: flex-start;
      }

      .signed {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-1);
      }

      .hint:empty {
        display: none;
      }
    `,
  ];
}

function paperName(kind: PaperKind): string {
  if (kind === 'agreement') return msg('Leihvertrag');
  return kind === 'issue' ? msg('Übergabeprotokoll') : msg('Rückgabeprotokoll');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-papers': LoanPapers;
  }
}
