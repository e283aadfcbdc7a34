import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { knownMigrations } from '../../../../scripts/backup/migrations.ts';
import { type OwnPostgres, startPostgres } from '../../../../scripts/setup/postgres.ts';
import { openDatabase } from '../../../../server/storage/open-database.ts';
import type { InstanceKind, Storage } from '../../../../server/storage/storage.ts';
import { until } from '../../../support/broker.ts';
import { spawnServer } from '../../../support/server.ts';

let postgres: OwnPostgres;
let administrator: Client;
let number = 0;
let url: string;
const opened: Storage[] = [];

const urlOf = (database: string, user = 'steckbrett', password = '') => {
  const made = new URL(postgres.url);
  made.pathname = `/${database}`;
  made.username = user;
  made.password = password;
  return made.href;
};
/** A database of its own for each test. */
async function fresh(options = ''): Promise<string> {
  number += 1;
  await administrator.query(`create database d${number} ${options}`);
  return `d${number}`;
}
async function open(databaseUrl = url, kind: InstanceKind = 'real'): Promise<Storage> {
  const storage = await openDatabase({ dataDir: '', databaseUrl, kind });
  opened.push(storage);
  return storage;
}
const close = async () => {
  for (const storage of opened.splice(0)) await storage.close();
};

beforeAll(async () => {
  postgres = await startPostgres();
  administrator = new Client({ connectionString: postgres.url });
  await administrator.connect();
  // Asks who has a password for it.
  const rules = 'host all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n';
  await writeFile(join(postgres.dataDir, 'pg_hba.conf'), rules);
  await administrator.query(`select pg_reload_conf()`);
  await administrator.query(`create role locked login password 'right'`);
  await administrator.query(`create role guest login`);
  url = urlOf(await fresh());
});
afterEach(close);
afterAll(async () => {
  await administrator.end();
  postgres.remove();
});

describe('a database that can’t be opened says why in one sentence', () => {
  it.each([
    [
      'nobody there',
      () => 'postgres://somebody@127.0.0.1:1/base',
      /^PostgreSQL can't be reached at 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\); is it running, and is DATABASE_URL right\?$/,
    ],
    [
      'a wrong password',
      () => urlOf('d1', 'locked', 'wrong'),
      /^PostgreSQL at 127\.0\.0\.1:\d+ does not let locked in \(.*\); put the right user and password into DATABASE_URL\.$/,
    ],
    ['no password', () => urlOf('d1', 'locked'), /does not let locked in/],
    ['an unknown user', () => urlOf('d1', 'nobody'), /does not let nobody in/],
    [
      'no such database',
      () => urlOf('nowhere'),
      /^There is no database nowhere at .*; make it first \(createdb nowhere\)/,
    ],
    [
      'a user without rights',
      () => urlOf('d1', 'guest'),
      /^guest may not use the database d1 .*; let its administrator run: alter database d1 owner to guest\.$/,
    ],
  ])('%s', async (_, address, sentence) => {
    const refusal: unknown = await open(address()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'StorageError', message: expect.stringMatching(sentence) });
    expect(String(refusal)).not.toContain(':wrong');
  });

  it('an encoding that has no umlauts', async () => {
    const ascii = await fresh(`encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`);
    await expect(open(urlOf(ascii))).rejects.toThrow(/has the encoding SQL_ASCII; make it anew with UTF8/);
  });

  it('an extension that may not be made', async () => {
    const name = await fresh();
    const admin = new Client({ connectionString: urlOf(name) });
    await admin.connect();
    await admin.query('grant all on schema public to guest');
    await admin.end();
    const storage = await open(urlOf(name, 'guest'));
    await expect(storage.migrate(knownMigrations)).rejects.toThrow(
      /could not be brought up to date: the extension btree_gist can't be made .*create extension btree_gist\.$/,
    );
  });

  it('another server', async () => {
    await open();
    await expect(open()).rejects.toThrow(
      /^Another Steckbrett server is using the database d1 at 127\.0\.0\.1:\d+; stop it first/,
    );
  });

  it('a demo classroom’s, or a real server’s', async () => {
    await expect(open(url, 'demo')).rejects.toThrow('The database d1 at');
    await expect(open(url, 'demo')).rejects.toThrow('holds the data of a real server');
  });
});

it('is free at once when the process that had it is killed', async () => {
  const databaseUrl = urlOf(await fresh());
  const server = await spawnServer({ environment: { DATABASE_URL: databaseUrl } });
  await expect(open(databaseUrl)).rejects.toThrow('Another Steckbrett server is using the database');
  await server.kill('SIGKILL');
  await (await open(databaseUrl)).check();
  await server.remove();
});

describe('writing', () => {
  /** Adds one to a number, slowly, in a transaction that relies on nobody else writing. */
  const addOne = ({ db }: Storage, key: string) =>
    db.transaction().execute(async (transaction) => {
      const { value } = await transaction
        .selectFrom('meta')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      await sql`select pg_sleep(0.01)`.execute(transaction);
      await transaction
        .updateTable('meta')
        .set({ value: String(Number(value) + 1) })
        .where('key', '=', key)
        .execute();
    });
  const held = async ({ db }: Storage, key: string) =>
    (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value;

  it('is serial: 50 transactions at once lose no addition, and readers need not wait', async () => {
    const storage = await open();
    await storage.db.insertInto('meta').values({ key: 'count', value: '0' }).execute();
    const adding = Promise.all(Array.from({ length: 50 }, () => addOne(storage, 'count')));
    expect(await held(storage, 'kind')).toBe('real');
    await adding;
    expect(await held(storage, 'count')).toBe('50');
  });

  it('is in the order in which it was asked for, with and without a transaction', async () => {
    const storage = await open();
    await storage.db.insertInto('meta').values({ key: 'order', value: '0' }).execute();
    const first = addOne(storage, 'order');
    const second = storage.db.updateTable('meta').set({ value: '10' }).where('key', '=', 'order').execute();
    const third = addOne(storage, 'order');
    await Promise.all([first, second, third]);
    expect(await held(storage, 'order')).toBe('11');
  });

  it('is rolled back whole when something throws, and others go on', async () => {
    const storage = await open();
    const failed = storage.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('meta').values({ key: 'half', value: '1' }).execute();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await held(storage, 'half')).toBeUndefined();
  });

  it('never says that it was done when a statement of it had failed', async () => {
    const storage = await open();
    const swallowing = storage.db.transaction().execute(async (transaction) => {
      await sql`insert into meta values ('kind', 'x')`.execute(transaction).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow('rolled back');
  });

  it('gives values back as SQLite does', async () => {
    const { db } = await open();
    await sql`create table value_test (big bigint, bytes bytea)`.execute(db);
    await sql`insert into value_test values (${1_790_000_000_000}, ${Uint8Array.of(0, 255, 10)})`.execute(db);
    const { rows } = await sql`select big, bytes, sum(big) over () as total, count(*) over () as rows
      from value_test`.execute(db);
    expect(rows).toEqual([
      { big: 1_790_000_000_000, bytes: Uint8Array.of(0, 255, 10), total: 1_790_000_000_000, rows: 1 },
    ]);
  });

  it('refuses what PostgreSQL can’t hold as a text with a sentence', async () => {
    const { db } = await open();
    await expect(db.insertInto('meta').values({ key: 'a\0b', value: '' }).execute()).rejects.toMatchObject({
      problem: { code: 'text-unstorable' },
    });
  });
});

describe('migrate', () => {
  const add = (name: string) => ({
    up: (db: Kysely<unknown>) => db.schema.createTable(name).addColumn('id', 'text').execute(),
  });
  const failing = {
    up: async (db: Kysely<unknown>) => {
      await add('half').up(db);
      throw new Error('no further');
    },
  };

  it('changes nothing when one of them fails, and refuses a newer database', async () => {
    const storage = await open(urlOf(await fresh()));
    await expect(storage.migrate({ a: add('part'), b: failing })).rejects.toThrow(
      /\(b\): no further\. Nothing was changed\.$/,
    );
    const tables = (await storage.db.introspection.getTables()).map(({ name }) => name);
    expect(tables.filter((name) => !name.startsWith('schema_'))).toEqual(['meta']);
    await storage.migrate({ a: add('part'), z: add('kit') });
    await expect(storage.migrate({ a: add('part') })).rejects.toThrow('was made by a newer version');
  });
});

describe('the lock', () => {
  /** The process of PostgreSQL's that has it. */
  const lockHolder = async (): Promise<number | undefined> => {
    const { rows } = await administrator.query(
      `select pid from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = 'd1')`,
    );
    return rows[0]?.pid;
  };
  const cutOff = async () => administrator.query('select pg_terminate_backend($1)', [await lockHolder()]);
  const works = (storage: Storage) =>
    storage.check().then(
      () => true,
      () => false,
    );

  it('is taken again when its connection was lost', async () => {
    const storage = await open();
    const before = await lockHolder();
    await cutOff();
    await until(async () => ![undefined, before].includes(await lockHolder()));
    await until(() => works(storage));
    await expect(open()).rejects.toThrow('Another Steckbrett server');
  });

  it('stays lost when another server had it meanwhile', async () => {
    const storage = await open();
    await storage.db.updateTable('meta').set({ value: 'another' }).where('key', '=', 'server').execute();
    await cutOff();
    await until(async () => !(await works(storage)));
    let other: Storage | undefined;
    await until(async () => {
      other = await open().catch(() => undefined);
      return other !== undefined;
    });
    expect(await works(storage)).toBe(false);
  });
});
