import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type DatabasePlace, openDatabase } from './open-database.ts';

/**
 * Takes everything out of a demo classroom's database, so that it begins again at the next opening.
 *
 * @throws StorageError when it is a real server's, or in use.
 */
export async function emptyDemoDatabase(place: Omit<DatabasePlace, 'kind'>): Promise<void> {
  const { db, close } = await openDatabase({ ...place, kind: 'demo' });
  try {
    if (place.databaseUrl) {
      for (const { name } of await db.introspection.getTables({ withInternalKyselyTables: true })) {
        await sql`drop table ${sql.table(name)} cascade`.execute(db);
      }
      await sql`drop function if exists history_is_final()`.execute(db);
    }
  } finally {
    await close();
  }
  if (place.databaseUrl) return;
  for (const ending of ['', '-wal', '-shm']) {
    await rm(join(place.dataDir, `steckbrett.sqlite${ending}`), { force: true });
  }
}
