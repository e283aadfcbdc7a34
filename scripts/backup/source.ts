import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Pool } from 'pg';
import { addressOf } from '../../server/storage/postgres/address.ts';
import { SerialPostgresDialect } from '../../server/storage/postgres/dialect.ts';
import { openingFailure } from '../../server/storage/postgres/failures.ts';
import { asFromSqlite } from '../../server/storage/postgres/types.ts';
import { NodeSqliteDialect, openSqlite } from '../../server/storage/sqlite-dialect.ts';
import { BackupError } from './format.ts';
import type { AnyTables } from './tables.ts';

/** Where a server's data is; of `Config`. */
export interface DataPlace {
  readonly dataDir: string;
  readonly databaseUrl?: string | null;
}

/**
 * Reads a server's data beside the server: all in one snapshot, which holds up neither readers nor writers.
 *
 * @throws BackupError when there is no data; StorageError when PostgreSQL can't be asked.
 */
export async function readSnapshot<Result>(
  place: DataPlace,
  read: (snapshot: Kysely<AnyTables>) => Promise<Result>,
): Promise<Result> {
  return place.databaseUrl ? fromPostgres(place.databaseUrl, read) : fromSqlite(place.dataDir, read);
}

async function fromSqlite<Result>(
  dataDir: string,
  read: (snapshot: Kysely<AnyTables>) => Promise<Result>,
): Promise<Result> {
  const path = join(dataDir, 'steckbrett.sqlite');
  if (!existsSync(path)) {
    throw new BackupError(
      `There is no server's data in ${dataDir}; set DATA_DIR (or DATABASE_URL) to where it is.`,
    );
  }
  const db = new Kysely<AnyTables>({
    dialect: new NodeSqliteDialect({ database: async () => openSqlite(path) }),
  });
  try {
    return await db.transaction().execute(read);
  } finally {
    await db.destroy();
  }
}

async function fromPostgres<Result>(
  url: string,
  read: (snapshot: Kysely<AnyTables>) => Promise<Result>,
): Promise<Result> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'steckbrett backup',
    max: 1,
    types: asFromSqlite,
    connectionTimeoutMillis: 5000,
  });
  pool.on('error', () => {});
  // Reading needs no lock, so the server may go on.
  const db = new Kysely<AnyTables>({ dialect: new SerialPostgresDialect({ pool, mayUse: () => {} }) });
  try {
    await pool.query('select 1').catch((error: unknown) => {
      throw openingFailure(error, addressOf(url));
    });
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(read);
  } finally {
    await db.destroy();
  }
}
