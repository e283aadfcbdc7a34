import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../server/storage/dialect-of.ts';
import { runMigrations } from '../../server/storage/migrate.ts';
import type { StorageTables } from '../../server/storage/tables.ts';
import { BackupError, type Row } from './format.ts';
import { migrationsNamed } from './migrations.ts';
import { type BackupReader, broken, readBackup } from './read.ts';
import { readRows, TableHash } from './rows.ts';
import type { DataPlace } from './source.ts';
import { type AnyTables, readShapes, type TableShape } from './tables.ts';
import { fillEmpty } from './target.ts';
import { fromStored } from './values.ts';

/** Neither database takes more values in one statement; and a batch of photos is to fit into memory. */
const batchValues = 20_000;
const batchBytes = 4 * 1024 * 1024;

/**
 * Puts a backup into an empty data folder or database, and checks that every row came to be there as it was.
 *
 * @returns how many tables and rows, and whose: a demo's data is opened by the demo alone.
 * @throws BackupError or StorageError with a sentence; then nothing was changed.
 */
export async function restoreBackup(
  place: DataPlace,
  file: string,
): Promise<{ tables: number; rows: number; kind: 'demo' | 'real' }> {
  const { header, lines } = await readBackup(file);
  const migrations = migrationsNamed(header.migrations);
  let rows = 0;
  await fillEmpty(place, header.kind, async (db) => {
    await runMigrations(db as unknown as Kysely<StorageTables>, migrations, 'The new database');
    if (!isPostgres(db)) await sql`pragma defer_foreign_keys = on`.execute(db);
    await db.deleteFrom('meta').where('key', '!=', 'server').execute();
    const shapes = await readShapes(db);
    const same = ({ name, columns }: { name: string; columns: string[] }) => {
      const shape = shapes.find((one) => one.name === name);
      return shape?.columns.map((column) => column.name).join() === columns.join();
    };
    if (header.tables.length !== shapes.length || !header.tables.every(same)) throw broken(file);
    rows = await insertAll(db, lines, shapes, file);
  });
  return { tables: header.tables.length, rows, kind: header.kind };
}

async function insertAll(
  db: Kysely<AnyTables>,
  lines: BackupReader['lines'],
  shapes: readonly TableShape[],
  file: string,
): Promise<number> {
  const missing = new Set(shapes.map(({ name }) => name));
  let table: TableTarget | undefined;
  let rows = 0;
  for await (const line of lines) {
    if (Array.isArray(line)) {
      if (!table || line.length !== table.shape.columns.length) throw broken(file);
      await table.add(line);
    } else if ('table' in line) {
      const shape = shapes.find(({ name }) => name === line.table);
      if (table || !shape || !missing.delete(line.table)) throw broken(file);
      table = new TableTarget(db, shape, file);
    } else if ('end' in line) {
      if (table?.shape.name !== line.end) throw broken(file);
      await table.finish(line);
      rows += line.rows;
      table = undefined;
    } else if (table || missing.size > 0 || line.rows !== rows) throw broken(file);
  }
  return rows;
}

/** Inserts a table's rows in batches, and compares what came to be there. */
class TableTarget {
  readonly shape: TableShape;
  readonly #db: Kysely<AnyTables>;
  readonly #file: string;
  readonly #read = new TableHash();
  #batch: Record<string, unknown>[] = [];
  #bytes = 0;

  constructor(db: Kysely<AnyTables>, shape: TableShape, file: string) {
    this.#db = db;
    this.shape = shape;
    this.#file = file;
  }

  async add(row: Row): Promise<void> {
    const line = JSON.stringify(row);
    this.#read.add(line);
    this.#batch.push(
      Object.fromEntries(this.shape.columns.map(({ name }, index) => [name, fromStored(row[index] ?? null)])),
    );
    this.#bytes += line.length;
    const full = this.#batch.length >= batchValues / this.shape.columns.length;
    if (full || this.#bytes > batchBytes) await this.#insert();
  }

  /** @throws BackupError when the file was changed since it was written, or the database holds something else. */
  async finish(told: { rows: number; sha256: string }): Promise<void> {
    await this.#insert();
    if (this.#read.count !== told.rows || this.#read.digest() !== told.sha256) throw broken(this.#file);
    const stored = new TableHash();
    for await (const row of readRows(this.#db, this.shape)) stored.add(JSON.stringify(row));
    if (stored.count !== told.rows || stored.digest() !== told.sha256) {
      throw new BackupError(
        `The rows of the table ${this.shape.name} did not come out as they went in; nothing was changed. Please report this.`,
      );
    }
  }

  async #insert(): Promise<void> {
    const batch = this.#batch.splice(0);
    this.#bytes = 0;
    if (batch.length === 0) return;
    try {
      await this.#db.insertInto(this.shape.name).values(batch).execute();
    } catch (error) {
      throw new BackupError(
        `The table ${this.shape.name} could not be filled (${error instanceof Error ? error.message : error}); nothing was changed.`,
        { cause: error },
      );
    }
  }
}
