import { codeOf } from '../../assets/code.ts';
import { record } from '../../history/record.ts';
import type { LendingDatabase } from '../../interface.ts';
import type { LendingTables } from '../../tables.ts';
import type { PlanParts } from '../import-table.ts';
import type { assetColumns } from './asset-columns.ts';

type Cols = typeof assetColumns;
export type AssetRow = LendingTables['asset'];

/** A thing as it is and as a row of a file wants it. */
export interface AssetChange {
  readonly row: number;
  /** null: it is new. */
  readonly before: AssetRow | null;
  after: AssetRow;
  /** The code of what it is to be in; null: of nothing; undefined: the file does not say. */
  readonly parent: string | null | undefined;
}

/** Writes things with their history, in the transaction of `db`; tells which. */
export async function writeAssets(
  db: LendingDatabase,
  { newId, now, by }: PlanParts,
  changes: readonly AssetChange[],
): Promise<string[]> {
  const added = changes.filter(({ before }) => before === null).map(({ after }) => after);
  // SQLite takes at most 32,766 values in a statement.
  for (let first = 0; first < added.length; first += 500) {
    await db
      .insertInto('asset')
      .values(added.slice(first, first + 500))
      .execute();
  }
  for (const { before, after } of changes) {
    if (before) await db.updateTable('asset').set(after).where('id', '=', after.id).execute();
  }
  const records = changes.map(({ before, after }) => ({
    id: newId(),
    at: now(),
    by,
    kind: before ? ('asset.changed' as const) : ('asset.added' as const),
    assetId: after.id,
    de: `${codeOf(after)} ${after.name} ${before ? 'durch einen Import geändert' : 'durch einen Import angelegt'}`,
    en: `${codeOf(after)} ${after.name} ${before ? 'changed' : 'added'} by an import`,
    facts: before ? { columns: changedColumns(before, after) } : {},
  }));
  for (let first = 0; first < records.length; first += 500) {
    await record(db, ...records.slice(first, first + 500));
  }
  return changes.map(({ after }) => after.id);
}

const columnOfField = {
  name: 'name',
  parent_id: 'parent',
  place: 'place',
  serial: 'serial',
  model: 'model',
  condition: 'condition',
  sponsor_id: 'sponsor',
  funding: 'funding',
  purchased_on: 'purchasedOn',
  purchase_cents: 'purchaseCents',
  note: 'note',
} as const satisfies Partial<Record<keyof AssetRow, keyof Cols>>;

/** The columns in which both differ. */
export function changedColumns(before: AssetRow, after: AssetRow): (keyof Cols)[] {
  return (Object.keys(columnOfField) as (keyof typeof columnOfField)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => columnOfField[field]);
}
