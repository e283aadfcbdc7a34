import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { lockFolder } from '../../server/storage/folder-lock.ts';
import { openDatabase } from '../../server/storage/open-database.ts';
import { NodeSqliteDialect, openSqlite } from '../../server/storage/sqlite-dialect.ts';
import type { InstanceKind } from '../../server/storage/storage.ts';
import { BackupError } from './format.ts';
import type { DataPlace } from './source.ts';
import type { AnyTables } from './tables.ts';

/**
 * Fills an empty place in one transaction, while no server uses it: all or nothing.
 *
 * @throws BackupError when something is there; StorageError when the place can't be used.
 */
export async function fillEmpty(
  { dataDir, databaseUrl }: DataPlace,
  kind: InstanceKind,
  fill: (db: Kysely<AnyTables>) => Promise<void>,
): Promise<void> {
  if (databaseUrl) await fillPostgres(databaseUrl, kind, fill);
  else await fillSqlite(dataDir, fill);
}

/** Into a file beside, which gets its name when all is in it. */
async function fillSqlite(dataDir: string, fill: (db: Kysely<AnyTables>) => Promise<void>): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'steckbrett.sqlite');
  const lock = await lockFolder(dataDir);
  const part = `${path}.restoring`;
  const remove = () => {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${part}${ending}`, { force: true });
  };
  try {
    if (existsSync(path)) {
      throw new BackupError(
        `The data folder ${dataDir} holds a server's data already; set DATA_DIR to an empty folder.`,
      );
    }
    remove();
    const db = new Kysely<AnyTables>({
      dialect: new NodeSqliteDialect({ database: async () => openSqlite(part) }),
    });
    try {
      await db.transaction().execute(async (transaction) => {
        await sql`create table meta (key text primary key, value text not null)`.execute(transaction);
        await fill(transaction);
      });
    } finally {
      await db.destroy();
    }
    await toDisk(part);
    renameSync(part, path);
    await toDisk(dataDir);
  } catch (error) {
    remove();
    throw error;
  } finally {
    lock.release();
  }
}

async function fillPostgres(
  databaseUrl: string,
  kind: InstanceKind,
  fill: (db: Kysely<AnyTables>) => Promise<void>,
): Promise<void> {
  const storage = await openDatabase({ dataDir: '', databaseUrl, kind });
  const db = storage.db as unknown as Kysely<AnyTables>;
  try {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    if (tables.some(({ name }) => name !== 'meta')) {
      throw new BackupError('The database of DATABASE_URL holds data already; set it to an empty database.');
    }
    try {
      await db.transaction().execute(fill);
    } catch (error) {
      await sql`drop table meta`.execute(db).catch(() => {});
      throw error;
    }
  } finally {
    await storage.close();
  }
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}
