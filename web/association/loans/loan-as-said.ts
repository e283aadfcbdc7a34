import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import type { KeptStep } from './kept-steps.ts';

/** A loan's things as they are once the server has done what was said: what people see at once, before it answers. */
export function loanAsSaid(loan: Loan, steps: readonly KeptStep[]): Loan {
  if (steps.length === 0) return loan;
  return { ...loan, itemList: loan.itemList.map((item) => steps.reduce(itemAsSaid, item)) };
}

function itemAsSaid(item: LoanItem, step: KeptStep): LoanItem {
  const state = stateAsSaid(item, step);
  return state === item.state ? item : { ...item, state };
}

function stateAsSaid({ id, asset, state }: LoanItem, step: KeptStep): LoanItem['state'] {
  if (step.what === 'pack') {
    const turns = asset.code === step.code && (state === 'reserved' || state === 'packed');
    return turns ? (step.packed ? 'packed' : 'reserved') : state;
  }
  if (step.what === 'back')
    return step.items.some(({ itemId }) => itemId === id) && state === 'out' ? 'back' : state;
  return step.itemId === id && state === 'back' ? 'out' : state;
}
