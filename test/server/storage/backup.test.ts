import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { restoreBackup } from '../../../scripts/backup/restore.ts';
import { writeBackup } from '../../../scripts/backup/write.ts';
import { until } from '../../support/broker.ts';
import { type Classroom, setUpClassroom, staffMember } from '../../support/classroom.ts';
import { databaseUrlOf, dropDatabaseOf, onPostgres, peek, type Value } from '../../support/databases.ts';
import { startTestServer, type TestServer, temporaryFolder } from '../../support/server.ts';
import { WorkingPupil } from '../../support/working-pupil.ts';

/** Characters that have ended lines, strings or statements somewhere. */
const nasty = 'Möwe "A"; \'B\' \\ 🦊\n\r\t\u2028\u2029 {"a":[1]} NULL %_';
const photo = Uint8Array.from(randomBytes(400_000));

let server: TestServer;
let room: Classroom;
let folder: string;
let file: string;
const places: string[] = [];

/** An empty data folder, and the database to it. */
async function emptyPlace(postgres = onPostgres): Promise<{ dataDir: string; databaseUrl: string | null }> {
  const dataDir = await temporaryFolder();
  places.push(dataDir);
  return { dataDir, databaseUrl: postgres ? await databaseUrlOf(dataDir) : null };
}

const source = async () => ({ dataDir: server.dataDir, databaseUrl: await databaseUrlOf(server.dataDir) });

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'all.backup');
  server = await startTestServer();
  room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 2 });
  await lend(
    server.dataDir,
    room.configs.map(({ deviceId }) => deviceId),
  );
});
afterAll(async () => {
  await server.stop();
  for (const place of [...places, folder]) {
    await dropDatabaseOf(place);
    await rm(place, { recursive: true, force: true });
  }
});

/** Things, loans, papers and photos, past the server; two loans of one thing follow each other within a day. */
async function lend(dataDir: string, devices: readonly string[]): Promise<void> {
  const database = await peek(dataDir);
  const [school] = await database.run('select id from school');
  const insert = (table: string, row: Record<string, Value>) => {
    const columns = Object.keys(row);
    const list = columns.map((column) => `"${column}"`).join();
    return database.run(
      `insert into ${table} (${list}) values (${columns.map(() => '?').join()})`,
      ...Object.values(row),
    );
  };
  const blank = { serial: '', model: '', condition: 'good', funding: nasty, note: '', search: nasty };
  for (const [index, device_id] of devices.entries()) {
    await insert('asset', {
      id: `thing-${index}`,
      kind: 'pi',
      number: index + 1,
      name: nasty,
      place: 'Regal 1',
      device_id,
      purchase_cents: 8_999,
      created_at: 1_790_000_000_000 + index,
      ...blank,
    });
  }
  const contact = { contact_name: nasty, contact_email: 'a@b.example', contact_phone: '', lessons: '[]' };
  for (const number of [1, 2]) {
    const times = { starts_at: number * 1000, ends_at: (number + 1) * 1000 };
    await insert('loan', {
      id: `loan-${number}`,
      number: `2026-${number}`,
      kind: 'loan',
      state: 'reserved',
      school_id: String(school?.id),
      pupils: 20,
      wish: nasty,
      note: '',
      reason: '',
      requested_at: 1,
      version: 1,
      search: '',
      ...contact,
      ...times,
    });
    await insert('loan_item', {
      id: `item-${number}`,
      loan_id: `loan-${number}`,
      asset_id: 'thing-0',
      state: 'reserved',
      active: 1,
      remark: '',
      photo_ids: '[]',
      ...times,
    });
  }
  await insert('photo', {
    id: 'photo',
    asset_id: 'thing-0',
    type: 'image/png',
    bytes: photo,
    note: nasty,
    at: 5,
  });
  await insert('photo', { id: 'empty', type: 'image/png', bytes: new Uint8Array(0), note: '', at: 6 });
  for (let number = 0; number < 300; number++) {
    await insert('history', { id: `entry-${number}`, at: number, kind: 'note', data: nasty });
  }
  await insert('holiday_calendar', { id: 'c', name: 'Ferien', imported_at: 1 });
  for (const name of ['Herbst', 'Herbst']) {
    await insert('holiday', { calendar_id: 'c', name, starts_on: '2026-10-05', ends_on: '2026-10-17' });
  }
  await insert('label_sheet', { id: 'l', name: 'A4', geometry: '{}', offset_x: -0.25, offset_y: 3 });
  await database.close();
}

/** Every row of every table, sorted; without what belongs to one running server only. */
async function everything(dataDir: string): Promise<Record<string, string[]>> {
  const database = await peek(dataDir);
  const all: Record<string, string[]> = {};
  for (const table of await database.tables()) {
    const rows =
      table === 'schema_migration'
        ? await database.run('select name from schema_migration')
        : await database.run(`select * from "${table}"`);
    all[table] = rows
      .filter((row) => !(table === 'meta' && row.key === 'server'))
      .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
      .sort();
  }
  await database.close();
  return all;
}

describe('a backup', () => {
  it('is made while pupils work, holds one moment, and a server starts on it', async () => {
    const pupils = await Promise.all(
      ['Fuchs', 'Dachs'].map((name) => WorkingPupil.join(server.url, room.class.code, name)),
    );
    const working = pupils.map((pupil) => pupil.work());
    await until(() => pupils.every(({ saves }) => saves > 3));
    const busy = join(folder, 'busy.backup');
    const before = pupils.map(({ newest }) => newest.version);
    await writeBackup(await source(), busy);
    for (const pupil of pupils) pupil.stop();
    await Promise.all(working);
    for (const pupil of pupils) pupil.close();

    const place = await emptyPlace();
    await restoreBackup(place, busy);
    const restored = await startTestServer({ dataDir: place.dataDir });
    const database = await peek(place.dataDir);
    for (const [index, { seatId, resumeCode }] of pupils.entries()) {
      const [row] = await database.run('select version from workspace where seat_id = ?', seatId);
      expect(Number(row?.version)).toBeGreaterThanOrEqual(before[index] ?? 0);
      const back = await new ApiClient(restored.url).call('resume', {}, { code: resumeCode });
      expect(back.seat.id).toBe(seatId);
    }
    const staff = new ApiClient(restored.url);
    await staff.signIn(staffMember.email, staffMember.password);
    expect((await staff.call('devices', {}, {})).devices).toHaveLength(2);
    const [row] = await database.run(`select bytes from photo where id = 'photo'`);
    expect(Buffer.compare(row?.bytes as Uint8Array, photo)).toBe(0);
    await expect(database.run(`delete from history`)).rejects.toThrow('history_is_final');
    await database.close();
    await restored.stop();
  });

  it('can be read by its owner only, and is never written over', async () => {
    await writeBackup(await source(), file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(writeBackup(await source(), file)).rejects.toThrow(`There is a file ${file} already`);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('comes back with every row of every table', async () => {
    const place = await emptyPlace();
    await restoreBackup(place, file);
    const before = await everything(server.dataDir);
    expect(Object.values(before).flat().length).toBeGreaterThan(320);
    expect(await everything(place.dataDir)).toEqual(before);
  });

  if (onPostgres)
    it('goes from PostgreSQL to SQLite and back with every row', async () => {
      const sqlite = await emptyPlace(false);
      await restoreBackup(sqlite, file);
      const between = join(folder, 'sqlite.backup');
      await writeBackup(sqlite, between);
      const place = await emptyPlace();
      await restoreBackup(place, between);
      expect(await everything(place.dataDir)).toEqual(await everything(server.dataDir));
    });

  it('is refused where data is, which stays', async () => {
    const before = await everything(server.dataDir);
    await expect(restoreBackup(await source(), file)).rejects.toThrow('Another Steckbrett server is using');
    const used = await emptyPlace();
    await (await startTestServer({ dataDir: used.dataDir })).stop();
    await expect(restoreBackup(used, file)).rejects.toThrow(/data already; set /);
    expect(await everything(server.dataDir)).toEqual(before);
  });

  it('is refused where nothing is to be backed up', async () => {
    await expect(writeBackup(await emptyPlace(), join(folder, 'none'))).rejects.toThrow(/There is no/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  const lines = async () =>
    gunzipSync(await readFile(file))
      .toString()
      .split('\n');
  const zipped = (changed: readonly string[]) => gzipSync(changed.join('\n'));
  const damages: [what: string, damage: () => Promise<Uint8Array>, sentence: RegExp][] = [
    ['cut off', async () => (await readFile(file)).subarray(0, -2000), /is cut off/],
    ['cut off at a line', async () => zipped((await lines()).slice(0, -40)), /is cut off/],
    [
      'with a flipped bit',
      async () => {
        const bytes = await readFile(file);
        bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 4, bytes.length >> 1);
        return bytes;
      },
      /is broken/,
    ],
    [
      'with a changed row',
      async () => zipped((await lines()).map((line) => line.replace('Testschule', 'Testschulf'))),
      /is broken/,
    ],
    [
      'with a row less',
      async () => zipped((await lines()).filter((line) => !line.includes('entry-7"'))),
      /is broken/,
    ],
    [
      'of a newer version',
      async () =>
        zipped(
          (await lines()).map((line) => line.replace('"migrations":[', '"migrations":["2099-01-01-x",')),
        ),
      /newer version of Steckbrett \(it has the change 2099-01-01-x\)/,
    ],
    [
      'of a newer form',
      async () => zipped((await lines()).map((line) => line.replace('"format":1', '"format":2'))),
      /newer version/,
    ],
    ['that is a letter', async () => Buffer.from('Dear Steckbrett,'), /is not a backup/],
    ['that is another zipped file', async () => gzipSync('{"a":1}\n'), /is not a backup/],
  ];
  it.each(damages)('%s is refused, and leaves nothing behind', async (_, damage, sentence) => {
    const damaged = join(folder, 'damaged.backup');
    await writeFile(damaged, await damage());
    const place = await emptyPlace();
    await expect(restoreBackup(place, damaged)).rejects.toThrow(sentence);
    expect((await readdir(place.dataDir)).filter((name) => name !== 'server.lock')).toEqual([]);
  });

  it('can be restored where a broken one was refused', async () => {
    const damaged = join(folder, 'damaged.backup');
    await writeFile(damaged, zipped((await lines()).filter((line) => !line.includes('entry-7"'))));
    const place = await emptyPlace();
    await expect(restoreBackup(place, damaged)).rejects.toThrow(/is broken/);
    await restoreBackup(place, file);
    expect(await everything(place.dataDir)).toEqual(await everything(server.dataDir));
  });
});
