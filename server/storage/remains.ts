import type { Kysely } from 'kysely';
import { z } from 'zod';
import { databaseSize, emptyJournal, eraseDeleted } from './erase.ts';
import type { StorageTables } from './tables.ts';

/** Of `meta`: which tables' files hold remains of what adults were promised to be deleted, and since when. */
const key = 'remains';
/** `times`: how often it was noted since, so that what comes while the files are cleaned is not taken for clean. */
const noted = z.object({ since: z.number(), times: z.number(), tables: z.array(z.string()) });

/** A database of this size, bytes, is written anew in a moment that nobody notices. */
const smallEnough = 16 * 1024 * 1024;
/** After this time, ms, a larger one is written anew even by day. */
const longestWait = 24 * 60 * 60 * 1000;

/** Notes, within the transaction that deletes, that the files are to be cleaned: killed before, a server does it later. */
export async function noteRemains<Tables extends StorageTables>(
  within: Kysely<Tables>,
  tables: readonly string[],
  now: number,
): Promise<void> {
  const transaction = within as unknown as Kysely<StorageTables>;
  const before = await read(transaction);
  const all = [...new Set([...(before?.tables ?? []), ...tables])].sort();
  const value = JSON.stringify({ since: before?.since ?? now, times: (before?.times ?? 0) + 1, tables: all });
  await transaction
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/**
 * Writes the files anew where `noteRemains` has noted something. A large database waits for the night, a day at most; its
 * journal is emptied at once.
 *
 * @param options `night`: nobody would notice that the server does nothing for a moment.
 */
export async function cleanRemains<Tables extends StorageTables>(
  database: Kysely<Tables>,
  { now, night }: { readonly now: number; readonly night: boolean },
): Promise<void> {
  const db = database as unknown as Kysely<StorageTables>;
  const due = await read(db);
  if (!due) return;
  const waits = !night && now - due.since < longestWait;
  if (waits && (await databaseSize(db, due.tables)) > smallEnough) return emptyJournal(db, due.tables);
  await eraseDeleted(db, due.tables);
  // What was noted meanwhile is cleaned the next time.
  const value = JSON.stringify(due);
  await db.deleteFrom('meta').where('key', '=', key).where('value', '=', value).execute();
}

async function read(db: Kysely<StorageTables>) {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row && noted.parse(JSON.parse(row.value));
}
