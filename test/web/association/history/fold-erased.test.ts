import { expect, it } from 'vitest';
import type { HistoryEntry } from '../../../../server/api/contract/lending/stocktake.ts';
import { foldErased } from '../../../../web/association/history/fold-erased.ts';

const entry = (id: string, erased: boolean): HistoryEntry => ({
  id,
  at: 0,
  by: null,
  kind: 'note',
  assetId: null,
  loanId: null,
  schoolId: null,
  de: '',
  en: '',
  ...(erased ? { erased } : {}),
});

it('makes one line of texts deleted next to each other, and leaves the rest in its order', () => {
  const entries = [
    entry('a', false),
    entry('b', true),
    entry('c', true),
    entry('d', false),
    entry('e', false),
    entry('f', true),
  ];
  const lines = foldErased(entries);
  expect(lines.map((line) => line.map(({ id }) => id))).toEqual([['a'], ['b', 'c'], ['d'], ['e'], ['f']]);
  expect(foldErased([])).toEqual([]);
});
