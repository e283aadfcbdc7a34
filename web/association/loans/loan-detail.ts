import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './erase-loan.ts';
import './loan-actions.ts';
import './loan-lessons.ts';
import './loan-papers.ts';
import './loan-stepper.ts';
import './loan-things.ts';
import '../history/history.ts';
import '../photos/photos.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { listStyles } from '../list-styles.ts';
import { presentItems } from './loan-items.ts';
import { nextAction } from './loan-phases.ts';
import { loanAddress } from './loan-place.ts';
import { mayLend } from './loan-rights.ts';
import { loanStyles } from './loan-styles.ts';
import { dueWords, momentWord, money, spanWords } from './loan-words.ts';

/** All of one loan: where it is, the one next thing to do, what is lent, who, when, papers and history. */
@customElement('sb-loan-detail')
@localized()
export class LoanDetail extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;

  protected override render() {
    const { loan } = this;
    const due = dueWords(loan);
    return html`<a class="back" href="#loans">${lineIcon('arrow-left')}${msg('Alle Leihen')}</a>
      <div class="title">
        <h1><span class="code">${loan.number}</span> ${loan.school.name}</h1>
        <p class="row quiet-text">
          ${loan.school.city ? html`<span>${loan.school.city}</span>` : nothing}
          ${loan.kind === 'donation' ? html`<span class="chip" data-state="requested">${lendingIcon('gift')}${msg('Spende')}</span>` : nothing}
          ${due ? html`<span class="chip" data-state=${loan.overdue ? 'overdue' : loan.state}>${due}</span>` : nothing}
        </p>
      </div>
      <div class="panel block way">
        <sb-loan-stepper .loan=${loan}></sb-loan-stepper>
        ${this.renderNext()}
      </div>
      ${this.renderWarnings()}
      <div class="columns">
        <div class="column">
          ${
            presentItems(loan).length > 0
              ? html`<sb-loan-things .loan=${loan}></sb-loan-things>`
              : html`<section class="panel block">
                  <h2>${msg('Kits und Geräte')}</h2>
                  <p class="quiet-text">${msg('Noch nichts reserviert.')}</p>
                </section>`
          }
          ${this.renderPhotos()}
          <section class="panel block"><sb-lending-history .loanId=${loan.id} .person=${this.person}></sb-lending-history></section>
        </div>
        <div class="column">
          ${this.renderWish()} ${loan.erasedAt === null ? this.renderContact() : nothing}
          ${withPapers(loan) ? html`<sb-loan-papers class="panel block" .loan=${loan} .person=${this.person}></sb-loan-papers>` : nothing}
          ${mayLend(this.person) ? html`<sb-loan-actions class="panel block" .loan=${loan}></sb-loan-actions>` : nothing}
          <sb-erase-loan .loan=${loan} .person=${this.person}></sb-erase-loan>
        </div>
      </div>`;
  }

  private renderNext() {
    const { loan } = this;
    const next = mayLend(this.person) ? nextAction(loan) : null;
    if (!next) return nothing;
    return html`<div class="next">
      <a class="button primary big" href=${loanAddress(loan.id, next.stage)} data-test="loan-next" data-stage=${next.stage}>
        ${lendingIcon(next.icon)}${next.name}
      </a>
      <p class="quiet-text">${next.why}</p>
    </div>`;
  }

  private renderWarnings() {
    const { warnings } = this.loan;
    if (warnings.length === 0) return nothing;
    return html`<ul class="plain" aria-label=${msg('Zu beachten')}>
      ${warnings.map((warning) => html`<li class="note">${lineIcon('triangle-alert')}<span>${warning[language()]}</span></li>`)}
    </ul>`;
  }

  private renderWish() {
    const { loan } = this;
    return html`<section class="panel block" aria-labelledby="wish">
      <h2 id="wish">${msg('Wann und wofür')}</h2>
      <dl>
        <dt>${msg('Zeit')}</dt>
        <dd>${spanWords(loan)}</dd>
        <dt>${msg('Kinder')}</dt>
        <dd>${loan.pupils}</dd>
        ${
          loan.lessons.length > 0
            ? html`<dt>${msg('Lektionen')}</dt>
                <dd><sb-loan-lessons .ids=${loan.lessons}></sb-loan-lessons></dd>`
            : nothing
        }
        ${
          loan.wish
            ? html`<dt>${msg('Wünsche')}</dt>
                <dd class="said">${loan.wish}</dd>`
            : nothing
        }
        ${
          loan.note
            ? html`<dt>${msg('Notiz des Vereins')}</dt>
                <dd class="said">${loan.note}</dd>`
            : nothing
        }
        ${
          loan.valueCents > 0
            ? html`<dt>${msg('Wert')}</dt>
                <dd>${money(loan.valueCents)}</dd>`
            : nothing
        }
        <dt>${msg('Angefragt')}</dt>
        <dd>${loan.requestedBy ? msg(str`${momentWord(loan.requestedAt)}, von ${personName(loan.requestedBy)}`) : momentWord(loan.requestedAt)}</dd>
      </dl>
    </section>`;
  }

  private renderContact() {
    const { contactName, contactEmail, contactPhone, school } = this.loan;
    return html`<section class="panel block" aria-labelledby="contact">
      <h2 id="contact">${msg('Kontakt')}</h2>
      <p><strong>${contactName}</strong><br />${school.name}</p>
      <p class="row">
        ${contactEmail ? html`<a class="button" href="mailto:${contactEmail}">${lendingIcon('mail')}${contactEmail}</a>` : nothing}
        ${contactPhone ? html`<a class="button" href="tel:${contactPhone.replace(/[^\d+]/g, '')}">${contactPhone}</a>` : nothing}
        <a class="button quiet" href="#schools/${encodeURIComponent(school.id)}">${lineIcon('school')}${msg('Zur Schule')}</a>
      </p>
      <p class="hint">${msg('Gilt für diese Leihe. Was sich bei der Schule ändert, ändert sich hier nicht.')}</p>
    </section>`;
  }

  private renderPhotos() {
    return html`<section class="panel block" aria-labelledby="photos">
      <h2 id="photos">${msg('Fotos')}</h2>
      <sb-photos
        .loanId=${this.loan.id}
        ?canAdd=${mayLend(this.person)}
      ></sb-photos>
    </section>`;
  }

  static override styles = [
    controlStyles,
    listStyles,
    loanStyles,
    css`
      .title {
        display: grid;
        gap: var(--sb-space-2);
      }

      h1 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--sb-space-3);
      }

      h1 .code {
        color: var(--sb-good);
      }

      .way {
        gap: var(--sb-space-6);
        padding-block: var(--sb-space-6);
      }

      .next {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-3) var(--sb-space-4);
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.5fr) minmax(17rem, 1fr);
        align-items: start;
        gap: var(--sb-space-4);
      }

      .column {
        display: grid;
        gap: var(--sb-space-4);
        min-width: 0;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--sb-space-2) var(--sb-space-4);
        margin: 0;
      }

      dt {
        color: var(--sb-ink-quiet);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .said {
        white-space: pre-line;
      }

      .button {
        max-width: 100%;
        overflow-wrap: anywhere;
      }

      @media (max-width: 64rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      @media (max-width: 48rem) {
        .next .button {
          width: 100%;
        }
      }
    `,
  ];
}

/** Before anything is reserved there is no paper; papers that were made stay. */
function withPapers({ state, papers }: Loan): boolean {
  return papers.length > 0 || !['requested', 'declined', 'cancelled', 'no-show'].includes(state);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-detail': LoanDetail;
  }
}
