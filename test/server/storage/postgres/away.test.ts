import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startPostgres } from '../../../../scripts/setup/postgres.ts';
import { until } from '../../../support/broker.ts';
import { type Classroom, setUpClassroom } from '../../../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../../../support/pupil.ts';
import { type SpawnedServer, spawnServer, staffMember } from '../../../support/server.ts';

let postgres: OwnPostgres;
let server: SpawnedServer;
let room: Classroom;
let pupil: Pupil;

beforeAll(async () => {
  postgres = await startPostgres();
  server = await spawnServer({ environment: { DATABASE_URL: postgres.url } });
  room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  pupil = await joinAsPupil(server.url, room.class.code, 'Fuchs');
});
afterAll(async () => {
  pupil.socket.disconnect();
  await server.kill('SIGTERM');
  await server.remove();
  postgres.remove();
});

const save = (base: number) =>
  pupil.socket.emitWithAck('workspace:save', { base, blocks: { text: `after ${base}` }, tab: 'tab' });
const signIn = async () => {
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: staffMember.email, password: staffMember.password }),
  });
  return response.json();
};
const health = async () => (await fetch(`${server.url}/healthz`)).status;

it('while PostgreSQL is stopped, requests are refused with a sentence, and the server lives on', async () => {
  resultOf(await save(0));
  for (const round of [1, 2]) {
    postgres.stop();
    await until(async () => (await health()) === 503);
    await expect(room.staff.call('devices', {}, {})).rejects.toMatchObject({
      problem: { code: 'database-away', status: 503 },
    });
    await expect(room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'x' })).rejects.toMatchObject(
      {
        problem: { code: 'database-away' },
      },
    );
    expect(await save(round)).toMatchObject({ ok: false });
    expect(await signIn()).toMatchObject({ status: 503, code: 'database-away' });
    await postgres.start();
    await until(async () => (await health()) === 200);
    expect(resultOf(await save(round)).version).toBe(round + 1);
    expect((await room.staff.call('devices', {}, {})).devices).toHaveLength(1);
    expect(await signIn()).toMatchObject({ user: { email: staffMember.email } });
  }
  expect(() => process.kill(server.pid, 0)).not.toThrow();
}, 120_000);
