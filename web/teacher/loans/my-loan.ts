import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../association/loans/loan-lessons.ts';
import '../../association/loans/loan-papers.ts';
import '../../association/loans/loan-stepper.ts';
import './my-loan-things.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { loanStyles } from '../../association/loans/loan-styles.ts';
import { dueWords, spanWords } from '../../association/loans/loan-words.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';

/** One loan as its school sees it: where it is, in plain words, what comes, its papers. Fires `changed` when it was taken back. */
@customElement('sb-my-loan')
@localized()
export class MyLoan extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  /** Whom to write to for a longer time; empty: unknown. */
  @property() associationEmail = '';

  @state() private asking = false;
  private readonly sending = new Sending(this);

  protected override render() {
    const { loan } = this;
    const due = dueWords(loan);
    const kits = loan.codes.length;
    return html`<article class="panel block" data-test="my-loan" data-number=${loan.number} data-state=${loan.state}>
      <div class="row spread">
        <h3>${spanWords(loan)}</h3>
        ${due ? html`<span class="chip" data-state=${loan.overdue ? 'overdue' : loan.state}>${due}</span>` : nothing}
      </div>
      <p>${plainState(loan)}</p>
      ${loan.reason ? html`<p class="quiet-text" data-test="my-reason">${loan.reason}</p>` : nothing}
      <sb-loan-stepper .loan=${loan}></sb-loan-stepper>
      <p class="quiet-text">
        <span class="code">${loan.number}</span> · ${loan.pupils === 1 ? msg('1 Kind') : msg(str`${loan.pupils} Kinder`)}
        ${kits > 0 ? html` · ${loan.codes.join(', ')}` : nothing}
      </p>
      ${loan.lessons.length > 0 ? html`<sb-loan-lessons .ids=${loan.lessons}></sb-loan-lessons>` : nothing}
      ${loan.state === 'requested' || loan.state === 'declined' || loan.state === 'cancelled' || loan.state === 'no-show' ? nothing : html`<sb-loan-papers class="papers" .loan=${loan}></sb-loan-papers>`}
      ${loan.state === 'declined' || loan.state === 'cancelled' || loan.state === 'no-show' ? nothing : html`<sb-my-loan-things .loan=${loan}></sb-my-loan-things>`}
      <div class="row">
        ${
          loan.steps.includes('cancel')
            ? html`<button
                class="button"
                type="button"
                data-test="my-cancel"
                @click=${() => {
                  this.asking = true;
                }}
              >
                ${loan.state === 'requested' ? msg('Anfrage zurückziehen') : msg('Absagen')}
              </button>`
            : nothing
        }
        ${this.mails().map(([name, words]) => html`<a class="button" href=${this.mail(words)} data-test=${`my-mail-${name}`}>${lendingIcon('mail')}${words}</a>`)}
      </div>
      ${this.asking ? this.renderAsk() : nothing}
    </article>`;
  }

  private renderAsk() {
    const close = () => {
      this.asking = false;
    };
    return html`<sb-dialog-frame open heading=${msg('Wirklich absagen?')} @close=${close}>
      <p>${msg('Die Kits sind dann wieder für andere frei.')}</p>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="row end">
        <button class="button" type="button" @click=${close}>${msg('Behalten')}</button>
        <button class="button danger" type="button" data-test="my-cancel-go" ?disabled=${this.sending.busy} @click=${this.cancel}>
          ${msg('Absagen')}
        </button>
      </div>
    </sb-dialog-frame>`;
  }

  private async cancel(): Promise<void> {
    await this.sending.do(async () => {
      const { id: loanId, version } = this.loan;
      await call('cancelMyLoan', { loanId }, { version, reason: '' });
      this.asking = false;
      this.dispatchEvent(new Event('changed'));
    });
  }

  /** What a school may want of the association now, by mail: it is people who decide. */
  private mails(): readonly (readonly [name: string, words: string])[] {
    const { loan } = this;
    if (!this.associationEmail) return [];
    if (loan.steps.includes('cancel')) return [['change', msg('Etwas ändern')]];
    if (loan.state !== 'out' || loan.kind !== 'loan') return [];
    return [
      ['longer', msg('Um Verlängerung bitten')],
      ['return', msg('Rückgabe verabreden')],
    ];
  }

  /** A mail that says already what it is about, so that the association knows at once. */
  private mail(words: string): string {
    const { loan } = this;
    const subject = msg(str`${words}: Leihe ${loan.number}`);
    const things = loan.codes.length > 0 ? ` (${loan.codes.join(', ')})` : '';
    const body = `${loan.school.name}, ${loan.number}${things}\n${spanWords(loan)}\n\n`;
    return `mailto:${this.associationEmail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      .papers {
        display: grid;
        gap: var(--sb-space-2);
      }

      .end {
        justify-content: flex-end;
        margin-top: var(--sb-space-4);
      }
    `,
  ];
}

/** What the state means to a school, in a sentence. */
function plainState(loan: Loan): string {
  const things = loan.itemsOut === 1 ? msg('1 Teil') : msg(str`${loan.itemsOut} Teile`);
  switch (loan.state) {
    case 'requested':
      return msg('Der Verein hat Ihre Anfrage und sucht passende Kits.');
    case 'reserved':
      return msg('Die Kits sind für Sie reserviert.');
    case 'packed':
      return msg('Die Kits sind gepackt und können abgeholt werden.');
    case 'out':
      if (loan.kind === 'donation') return msg('Die Kits gehören Ihrer Schule.');
      return loan.overdue
        ? msg(str`Bitte bringen Sie zurück, was noch fehlt: ${things}.`)
        : msg('Die Kits sind bei Ihnen. Viel Freude damit!');
    case 'returned':
      return msg('Alles ist zurück beim Verein. Danke!');
    case 'closed':
      return msg('Alles ist zurück und eingeräumt. Danke!');
    case 'declined':
      return msg('Der Verein kann diesmal leider nicht helfen.');
    case 'cancelled':
      return msg('Diese Leihe wurde abgesagt.');
    case 'no-show':
      return msg('Die Kits wurden nicht abgeholt.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-my-loan': MyLoan;
  }
}
