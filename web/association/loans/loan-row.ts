import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { loanAddress } from './loan-place.ts';
import { dueWords, spanWords, stateWord } from './loan-words.ts';

/** One loan of the list: its number, whose it is, when, what, and where it is. */
export function loanRow(loan: LoanLine) {
  const due = dueWords(loan);
  return html`<a class="loan" href=${loanAddress(loan.id)} data-test="loan-row" data-number=${loan.number} data-state=${loan.state}>
      <span class="number code">${loan.number}</span>
      <span class="who">
        <strong>${loan.school.name}</strong>
        <span class="quiet-text">${loan.school.city}</span>
      </span>
      <span class="when">
        <span>${spanWords(loan)}</span>
        ${due ? html`<span class="due" data-late=${loan.overdue ? 'yes' : 'no'}>${due}</span>` : nothing}
      </span>
      <span class="what">
        ${loan.codes.slice(0, 6).map((code) => html`<span class="code tag">${code}</span>`)}
        ${loan.codes.length > 6 ? html`<span class="quiet-text">+${loan.codes.length - 6}</span>` : nothing}
        ${renderItems(loan)}
      </span>
      <span class="state">
        <span class="chip" data-state=${loan.overdue ? 'overdue' : loan.state}>
          ${loan.overdue ? msg('überfällig') : loan.kind === 'donation' && loan.state === 'out' ? msg('gespendet') : stateWord(loan.state)}
        </span>
        ${loan.kind === 'donation' ? html`<span class="gift" role="img" aria-label=${msg('Spende')}>${lendingIcon('gift')}</span>` : nothing}
      </span>
    </a>`;
}

function renderItems(loan: LoanLine) {
  if (loan.state === 'requested')
    return html`<span class="quiet-text">${loan.pupils === 1 ? msg('für 1 Kind') : msg(str`für ${loan.pupils} Kinder`)}</span>`;
  if (loan.items === 0) return nothing;
  // Only a part of it is back: the bar says how much.
  const partly = loan.state === 'out' && loan.kind === 'loan' && loan.itemsOut < loan.items;
  if (!partly)
    return html`<span class="quiet-text">${loan.items === 1 ? msg('1 Teil') : msg(str`${loan.items} Teile`)}</span>`;
  return html`<span class="bar">
      <span class="track" aria-hidden="true"><i style="width: ${(1 - loan.itemsOut / loan.items) * 100}%"></i></span>
      <span class="quiet-text">${msg(str`${loan.itemsOut} von ${loan.items} draußen`)}</span>
    </span>`;
}

/** How a row looks in its list, which is the container. */
export const loanRowStyles = css`
  li + li {
    border-top: 1px solid var(--sb-line);
  }

  .loan {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 1.2fr) 8.5rem;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-4);
    min-height: 4.25rem;
    padding: var(--sb-space-3) var(--sb-space-4);
    color: inherit;
    text-decoration: none;
  }

  .loan:hover {
    background: var(--sb-surface-sunk);
  }

  .loan:focus-visible {
    outline-offset: -3px;
  }

  .who,
  .when {
    display: grid;
    min-width: 0;
  }

  .due {
    font-weight: 650;
  }

  .due[data-late='yes'] {
    color: var(--sb-stop-deep);
  }

  .what,
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-2);
  }

  .state {
    justify-content: flex-end;
  }

  .gift {
    display: flex;
    color: var(--sb-copper);
  }

  .tag {
    padding: 0 0.4rem;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius-s);
    font-size: var(--sb-text-s);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  .track {
    width: 3.5rem;
    height: 0.5rem;
    border-radius: 999px;
    background: var(--sb-waiting);
    overflow: hidden;
  }

  .track i {
    display: block;
    height: 100%;
    background: var(--sb-good);
  }

  @container (width < 52rem) {
    .loan {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }

    .who {
      grid-column: 1;
      grid-row: 1;
    }

    .state {
      grid-column: 2;
      grid-row: 1;
    }

    .number {
      grid-column: 2;
      grid-row: 2;
      color: var(--sb-ink-quiet);
      text-align: right;
    }

    .when {
      grid-column: 1;
      grid-row: 2;
    }

    .what {
      grid-column: 1 / -1;
    }
  }
`;
