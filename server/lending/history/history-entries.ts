import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { HistoryEntry } from '../../api/contract/lending/stocktake.ts';
import type { LendingDatabase } from '../interface.ts';
import { personLines } from '../people.ts';
import type { LendingTables } from '../tables.ts';
import { erasedText } from './erased-text.ts';
import { detailPattern, lineOf } from './record.ts';

/** What a history is of; several: what concerns any of them. */
export interface HistorySubject {
  readonly assetId?: string | undefined;
  readonly loanId?: string | undefined;
  readonly schoolId?: string | undefined;
}

/** Entries that are given at once; more only where they happened in one moment. */
const pageSize = 50;

type Row = Selectable<LendingTables['history']>;

const sentences = z.object({ de: z.string(), en: z.string() });

/**
 * The history of a thing, a loan or a school, newest first. What a step did with single things stands in its line, but in
 * the history of a thing, which has only its own.
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
          ...(['loanId', 'schoolId'] as const).flatMap((key) => {
            const id = subject[key];
            const column = key === 'loanId' ? 'loan_id' : 'school_id';
            return id ? [where.and([where(column, '=', id), where('id', 'not like', detailPattern)])] : [];
          }),
        ]),
      );
    return before === undefined ? rows : rows.where('at', '<', before);
  };
  const rows = await of().orderBy('at', 'desc').orderBy('id').limit(pageSize).execute();
  const last = rows.at(-1);
  if (rows.length < pageSize || !last) return withDetails(db, rows, subject);
  // What happened in the same moment comes whole: the next page begins before it.
  const moment = await of().where('at', '=', last.at).orderBy('id').execute();
  return withDetails(db, [...rows.filter(({ at }) => at !== last.at), ...moment], subject);
}

async function withDetails(
  db: LendingDatabase,
  rows: readonly Row[],
  { loanId, schoolId }: HistorySubject,
): Promise<HistoryEntry[]> {
  const entries = await toEntries(db, rows);
  const [newest, oldest] = [rows[0]?.at, rows.at(-1)?.at];
  if ((!loanId && !schoolId) || newest === undefined || oldest === undefined) return entries;
  const found = await db
    .selectFrom('history')
    .selectAll()
    .where((where) =>
      where.or([
        ...(loanId ? [where('loan_id', '=', loanId)] : []),
        ...(schoolId ? [where('school_id', '=', schoolId)] : []),
      ]),
    )
    .where('at', '<=', newest)
    .where('at', '>=', oldest)
    .where('id', 'like', detailPattern)
    .execute();
  // Compared here, as databases differ in how they sort such ids.
  const inOrder = found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const details = Map.groupBy(inOrder, ({ id }) => lineOf(id));
  return entries.map((entry) => {
    const own = details.get(entry.id);
    return own
      ? { ...entry, details: own.map((row) => ({ assetId: row.asset_id, ...wordsOf(row) })) }
      : entry;
  });
}

function wordsOf({ data }: Row): { de: string; en: string } {
  return sentences.parse(JSON.parse(data));
}

/** Rows of the history as people read them. */
export async function toEntries(db: LendingDatabase, rows: readonly Row[]): Promise<HistoryEntry[]> {
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
    ...wordsOf(row),
    ...(row.data === erasedText ? { erased: true as const } : {}),
  }));
}
