import type { ImportTable, RowPlan } from '../import-table.ts';
import type { AssetChange } from './asset-changes.ts';
import { assetColumns } from './asset-columns.ts';
import { AssetPlanner } from './asset-planner.ts';

type Cols = typeof assetColumns;

/** Imports things, known by the code on their label; those without one get the next number of their kind. */
export const assetImport: ImportTable<Cols> = {
  columns: assetColumns,
  what: 'asset',
  example: [
    {
      code: 'K101',
      name: 'Kit 101',
      place: 'Regal 3',
      condition: 'usable',
      funding: 'Spende',
      purchasedOn: '2026-09-01',
      purchaseCents: 18990,
    },
    { kind: 'part', name: 'Netzteil 15 W', parent: 'K101', serial: 'PSU-2231', purchaseCents: 950 },
  ],

  async plan(db, rows, parts) {
    const planner = await AssetPlanner.begin(db, parts);
    const changes: (AssetChange | RowPlan)[] = [];
    for (const read of rows) changes.push(await planner.change(read));
    const plans = changes.map((change) => ('does' in change ? change : planner.settle(change)));
    return {
      rows: plans,
      write: () => planner.write(),
    };
  },
};
