import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../association/calendar/feed-button.ts';
import './my-loan.ts';
import './request-fields.ts';
import '../../ui/account/account-bar.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { loanStyles } from '../../association/loans/loan-styles.ts';
import { Polling } from '../../association/polling.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import type { RequestFields } from './request-fields.ts';

const overStates: readonly Loan['state'][] = ['closed', 'declined', 'cancelled', 'no-show'];

/** Borrowing kits, for teachers: ask in one form, see how it stands. Fires `sign-out`. */
@customElement('sb-teacher-loans')
@localized()
export class TeacherLoans extends LitElement {
  @property({ attribute: false }) person!: PersonView;

  @state() private asking = false;
  @state() private sent = false;
  private readonly sending = new Sending(this);
  @query('sb-request-fields') private fields!: RequestFields;
  private readonly loans = new Polling(this, () => call('myLoans', {}, {}), 15_000);

  protected override render() {
    const loans = this.loans.answer?.loans;
    const asking = this.asking || loans?.length === 0;
    return html`<sb-account-bar .person=${this.person} home="/teacher" @sign-out=${() => this.dispatchEvent(new Event('sign-out'))}>
      </sb-account-bar>
      <main>
        <a class="back" href="/teacher">${lineIcon('arrow-left')}${msg('Zur Startseite')}</a>
        <div class="row spread">
          <h1>${msg('Kits leihen')}</h1>
          <div class="row">
            ${loans?.length && this.person.school ? html`<sb-feed-button .person=${this.person}></sb-feed-button>` : nothing}
            ${
              asking || !loans || !this.person.school
                ? nothing
                : html`<button
                    class="button primary"
                    type="button"
                    data-test="request-new"
                    @click=${() => {
                      this.asking = true;
                      this.sent = false;
                    }}
                  >
                    ${lineIcon('plus')}${msg('Neue Anfrage')}
                  </button>`
            }
          </div>
        </div>
        ${this.sent ? html`<sb-notice tone="good" data-test="request-sent">${msg('Ihre Anfrage ist beim Verein. Hier sehen Sie, wie es weitergeht.')}</sb-notice>` : nothing}
        <sb-problem-note .problem=${this.loans.problem}></sb-problem-note>
        ${this.person.school ? nothing : html`<sb-notice>${msg('Ihr Konto gehört zu keiner Schule. Bitten Sie den Verein, das zu ändern; dann können Sie hier leihen.')}</sb-notice>`}
        ${asking && this.person.school ? this.renderForm(loans?.length === 0) : nothing}
        ${loans ? this.renderLoans(loans) : this.loans.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}
      </main>`;
  }

  private renderForm(first: boolean) {
    return html`<form class="panel block" @submit=${this.onSubmit}>
      ${
        first
          ? html`<p class="welcome">
              ${lendingIcon('package-open')}
              <span>${msg('Ein Kit bringt Raspberry Pis und alle Bauteile mit. Der Verein leiht es Ihrer Schule kostenlos.')}</span>
            </p>`
          : nothing
      }
      <sb-request-fields .contactName=${this.person.name} .contactEmail=${this.person.email}></sb-request-fields>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="row">
        <button class="button primary big" data-test="request-go" ?disabled=${this.sending.busy}>
          ${lendingIcon('handshake')}${this.sending.busy ? msg('Wird gesendet …') : msg('Kits anfragen')}
        </button>
        ${
          first
            ? nothing
            : html`<button
                class="button"
                type="button"
                @click=${() => {
                  this.asking = false;
                }}
              >
                ${msg('Abbrechen')}
              </button>`
        }
      </div>
    </form>`;
  }

  private renderLoans(loans: readonly Loan[]) {
    const open = loans.filter(({ state }) => !overStates.includes(state));
    const over = loans.filter(({ state }) => overStates.includes(state));
    const list = (some: readonly Loan[]) => html`<ul class="plain">
      ${repeat(
        some,
        ({ id }) => id,
        (loan) =>
          html`<li><sb-my-loan .loan=${loan} .associationEmail=${this.loans.answer?.associationEmail ?? ''} @changed=${() => this.loans.now()}></sb-my-loan></li>`,
      )}
    </ul>`;
    return html`${open.length > 0 ? html`<h2>${msg('Ihre Schule')}</h2>${list(open)}` : nothing}
    ${over.length > 0 ? html`<details><summary>${msg('Frühere Leihen')}</summary>${list(over)}</details>` : nothing}`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const wanted = this.fields.read();
    if (!wanted) return;
    await this.sending.do(async () => {
      await call('requestLoan', {}, wanted);
      this.asking = false;
      this.sent = true;
      await this.loans.now();
      scrollTo(0, 0);
    });
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      main {
        display: grid;
        gap: var(--sb-space-4);
        max-width: 60rem;
        margin-inline: auto;
        padding: var(--sb-space-4) var(--sb-space-6) var(--sb-space-8);
      }

      h1 {
        font-size: var(--sb-text-xxl);
      }

      form {
        gap: var(--sb-space-6);
        padding-block: var(--sb-space-6);
      }

      .welcome {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        font-size: var(--sb-text-l);
      }

      .welcome svg.lucide {
        width: 2.5rem;
        height: 2.5rem;
        color: var(--sb-copper);
      }

      ul.plain {
        gap: var(--sb-space-4);
      }

      summary {
        min-height: var(--sb-touch);
        font-weight: 600;
        line-height: var(--sb-touch);
        cursor: pointer;
      }

      @media (max-width: 48rem) {
        main {
          padding-inline: var(--sb-space-3);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-teacher-loans': TeacherLoans;
  }
}
