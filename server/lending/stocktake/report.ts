import type { Stocktake, StocktakeItem } from '../../api/contract/lending/stocktake.ts';
import { csvBytes, guarded } from '../exchange/csv/write-csv.ts';

const states: Readonly<Record<StocktakeItem['state'], string>> = {
  missing: 'fehlt',
  foreign: 'fremdes Etikett',
  unexpected: 'nicht erwartet',
  found: 'gefunden',
};

const whereabouts = { here: 'hier', packed: 'gepackt', out: 'verliehen', donated: 'gespendet' } as const;

/** What is missing first, what was found last; within that by code. */
export function sortedItems(items: readonly StocktakeItem[]): StocktakeItem[] {
  const order = Object.keys(states);
  return items.toSorted(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) ||
      one.code.localeCompare(other.code, 'de', { numeric: true }),
  );
}

/** A stocktake as a table, as German spreadsheets open it. */
export function stocktakeReport({ items }: Stocktake): Buffer {
  const time = new Intl.DateTimeFormat('de-DE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  });
  const rows = sortedItems(items).map(({ asset, code, state, at, by }) => [
    guarded(code),
    guarded(asset?.name ?? ''),
    states[state],
    guarded(asset?.place ?? ''),
    asset ? whereabouts[asset.whereabouts] : '',
    guarded(asset?.school?.name ?? ''),
    at === null ? '' : time.format(at),
    guarded(by?.name ?? ''),
  ]);
  return csvBytes(
    [['Code', 'Name', 'Inventur', 'Ort', 'Verbleib', 'Schule', 'Gescannt', 'Von'], ...rows],
    ';',
  );
}
