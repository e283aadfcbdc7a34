import type { Kysely } from 'kysely';
import type { LendingTables } from '../tables.ts';

/** A sentence, in words that are kept as they are for good: names of things in it are those of that moment. */
interface Words {
  /** What kind of thing happened: `asset.added`, `loan.reserved`, `item.missing`, `note`. */
  readonly kind: `${string}.${string}` | 'note';
  readonly assetId?: string | null;
  readonly de: string;
  readonly en: string;
  /** What programs may want of it, such as `{ from: 'usable', to: 'lost' }`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * What happened. Nobody's name and no address stands in what the server writes: who did it is `by`, whom it concerned
 * their loan says, as long as it may be known.
 */
export interface HistoryRecord extends Words {
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  /** The person's id; null: the server by itself. */
  readonly by: string | null;
  readonly loanId?: string | null;
  readonly schoolId?: string | null;
  /** What it did with single things: part of this line where a loan is read, a line of its own where a thing is. */
  readonly details?: readonly HistoryDetail[];
}

export type HistoryDetail = Words;

/** Between the id of a line and the place of a detail in it; no other id has it. */
const mark = '~';

/** Writes history, within the transaction that makes it true: both happen, or neither. */
export async function record<Tables extends Pick<LendingTables, 'history'>>(
  db: Kysely<Tables>,
  ...records: readonly HistoryRecord[]
): Promise<void> {
  const rows = records.flatMap((line) => {
    const { id, at, by, loanId, schoolId, details = [] } = line;
    const shared = { at, by, loan_id: loanId ?? null, school_id: schoolId ?? null };
    const row = ({ kind, assetId, de, en, facts }: Words, rowId: string) => ({
      ...shared,
      id: rowId,
      kind,
      asset_id: assetId ?? null,
      data: JSON.stringify({ de, en, ...facts }),
    });
    return [
      row(line, id),
      ...details.map((detail, index) => row(detail, `${id}${mark}${String(index + 1).padStart(4, '0')}`)),
    ];
  });
  // SQLite takes at most 32,766 values in a statement.
  for (let first = 0; first < rows.length; first += 1000) {
    await (db as unknown as Kysely<Pick<LendingTables, 'history'>>)
      .insertInto('history')
      .values(rows.slice(first, first + 1000))
      .execute();
  }
}

/** What an id of a detail is like, for `like`. */
export const detailPattern = `%${mark}%`;

/** The line that a detail belongs to. */
export function lineOf(detailId: string): string {
  return detailId.slice(0, detailId.indexOf(mark));
}
