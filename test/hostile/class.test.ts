import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../device/contract/problem.ts';
import { ApiClient } from '../../provisioning/api-client.ts';
import { guessableRate } from '../../server/api/attempts.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { peek } from '../support/databases.ts';
import { openPupil, type Pupil, resultOf } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let teacher: ApiClient;
const open: Pupil[] = [];

beforeAll(async () => {
  server = await startTestServer();
  teacher = (await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 })).teacher;
});
afterAll(async () => {
  for (const { socket } of open) socket.disconnect();
  await server.stop();
});

const startClass = (name: string) => teacher.call('startClass', {}, { lessonId: 'blink', name });
const join = (code: string, nickname: string) =>
  new ApiClient(server.url).call('join', {}, { code, nickname });

/** The problem's code, or `in`. */
async function outcomeOf(joined: Promise<unknown>): Promise<string> {
  try {
    await joined;
    return 'in';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

async function manyAtWork(one: ClassView, count: number): Promise<Pupil[]> {
  const pupils = await Promise.all(
    Array.from({ length: count }, async (_, index) =>
      openPupil(server.url, (await join(one.code, `Kind ${index + 1}`)).token),
    ),
  );
  open.push(...pupils);
  return pupils;
}

const save = ({ socket }: Pupil, base: number) =>
  socket.emitWithAck('workspace:save', { base, blocks: { change: base + 1 }, tab: 'tab' });

/** As fast as may be, but not so fast that it is refused for that. */
const paced = () => new Promise((done) => setTimeout(done, 80));

/** Lines of the log that say that something broke. */
const faults = () => server.log.filter(({ level }) => Number(level) >= 50);

describe('a class that ends while thirty work', () => {
  it('answers each of them clearly, and keeps every save that it has acknowledged', async () => {
    const one = await startClass('6a');
    const pupils = await manyAtWork(one, 30);
    /** How far each was saved, and how they heard of the end. */
    const working = pupils.map(async (pupil) => {
      let saved = 0;
      const gone = new Promise<null>((resolve) => pupil.socket.once('disconnect', () => resolve(null)));
      for (;;) {
        const answer = await Promise.race([save(pupil, saved), gone]);
        if (answer === null) return { pupil, saved, end: 'disconnected' };
        if (!answer.ok) return { pupil, saved, end: answer.problem.code };
        saved = answer.result.version;
        const run = await Promise.race([
          pupil.socket.emitWithAck('virtual:state', { state: 'running', error: null }),
          gone,
        ]);
        if (run === null) return { pupil, saved, end: 'disconnected' };
        if (!run.ok) return { pupil, saved, end: run.problem.code };
        await paced();
      }
    });
    await Promise.all(pupils.map((pupil) => save(pupil, 0)));
    await teacher.call('endClass', { classId: one.id }, {});
    const ends = await Promise.all(working);

    expect(
      [...new Set(ends.map(({ end }) => end))].filter(
        (end) => !['disconnected', 'class-ended'].includes(end),
      ),
    ).toEqual([]);
    for (const { pupil } of ends)
      expect(await outcomeOf(openPupil(server.url, pupil.token).catch(refused))).toBe('seat-token-invalid');
    const database = await peek(server.dataDir);
    for (const { pupil, saved } of ends) {
      const [kept] = await database.run(
        'select version from workspace where seat_id = ?',
        pupil.state.seat.id,
      );
      expect(Number(kept?.version)).toBeGreaterThanOrEqual(saved);
    }
    await database.close();
    expect(faults()).toEqual([]);
  });
});

describe('a crowd at the door', () => {
  it('of thirty pupils of one school all get in at once', async () => {
    const one = await startClass('6b');
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => outcomeOf(join(one.code, `Kind ${index + 1}`))),
    );
    expect(outcomes).toEqual(Array(30).fill('in'));
  });

  it('of two hundred fills a class and no more, while another class works on', async () => {
    const [crowded, working] = [await startClass('6c'), await startClass('6d')];
    const pupils = await manyAtWork(working, 10);
    let over = false;
    const saving = pupils.map(async (pupil) => {
      let version = 0;
      do {
        version = resultOf(await save(pupil, version)).version;
        await paced();
      } while (!over);
      return version;
    });
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => outcomeOf(join(crowded.code, `Bot ${index + 1}`))),
    );
    over = true;
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(60);
    expect(outcomes.filter((outcome) => outcome === 'class-full')).toHaveLength(140);
    for (const version of await Promise.all(saving)) expect(version).toBeGreaterThan(0);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(faults()).toEqual([]);
  });
});

describe('who guesses codes', () => {
  /** Joins as somebody at another address, as a proxy on this machine would say it. */
  const joinFrom = async (address: string, code: string): Promise<string> => {
    const response = await fetch(`${server.url}/api/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ code, nickname: 'Rater' }),
    });
    const answer = await response.json();
    return response.ok ? 'in' : answer.code;
  };
  const guess = async (address: string, times: number) => {
    const outcomes: string[] = [];
    for (let tried = 0; tried < times; tried += 100)
      outcomes.push(...(await Promise.all(Array.from({ length: 100 }, () => joinFrom(address, 'CCC-CCC')))));
    return new Set(outcomes);
  };
  const logged = (address: string) =>
    server.log.filter((line) => line.address === address).map(({ wrong }) => wrong);

  it('a thousand times is limited and logged; a right code of the same school still opens', async () => {
    const one = await startClass('6e');
    expect(await guess('203.0.113.7', 1000)).toEqual(new Set(['class-code-unknown', 'too-many-attempts']));
    expect(await joinFrom('203.0.113.7', 'CCC-CCC')).toBe('too-many-attempts');
    expect(await joinFrom('203.0.113.7', one.code)).toBe('in');
    expect(await joinFrom('203.0.113.8', one.code)).toBe('in');
    expect(logged('203.0.113.7')).toEqual([40]);
  });

  it('with a program’s speed is shut out for a while, and nobody else is', async () => {
    const one = await startClass('6f');
    await guess('203.0.113.9', guessableRate.failures + 100);
    expect(await joinFrom('203.0.113.9', one.code)).toBe('too-many-attempts');
    expect(await joinFrom('203.0.113.8', one.code)).toBe('in');
    expect(logged('203.0.113.9')).toEqual([40, guessableRate.failures]);
  });
});

/** socket.io refuses with an error that carries the problem. */
function refused(error: Error & { data?: ConstructorParameters<typeof ProblemError>[0] }): never {
  throw error.data ? new ProblemError(error.data) : error;
}
