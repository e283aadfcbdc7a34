import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { HistoryEntry } from '../../api/contract/lending/stocktake.ts';
import type { LendingDatabase } from '../interface.ts';
import { personLines } from '../people.ts';
import type { LendingTables } from '../tables.ts';

/** What a history is of; several: what concerns any of them. */
export interface HistorySubject {
  readonly assetId?: string | undefined;
  readonly loanId?: string | undefined;
  readonly schoolId?: string | undefined;
}

/** Entries that are given at once; more only where they happened in one moment. */
const pageSize = 50;

const sentences = z.object({ de: z.string(), en: z.string() });

/**
 * The history of a thing, a loan or a school, newest first.
 *
 * @param before ms since 1970: only what happened earlier.
 */
export async function historyEntries(
  db: LendingDatabase,
  subject: HistorySubject,
  before?: number,
): Promise<HistoryEntry[]> {
  const of = () => {
    const rows = db
      .selectFrom('history')
      .selectAll()
      .where((where) =>
        where.or([
          ...(subject.assetId ? [where('asset_id', '=', subject.assetId)] : []),
          ...(subject.loanId ? [where('loan_id', '=', subject.loanId)] : []),
          ...(subject.schoolId ? [where('school_id', '=', subject.schoolId)] : []),
        ]),
      );
    return before === undefined ? rows : rows.where('at', '<', before);
  };
  const rows = await of().orderBy('at', 'desc').orderBy('id').limit(pageSize).execute();
  const last = rows.at(-1);
  if (rows.length < pageSize || !last) return toEntries(db, rows);
  // What happened in the same moment comes whole: the next page begins before it.
  const moment = await of().where('at', '=', last.at).orderBy('id').execute();
  return toEntries(db, [...rows.filter(({ at }) => at !== last.at), ...moment]);
}

/** Rows of the history as people read them. */
export async function toEntries(
  db: LendingDatabase,
  rows: readonly Selectable<LendingTables['history']>[],
): Promise<HistoryEntry[]> {
  const people = await personLines(
    db,
    rows.map(({ by }) => by),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: (row.by && people.get(row.by)) || null,
    kind: row.kind,
    assetId: row.asset_id,
    loanId: row.loan_id,
    schoolId: row.school_id,
    ...sentences.parse(JSON.parse(row.data)),
  }));
}
