import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentProcess } from '../../support/agent-process.ts';
import { type Classroom, setUpClassroom, startAgents } from '../../support/classroom.ts';
import { joinAsPupil, type Pupil } from '../../support/pupil.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let room: Classroom;
let agents: AgentProcess[];
const opened: Pupil[] = [];
const lamp = 18;
/** Light on, and no end. */
const endless = `$on('start', {}, 'start', function* () { $do('red', 'on'); for (;;) { if ($due()) yield; yield* $wait(1); } });`;

// Two real Pis.
beforeAll(async () => {
  server = await startTestServer();
  room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 2 });
  agents = await startAgents(room.configs, server.mqttPort, room.staff);
}, 90_000);

afterAll(async () => {
  for (const { socket } of opened) socket.disconnect();
  await Promise.all((agents ?? []).map((agent) => agent.kill()));
  await server?.stop();
});

async function classWithPupils() {
  const begun = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Ende' });
  const pupils: Pupil[] = [];
  for (const nickname of ['Fuchs', 'Dachs']) pupils.push(await joinAsPupil(server.url, begun.code, nickname));
  opened.push(...pupils);
  return { pupils, end: () => room.teacher.call('endClass', { classId: begun.id }, {}) };
}
const run = ({ socket }: Pupil) => socket.timeout(20_000).emitWithAck('program:run', { source: endless });

async function allStandStill() {
  const running = async () =>
    (await room.staff.call('devices', {}, {})).devices.filter(({ program }) => program.state === 'running');
  await expect.poll(running, { timeout: 30_000 }).toEqual([]);
  await Promise.all(agents.map((agent) => agent.waitForLevel(lamp, 0, 30_000)));
}

describe('a class that ends', () => {
  beforeAll(() => room.teacher.call('endClass', { classId: room.class.id }, {}));

  it('leaves nothing running of what pupils start at that moment', { timeout: 90_000 }, async () => {
    const { pupils, end } = await classWithPupils();
    const asked = pupils.flatMap((pupil) => [run(pupil), run(pupil), run(pupil)]);
    const over = end();
    asked.push(...pupils.flatMap((pupil) => [run(pupil), run(pupil)]));
    // Pages that are sent away hear no answer.
    const settled = Promise.allSettled(asked);
    await over;
    for (const { socket } of pupils) socket.disconnect();
    await settled;
    await allStandStill();
  });
});
