import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client, escapeIdentifier } from 'pg';
import { asFromSqlite } from '../../server/storage/postgres/types.ts';

/**
 * On which database the tests run. The vitest project "postgresql" sets `TEST_POSTGRES_URL` and
 * `TEST_POSTGRES_FILES`: then every data folder has a database there, by a name made of its path. Else SQLite.
 */
export const onPostgres = process.env.TEST_POSTGRES_URL !== undefined;

/** Has every table and no data, so that a server need not make them; made by test/support/postgres-setup.ts. */
export const templateName = 'test_template';

/**
 * What to give to `openDatabase` for a data folder: a database of its own.
 *
 * @param options where it is new, it is empty, or else `migrated`.
 */
export async function databaseUrlOf(
  dataDir: string,
  { migrated = false }: { migrated?: boolean } = {},
): Promise<string | null> {
  if (!onPostgres) return null;
  const name = nameOf(dataDir);
  await administer(async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const template = migrated ? `template ${templateName}` : '';
      await client.query(`create database ${escapeIdentifier(name)} ${template}`);
    }
  });
  return urlOf(name);
}

/** The environment of a server on this data folder. */
export async function databaseEnvironment(dataDir: string): Promise<Record<string, string>> {
  const url = await databaseUrlOf(dataDir, { migrated: true });
  return url === null ? {} : { DATABASE_URL: url };
}

/** Forgets the data folder's database, whoever still uses it. */
export async function dropDatabaseOf(dataDir: string): Promise<void> {
  if (!onPostgres) return;
  await administer((client) =>
    client.query(`drop database if exists ${escapeIdentifier(nameOf(dataDir))} with (force)`),
  );
}

/** What a statement may be given. */
export type Value = string | number | null | Uint8Array;

/** A look into a server's database past the server; also at one that was killed. */
export interface Peek {
  /** One statement, with `?` for each of the values. */
  run(statement: string, ...values: Value[]): Promise<Record<string, unknown>[]>;
  /** Names of all its tables. */
  tables(): Promise<string[]>;
  close(): Promise<void>;
}

export async function peek(dataDir: string): Promise<Peek> {
  if (onPostgres) return peekPostgres(dataDir);
  const database = new DatabaseSync(join(dataDir, 'steckbrett.sqlite'), { timeout: 5000 });
  const run = async (statement: string, ...values: Value[]) =>
    database.prepare(statement).all(...values) as Record<string, unknown>[];
  return {
    run,
    tables: async () =>
      (await run(`select name from sqlite_master where type = 'table' order by name`)).map(({ name }) =>
        String(name),
      ),
    close: async () => database.close(),
  };
}

async function peekPostgres(dataDir: string): Promise<Peek> {
  const client = new Client({ connectionString: urlOf(nameOf(dataDir)), types: asFromSqlite });
  await client.connect();
  const run = async (statement: string, ...values: Value[]) => {
    let number = 0;
    const numbered = statement.replace(/\?/g, () => {
      number += 1;
      return `$${number}`;
    });
    return (await client.query(numbered, values)).rows;
  };
  return {
    run,
    tables: async () =>
      (
        await run(
          `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
        )
      ).map(({ name }) => String(name)),
    close: () => client.end(),
  };
}

/** All rows of all tables, as one text. */
export async function everyRow(dataDir: string): Promise<string> {
  const database = await peek(dataDir);
  const rows = [];
  for (const table of await database.tables()) rows.push(await database.run(`select * from "${table}"`));
  await database.close();
  return JSON.stringify(rows);
}

/**
 * Which of the texts stand in any file: of the data folder, also in its journal; with PostgreSQL also in the
 * database's own files and in the write-ahead log, once all that is in memory is written.
 */
export async function foundInFiles(dataDir: string, texts: readonly string[]): Promise<string[]> {
  const folders = [dataDir];
  if (onPostgres) {
    folders.push(process.env.TEST_POSTGRES_FILES ?? '');
    await administer((client) => client.query('checkpoint'));
  }
  const found = new Set<string>();
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      // Other tests' databases come and go beside ours.
      const content = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
      for (const text of texts) if (content.includes(text)) found.add(text);
    }
  }
  return texts.filter((text) => found.has(text));
}

function nameOf(dataDir: string): string {
  return `test_${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`;
}

function urlOf(name: string): string {
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
