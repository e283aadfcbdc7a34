import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { runMigrations } from './migrate.ts';
import { NodeSqliteDialect, openSqlite } from './sqlite-dialect.ts';
import { type InstanceKind, type Storage, StorageError } from './storage.ts';
import type { StorageTables } from './tables.ts';

/**
 * Opens the database of a data folder, makes both if they don't exist, and keeps other servers out until `close`.
 *
 * @throws StorageError when the folder can't be used: not writable, in use, of the other kind, not a database.
 */
export async function openDatabase(at: { dataDir: string; kind: InstanceKind }): Promise<Storage> {
  const lock = await holdFolder(at.dataDir);
  try {
    return await openLocked(at, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function holdFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await lockFolder(folder);
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(`The data folder ${folder} can't be used: ${reason(cause)}.`, { cause });
  }
}

async function openLocked(at: { dataDir: string; kind: InstanceKind }, lock: FolderLock): Promise<Storage> {
  const path = join(at.dataDir, 'steckbrett.sqlite');
  const db = new Kysely<StorageTables>({
    dialect: new NodeSqliteDialect({ database: async () => openSqlite(path) }),
  });
  try {
    await claim(db, at);
  } catch (cause) {
    await db.destroy();
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(`The database ${path} can't be opened: ${reason(cause)}.`, { cause });
  }
  return {
    db,
    migrate: (migrations) => runMigrations(db, migrations, path),
    check: async () => {
      await sql`select value from meta where key = 'kind'`.execute(db);
    },
    close: async () => {
      await db.destroy();
      lock.release();
    },
  };
}

/** Writes the folder's kind at the first opening, and holds to it at every later one. */
async function claim(db: Kysely<StorageTables>, at: { dataDir: string; kind: InstanceKind }): Promise<void> {
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db
    .insertInto('meta')
    .values({ key: 'kind', value: at.kind })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'kind')
    .executeTakeFirstOrThrow();
  if (value === at.kind) return;
  throw new StorageError(
    value === 'demo'
      ? `The data folder ${at.dataDir} holds a demo classroom; a real server needs a folder of its own, set DATA_DIR to another one.`
      : `The data folder ${at.dataDir} holds the data of a real server; the demo classroom never touches it and needs a folder of its own.`,
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
