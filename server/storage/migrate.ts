import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrationFailure } from './postgres/failures.ts';
import { StorageError } from './storage.ts';
import type { StorageTables } from './tables.ts';

const table = 'schema_migration';

/**
 * Brings the schema up to date; all or nothing. See `Storage.migrate`.
 *
 * @param place begins a sentence: `The database NAME`.
 */
export async function runMigrations(
  db: Kysely<StorageTables>,
  migrations: Readonly<Record<string, Migration>>,
  place: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
    // Domains date their migrations independently, so one may arrive that sorts before another that is done.
    allowUnorderedMigrations: true,
  });
  const unknown = (await done(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new StorageError(
      `${place} was made by a newer version of Steckbrett (it has the change ${unknown[0]}); start that version, or restore a backup made before the update.`,
    );
  }
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'before the first';
  const missing = migrationFailure(error);
  if (missing)
    throw new StorageError(`${place} could not be brought up to date: ${missing}.`, { cause: error });
  throw new StorageError(
    `${place} could not be brought up to date (${failed}): ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
    { cause: error },
  );
}

async function done(db: Kysely<StorageTables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === table)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
