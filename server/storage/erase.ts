import { type Kysely, sql } from 'kysely';
import { isPostgres } from './dialect-of.ts';
import type { StorageTables } from './tables.ts';

/**
 * Takes what was deleted out of the journal, where until then the deleted rows can still be read. On PostgreSQL, which
 * only marks rows as deleted, their place in these tables is given free; `eraseDeleted` leaves nothing of them.
 *
 * @param tables those that were deleted from.
 * @throws Error when somebody reads it for longer than 5 s, as a backup may.
 */
export async function emptyJournal(db: Kysely<StorageTables>, tables: readonly string[]): Promise<void> {
  if (isPostgres(db)) {
    await sql`vacuum ${list(tables)}`.execute(db);
    return;
  }
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy) throw new Error('the journal is being read, such as by a backup; it is emptied later');
}

/**
 * Writes anew what was deleted from, so that nothing of it is left in any file of the database.
 *
 * SQLite: the whole database. `secure_delete` overwrites rows where they last were, but copies of them stay behind
 * where a page's rows were once moved to another. Takes about 6 ms for each MB on a laptop, in which the server does
 * nothing else.
 *
 * PostgreSQL: these tables with their indexes, and what the planner has noted of their values. The files that they
 * were in go at once; the write-ahead log goes with the next checkpoint, which is made here if our user may
 * (`pg_checkpoint`), and else by itself within minutes. What an administrator archives of the log is theirs to delete.
 *
 * @param tables those that were deleted from.
 */
export async function eraseDeleted(db: Kysely<StorageTables>, tables: readonly string[]): Promise<void> {
  if (!isPostgres(db)) {
    await sql`vacuum`.execute(db);
    return emptyJournal(db, tables);
  }
  await sql`vacuum (full, analyze) ${list(tables)}`.execute(db);
  await sql`vacuum full pg_catalog.pg_statistic`.execute(db);
  await checkpoint(db);
}

/** How large the database is, in bytes; on PostgreSQL only these tables, as nothing else is written anew. */
export async function databaseSize(db: Kysely<StorageTables>, tables: readonly string[]): Promise<number> {
  const size = isPostgres(db)
    ? sql<{ bytes: number }>`
        select sum(pg_total_relation_size(relation::regclass)) as bytes
        from unnest(${[...tables]}::text[]) as relation`
    : sql<{ bytes: number }>`
        select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`;
  const { rows } = await size.execute(db);
  return rows[0]?.bytes ?? 0;
}

/** Begins a new file of the write-ahead log and gives the old ones up. */
async function checkpoint(db: Kysely<StorageTables>): Promise<void> {
  try {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  } catch (error) {
    if (!mayNot(error)) throw error;
  }
}

/** SQLSTATE 42501: insufficient privilege. */
function mayNot(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

function list(tables: readonly string[]) {
  return sql.join(tables.map((name) => sql.table(name)));
}
