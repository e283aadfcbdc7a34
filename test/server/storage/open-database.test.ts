import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/storage/open-database.ts';
import { type InstanceKind, type Storage, StorageError } from '../../../server/storage/storage.ts';
import { spawnServer, temporaryFolder } from '../../support/server.ts';

const addParts = { up: (db: Kysely<unknown>) => createTable(db, 'part') };
const addKits = { up: (db: Kysely<unknown>) => createTable(db, 'kit') };
const failing = {
  up: async (db: Kysely<unknown>) => {
    await createTable(db, 'half');
    throw new Error('no further');
  },
};

describe('openDatabase', () => {
  let dataDir: string;
  const opened: Storage[] = [];
  const open = async (kind: InstanceKind = 'real'): Promise<Storage> => {
    const storage = await openDatabase({ dataDir, kind });
    opened.push(storage);
    return storage;
  };
  beforeEach(async () => {
    dataDir = await temporaryFolder();
  });
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close();
    await rm(dataDir, { recursive: true });
  });

  it('makes the folder, and can be opened again after closing', async () => {
    dataDir = join(dataDir, 'deeper', 'still');
    const first = await open();
    await first.check();
    await first.close();
    opened.length = 0;
    await (await open()).check();
  });

  it('is refused while another server has the folder', async () => {
    await open();
    await expect(open()).rejects.toThrow(
      new StorageError(
        `Another Steckbrett server is using the data folder ${dataDir}; stop it first, or set DATA_DIR to another folder.`,
      ),
    );
  });

  it('is refused while another process has the folder, and open at once when that is killed', async () => {
    const other = await spawnServer({ dataDir });
    await expect(open()).rejects.toThrow('Another Steckbrett server is using the data folder');
    await other.kill('SIGKILL');
    await (await open()).check();
  });

  it.each([
    ['demo', 'real', 'holds a demo classroom'],
    ['real', 'demo', 'holds the data of a real server'],
  ] as const)('is refused for a %s folder opened as %s', async (made, opening, sentence) => {
    await (await open(made)).close();
    opened.length = 0;
    await expect(open(opening)).rejects.toThrow(sentence);
    await (await open(made)).check();
  });

  it('is refused where no folder can be', async () => {
    await writeFile(join(dataDir, 'file'), '');
    dataDir = join(dataDir, 'file', 'data');
    await expect(open()).rejects.toThrow(`The data folder ${dataDir} can't be used`);
    dataDir = join(dataDir, '../..');
  });

  it('is refused where the lock can’t be written, and does not blame another server', async () => {
    await writeFile(join(dataDir, 'server.lock'), 'This is not a lock, but a letter.'.repeat(100));
    await expect(open()).rejects.toThrow(`The data folder ${dataDir} can't be used: file is not a database`);
  });

  it('is refused for a file that is no database, and lets the folder free', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'steckbrett.sqlite'), 'This is not a database, but a letter.'.repeat(100));
    await expect(open()).rejects.toThrow("steckbrett.sqlite can't be opened: file is not a database");
    await rm(join(dataDir, 'steckbrett.sqlite'));
    await (await open()).check();
  });

  it('rolls a failed transaction back, and lets others wait for it', async () => {
    const { db } = await open();
    const failed = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('meta').values({ key: 'a', value: '1' }).execute();
      throw new Error('no');
    });
    const other = db.insertInto('meta').values({ key: 'b', value: '2' }).execute();
    await expect(failed).rejects.toThrow('no');
    await other;
    const keys = await db.selectFrom('meta').select('key').orderBy('key').execute();
    expect(keys.map(({ key }) => key)).toEqual(['b', 'kind']);
  });

  it('is as durable and strict as SQLite can be', async () => {
    const { db } = await open();
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  });

  describe('migrate', () => {
    it('runs each migration once, also one that was dated before what is done', async () => {
      const storage = await open();
      await storage.migrate({ '2026-11-22-b': addParts });
      await storage.migrate({ '2026-11-22-b': addParts });
      await storage.migrate({ '2026-11-22-b': addParts, '2026-11-22-a': addKits });
      expect(await tables(storage)).toEqual(['kit', 'meta', 'part']);
    });

    it('changes nothing when one of them fails', async () => {
      const storage = await open();
      const broken = storage.migrate({ '2026-11-22-a': addParts, '2026-11-22-b': failing });
      await expect(broken).rejects.toThrow(/\(2026-11-22-b\): no further\. Nothing was changed\.$/);
      expect(await tables(storage)).toEqual(['meta']);
      await storage.migrate({ '2026-11-22-a': addParts });
      expect(await tables(storage)).toEqual(['meta', 'part']);
    });

    it('refuses a database that a newer version has made', async () => {
      const storage = await open();
      await storage.migrate({ '2026-11-22-a': addParts, '2030-01-01-z': addKits });
      await expect(storage.migrate({ '2026-11-22-a': addParts })).rejects.toThrow(
        /was made by a newer version of Steckbrett \(it has the change 2030-01-01-z\)/,
      );
    });
  });
});

async function createTable(db: Kysely<unknown>, name: string): Promise<void> {
  await db.schema.createTable(name).addColumn('id', 'text').execute();
}

async function tables({ db }: Storage): Promise<string[]> {
  const names = (await db.introspection.getTables()).map(({ name }) => name);
  return names.filter((name) => !name.startsWith('schema_migration')).sort();
}
