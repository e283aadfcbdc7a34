import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { refusalOf } from '../../support/school.ts';
import {
  type SpawnedServer,
  setUpStaff,
  spawnServer,
  staffMember,
  startTestServer,
  type TestServer,
} from '../../support/server.ts';

const header = 'id,name,zip,city,school_type,latitude,longitude';
const table = (count: number, name = 'Schule') =>
  Buffer.from(
    [header, ...Array.from({ length: count }, (_, row) => `NW-${row},${name} ${row},50667,Köln,GS,,`)].join(
      '\n',
    ),
  );
const patiently = { timeout: 60_000, interval: 50 };

/** An upload whose pieces are sent when the test wants it. */
function slowUpload(server: { url: string }, client: ApiClient): ClientRequest {
  const sending = httpRequest(
    `${server.url}/api/open-schools/import?query=${encodeURIComponent('{"dry":false}')}`,
    {
      method: 'POST',
      headers: { origin: server.url, cookie: client.cookies, 'content-type': 'application/octet-stream' },
    },
  );
  sending.on('error', () => undefined);
  return sending;
}

const importing = async (client: ApiClient) => (await client.call('openSchools', {}, { limit: 1 })).importing;
const take = (client: ApiClient, bytes: Buffer) =>
  client.upload('importOpenSchools', {}, { dry: false }, new Uint8Array(bytes));
const received = (server: { dataDir: string }) => readdir(join(server.dataDir, 'uploads')).catch(() => []);

describe('an import of the open school data', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  it('refuses another one before its file is sent, and keeps the file no longer than it needs it', async () => {
    server = await startTestServer();
    const staff = await setUpStaff(server);
    const bytes = table(3);
    const first = slowUpload(server, staff);
    first.write(bytes.subarray(0, 60));
    await vi.waitFor(async () => expect(await importing(staff)).toEqual({ part: 0, rows: 0 }), patiently);
    await vi.waitFor(async () => expect(await received(server)).toHaveLength(1), patiently);

    expect(await refusalOf(take(staff, table(2)))).toBe('import-running');
    expect(await received(server)).toHaveLength(1);

    first.end(bytes.subarray(60));
    const [answer] = (await once(first, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(answer))).toMatchObject({ done: true, rows: 3, added: 3 });
    expect(await importing(staff)).toBeNull();
    expect(await received(server)).toEqual([]);
  });

  it('that a browser breaks off leaves nothing, and the next one works', async () => {
    server = await startTestServer();
    const staff = await setUpStaff(server);
    const broken = slowUpload(server, staff);
    broken.write(table(2000).subarray(0, 30_000));
    await vi.waitFor(async () => expect(await importing(staff)).not.toBeNull(), patiently);
    broken.destroy();
    await vi.waitFor(async () => expect(await importing(staff)).toBeNull(), patiently);
    expect(await received(server)).toEqual([]);
    expect(await staff.call('openSchools', {}, {})).toMatchObject({ total: 0, importedAt: null });
    expect(await take(staff, table(2))).toMatchObject({ done: true, added: 2 });
  });

  it('of tens of thousands of schools lets others be served in its midst, and is seen when it is whole', {
    timeout: 240_000,
  }, async () => {
    server = await startTestServer();
    const staff = await setUpStaff(server);
    await take(staff, table(1, 'Alt'));
    const many = 60_000;
    const report = take(staff, table(many));
    let done = false;
    const ended = report.finally(() => {
      done = true;
    });
    const midst: { part: number; rows: number }[] = [];
    while (!done) {
      const answer = await staff.call('openSchools', {}, { limit: 1 });
      // Until it is whole, nothing of it is seen.
      expect([1, many]).toContain(answer.total);
      if (answer.importing && answer.importing.rows > 0) midst.push(answer.importing);
      // Everybody asks now and then, nobody as fast as they can.
      await setTimeout(20);
    }
    await ended;
    expect(await report).toMatchObject({ rows: many, added: many - 1, changed: 1, refused: 0 });
    // Answers came from between the first row and the last, each further than the one before.
    expect(midst.some(({ rows }) => rows < many)).toBe(true);
    for (const [index, { part, rows }] of midst.entries()) {
      expect(part).toBeGreaterThanOrEqual(midst[index - 1]?.part ?? 0);
      expect(rows).toBeGreaterThanOrEqual(midst[index - 1]?.rows ?? 0);
      expect(part).toBeLessThanOrEqual(1);
    }
    expect((await staff.call('openSchools', {}, { text: `schule ${many - 1}` })).total).toBe(1);
  });
});

describe('a server that is killed in an import', () => {
  let server: SpawnedServer;
  afterEach(async () => {
    await server.kill('SIGKILL');
    await server.remove();
  });

  it('comes back with what it had, without the file, and imports again', { timeout: 240_000 }, async () => {
    server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
    let staff = await setUpStaff(server);
    await take(staff, table(1, 'Alt'));
    for (const stage of ['arriving', 'read'] as const) {
      if (stage === 'arriving') slowUpload(server, staff).write(table(2000));
      else void take(staff, table(100_000)).catch(() => undefined);
      await vi.waitFor(async () => {
        const now = await importing(staff);
        expect(stage === 'arriving' ? now !== null : (now?.rows ?? 0) > 0).toBe(true);
      }, patiently);
      await server.kill('SIGKILL');
      server = await server.restart();
      staff = new ApiClient(server.url);
      await staff.signIn(staffMember.email, staffMember.password);
      const { schools, importing: running } = await staff.call('openSchools', {}, {});
      expect(schools).toMatchObject([{ name: 'Alt 0' }]);
      expect(running).toBeNull();
      expect(await received(server)).toEqual([]);
    }
    expect(await take(staff, table(3))).toMatchObject({ done: true, added: 2, changed: 1 });
    expect((await staff.call('openSchools', {}, {})).total).toBe(3);
  });
});
