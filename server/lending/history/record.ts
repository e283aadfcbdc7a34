import type { Kysely } from 'kysely';
import type { LendingTables } from '../tables.ts';

/** What happened, in words that are kept as they are for good: names in them are those of that moment. */
export interface HistoryRecord {
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  /** The person's id; null: the server by itself. */
  readonly by: string | null;
  /** What kind of thing happened: `asset.added`, `loan.reserved`, `item.missing`, `note`. */
  readonly kind: `${string}.${string}` | 'note';
  readonly assetId?: string | null;
  readonly loanId?: string | null;
  readonly schoolId?: string | null;
  readonly de: string;
  readonly en: string;
  /** What programs may want of it, such as `{ from: 'usable', to: 'lost' }`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Writes history, within the transaction that makes it true: both happen, or neither. */
export async function record<Tables extends Pick<LendingTables, 'history'>>(
  db: Kysely<Tables>,
  ...records: readonly HistoryRecord[]
): Promise<void> {
  if (records.length === 0) return;
  await (db as unknown as Kysely<Pick<LendingTables, 'history'>>)
    .insertInto('history')
    .values(
      records.map(({ id, at, by, kind, assetId, loanId, schoolId, de, en, facts }) => ({
        id,
        at,
        by,
        kind,
        asset_id: assetId ?? null,
        loan_id: loanId ?? null,
        school_id: schoolId ?? null,
        data: JSON.stringify({ de, en, ...facts }),
      })),
    )
    .execute();
}
