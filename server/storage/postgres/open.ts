import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { Pool } from 'pg';
import { claim } from '../claim.ts';
import { runMigrations } from '../migrate.ts';
import { type InstanceKind, type Storage, StorageError } from '../storage.ts';
import type { StorageTables } from '../tables.ts';
import { addressOf } from './address.ts';
import { SerialPostgresDialect } from './dialect.ts';
import { openingFailure } from './failures.ts';
import { applicationName, lockDatabase } from './lock.ts';
import { asFromSqlite } from './types.ts';

/** Connections that read at the same time; one of them may write. */
const poolSize = 8;
/** The first that can end another's connection and wait for it. */
const oldestVersion = 14;

/**
 * Opens a database of PostgreSQL and keeps other servers out until `close`.
 *
 * @throws StorageError when it can't be used: not there, no rights, in use, of the other kind.
 */
export async function openPostgres(at: { databaseUrl: string; kind: InstanceKind }): Promise<Storage> {
  const address = addressOf(at.databaseUrl);
  const place = `The database ${address.name} at ${address.host}`;
  const lock = await lockDatabase(at.databaseUrl, randomUUID()).catch((error: unknown) => {
    throw openingFailure(error, address);
  });
  const pool = new Pool({
    connectionString: at.databaseUrl,
    application_name: applicationName,
    max: poolSize,
    types: asFromSqlite,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // Of connections nobody uses at the moment; the next query makes a new one.
  pool.on('error', () => {});
  const db = new Kysely<StorageTables>({ dialect: new SerialPostgresDialect({ pool, mayUse: lock.check }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    await lock.release();
  };
  try {
    await refuseUnfit(db, place);
    await claim(db, at.kind, {
      place,
      advice: 'set DATABASE_URL to another one',
    });
  } catch (error) {
    await close();
    throw openingFailure(error, address);
  }
  return {
    db,
    migrate: (migrations) => runMigrations(db, migrations, place),
    check: async () => {
      await sql`select value from meta where key = 'kind'`.execute(db);
    },
    close,
  };
}

async function refuseUnfit(db: Kysely<StorageTables>, place: string): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const { version = '', encoding = '' } = rows[0] ?? {};
  if (Math.floor(Number(version) / 10_000) < oldestVersion) {
    throw new StorageError(`${place} is of a PostgreSQL before ${oldestVersion}; update PostgreSQL.`);
  }
  if (encoding !== 'UTF8') {
    throw new StorageError(
      `${place} has the encoding ${encoding}; make it anew with UTF8 (createdb --encoding=UTF8 --template=template0).`,
    );
  }
}
