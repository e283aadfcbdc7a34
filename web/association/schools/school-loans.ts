import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { detailStyles } from './detail-styles.ts';

/** States in which a loan is over, or never came to be. */
const over: readonly LoanLine['state'][] = ['closed', 'declined', 'cancelled', 'no-show'];

/** A school's loans: those of now and to come, then those before. */
@customElement('sb-school-loans')
@localized()
export class SchoolLoans extends LitElement {
  @property({ attribute: false }) loans: readonly LoanLine[] = [];
  /** How many there are in all; the last ones are given. */
  @property({ type: Number }) total = 0;

  protected override render() {
    const { loans } = this;
    const before = loans.filter(({ state }) => over.includes(state));
    const now = loans.filter(({ state }) => !over.includes(state));
    return html`<section>
        <h3>${msg('Leihen und Spenden jetzt')}</h3>
        ${now.length === 0 ? html`<p class="quiet-text">${msg('Gerade keine.')}</p>` : this.renderLines(now)}
      </section>
      ${
        before.length === 0
          ? nothing
          : html`<details data-test="loans-before">
              <summary>${msg(str`Früher (${before.length})`)}</summary>
              ${this.renderLines(before)}
            </details>`
      }
      ${this.total > loans.length ? html`<p class="hint">${msg(str`Gezeigt werden ${loans.length} von ${this.total}.`)}</p>` : nothing}`;
  }

  private renderLines(loans: readonly LoanLine[]) {
    return html`<ul class="lines">
      ${loans.map(
        (loan) => html`<li>
          <a href="#loans/${loan.id}">
            ${loan.kind === 'donation' ? lendingIcon('gift') : lendingIcon('handshake')}
            <strong>${loan.number}</strong> <span>${loan.codes.join(', ')}</span>
            <span class="quiet-text">${timeOf(loan)}</span>
          </a>
        </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    controlStyles,
    detailStyles,
    css`
      .lines svg.lucide {
        color: var(--sb-good);
      }

      summary {
        min-height: var(--sb-touch);
        padding-block: var(--sb-space-3);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];
}

function timeOf(loan: LoanLine): string {
  const day = (at: number) => new Date(at).toLocaleDateString(dateLocale());
  return loan.kind === 'donation' ? day(loan.startsAt) : `${day(loan.startsAt)} – ${day(loan.endsAt)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-loans': SchoolLoans;
  }
}
