import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { claim } from './claim.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { runMigrations } from './migrate.ts';
import { openPostgres } from './postgres/open.ts';
import { NodeSqliteDialect, openSqlite } from './sqlite-dialect.ts';
import { type InstanceKind, type Storage, StorageError } from './storage.ts';
import type { StorageTables } from './tables.ts';

export interface DatabasePlace {
  /** Holds the database, unless there is a `databaseUrl`. */
  readonly dataDir: string;
  /** A database of PostgreSQL, which then holds everything; see `Config.databaseUrl`. */
  readonly databaseUrl?: string | null | undefined;
  readonly kind: InstanceKind;
}

/**
 * Opens the database: that of the data folder (makes both if they don't exist) or that of PostgreSQL; and keeps other
 * servers out until `close`.
 *
 * @throws StorageError when it can't be used: no rights, in use, of the other kind, not a database.
 */
export async function openDatabase(at: DatabasePlace): Promise<Storage> {
  if (at.databaseUrl) return openPostgres({ databaseUrl: at.databaseUrl, kind: at.kind });
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

async function openLocked(at: DatabasePlace, lock: FolderLock): Promise<Storage> {
  const path = join(at.dataDir, 'steckbrett.sqlite');
  const db = new Kysely<StorageTables>({
    dialect: new NodeSqliteDialect({ database: async () => openSqlite(path) }),
  });
  try {
    await claim(db, at.kind, {
      place: `The data folder ${at.dataDir}`,
      advice: 'set DATA_DIR to another one',
    });
  } catch (cause) {
    await db.destroy();
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(`The database ${path} can't be opened: ${reason(cause)}.`, { cause });
  }
  return {
    db,
    migrate: (migrations) => runMigrations(db, migrations, `The database ${path}`),
    check: async () => {
      await sql`select value from meta where key = 'kind'`.execute(db);
    },
    close: async () => {
      await db.destroy();
      lock.release();
    },
  };
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
