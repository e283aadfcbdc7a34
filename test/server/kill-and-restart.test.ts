import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../../provisioning/api-client.ts';
import { until } from '../support/broker.ts';
import { type Classroom, setUpClassroom } from '../support/classroom.ts';
import { onPostgres, type Peek, peek } from '../support/databases.ts';
import { type SpawnedServer, spawnServer } from '../support/server.ts';
import { WorkingPupil } from '../support/working-pupil.ts';

const pupilCount = 30;
/** Each takes the time of a start; PostgreSQL’s own durability is not ours to prove. */
const killCount = onPostgres ? 8 : 20;

let server: SpawnedServer;
let classroom: Classroom;
let pupils: WorkingPupil[];

beforeAll(async () => {
  server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  classroom = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
  pupils = [];
  for (let number = 1; number <= pupilCount; number++) {
    pupils.push(await WorkingPupil.join(server.url, classroom.class.code, `Fuchs ${number}`));
  }
}, 300_000);
afterAll(async () => {
  for (const pupil of pupils) pupil.close();
  await server.kill('SIGKILL');
  await server.remove();
});

/** The changes that a seat's workspace and its history hold, by version. */
async function changesOf(database: Peek, seatId: string): Promise<Map<number, number>> {
  const rows = await database.run(
    `select version, blocks from workspace where seat_id = ?
     union all select version, blocks from workspace_version where seat_id = ? and kind = 'saved'`,
    seatId,
    seatId,
  );
  return new Map(rows.map(({ version, blocks }) => [Number(version), JSON.parse(String(blocks)).change]));
}

it('a server that is killed again and again while 30 pupils work loses no change that it has acknowledged', async () => {
  const working = pupils.map((pupil) => pupil.work());
  for (let kill = 1; kill <= killCount; kill++) {
    await until(() => pupils.every(({ present }) => present));
    const before = pupils.map(({ saves }) => saves);
    await until(() => pupils.every(({ saves }, index) => saves > (before[index] ?? 0)));
    // Nobody has stopped: saves are on their way, in the database and on their way back.
    await server.kill('SIGKILL');
    await until(() => pupils.every(({ present }) => !present));
    server = await server.restart();
  }
  await until(() => pupils.every(({ present }) => present));
  for (const pupil of pupils) pupil.stop();
  await Promise.all(working);
  expect(pupils.flatMap(({ complaints }) => complaints)).toEqual([]);

  for (const { resumeCode, pupilId, seatId } of pupils) {
    const back = await new ApiClient(server.url).call('resume', {}, { code: resumeCode });
    expect(back).toMatchObject({ pupil: { id: pupilId }, seat: { id: seatId } });
  }

  await server.kill('SIGKILL');
  const database = await peek(server.dataDir);
  for (const { newest, seatId } of pupils) {
    expect((await changesOf(database, seatId)).get(newest.version)).toBe(newest.change);
  }
  if (!onPostgres) expect(await database.run('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await database.close();
  const saves = pupils.reduce((sum, pupil) => sum + pupil.saves, 0);
  const states = pupils.reduce((sum, pupil) => sum + pupil.states, 0);
  process.stdout.write(
    `${killCount} kills, ${pupilCount} pupils, ${saves} acknowledged saves, ${states} returns to the seat: nothing lost\n`,
  );
}, 600_000);
