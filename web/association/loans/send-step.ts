import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import type { KeptStep } from './kept-steps.ts';

/** Does one step that was said at a loan's boxes. */
export function sendStep(loanId: string, step: KeptStep): Promise<Loan> {
  const params = { loanId };
  if (step.what === 'pack') return call('packItem', params, { code: step.code, packed: step.packed });
  if (step.what === 'out') return call('undoReturn', params, { itemId: step.itemId, state: 'out' });
  const { requestId, items } = step;
  return call('returnItems', params, {
    requestId,
    items: items.map((item) => ({ ...item, state: 'back' as const })),
    parts: [],
  });
}
