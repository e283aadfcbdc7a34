import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { version } from '../../server/version.ts';
import { BackupError, formatNumber, type Header, type Mark } from './format.ts';
import { readRows, TableHash } from './rows.ts';
import { type DataPlace, readSnapshot } from './source.ts';
import { type AnyTables, readMigrations, readShapes, type TableShape } from './tables.ts';

/**
 * Writes everything that a server keeps into a file that only its owner may read; the server may run meanwhile.
 *
 * @param file must not be there yet.
 * @returns how many tables and rows.
 * @throws BackupError or StorageError with a sentence; then there is no file.
 */
export async function writeBackup(place: DataPlace, file: string): Promise<{ tables: number; rows: number }> {
  if (existsSync(file)) throw new BackupError(`There is a file ${file} already; name another one.`);
  const part = `${file}.part`;
  // What a killed backup has left behind, which may be readable for others, or lead elsewhere.
  rmSync(part, { force: true });
  try {
    const result = await readSnapshot(place, async (snapshot) => {
      const shapes = await readShapes(snapshot);
      if (!shapes.some(({ name }) => name === 'device')) {
        throw new BackupError('There is no data yet: the server was never started on it.');
      }
      const counted = { tables: shapes.length, rows: 0 };
      await pipeline(
        Readable.from(lines(snapshot, shapes, counted)),
        createGzip(),
        createWriteStream(part, { mode: 0o600, flags: 'wx' }),
      );
      return counted;
    });
    await toDisk(part);
    renameSync(part, file);
    return result;
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof Error && 'syscall' in error) {
      throw new BackupError(`The backup can't be written: ${error.message}.`, { cause: error });
    }
    throw error;
  }
}

async function* lines(
  snapshot: Kysely<AnyTables>,
  shapes: readonly TableShape[],
  counted: { rows: number },
): AsyncGenerator<string> {
  yield json(await header(snapshot, shapes));
  for (const shape of shapes) {
    yield json({ table: shape.name } satisfies Mark);
    const hash = new TableHash();
    for await (const row of readRows(snapshot, shape)) {
      const line = JSON.stringify(row);
      hash.add(line);
      yield `${line}\n`;
    }
    counted.rows += hash.count;
    yield json({ end: shape.name, rows: hash.count, sha256: hash.digest() } satisfies Mark);
  }
  yield json({ complete: true, rows: counted.rows } satisfies Mark);
}

async function header(snapshot: Kysely<AnyTables>, shapes: readonly TableShape[]): Promise<Header> {
  const { value } = await snapshot
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'kind')
    .executeTakeFirstOrThrow();
  return {
    steckbrett: 'backup',
    format: formatNumber,
    version,
    kind: value === 'demo' ? 'demo' : 'real',
    made: new Date().toISOString(),
    migrations: await readMigrations(snapshot),
    tables: shapes.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}
