import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import type { AgentProcess } from '../../support/agent-process.ts';
import { until } from '../../support/broker.ts';
import { type Classroom, setUpClassroom, startAgents } from '../../support/classroom.ts';
import { everyRow, foundInFiles } from '../../support/databases.ts';
import { connectTeacher, joinAsPupil, openPupil, type Pupil, resultOf } from '../../support/pupil.ts';
import { refusalOf } from '../../support/school.ts';
import { type SpawnedServer, spawnServer } from '../../support/server.ts';

/** Signs that stand in whatever pupils and teacher write in the class that is deleted, and nowhere else. */
const marks = ['Übelkrähe Zyx', '🦊 Qwjkdachs', 'Blockgeheimnis', 'Kommentargeheimnis', 'Druckgeheimnis'];
/** In the class that stays. */
const kept = 'Bleibdrin';

let server: SpawnedServer;
let room: Classroom;
let agents: AgentProcess[] = [];
const sockets: { disconnect(): unknown }[] = [];
let crow: Pupil;

beforeAll(async () => {
  server = await spawnServer({ environment: { LOG_LEVEL: 'debug' } });
  room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  agents = await startAgents(room.configs, server.mqttPort, room.staff);
}, 120_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await Promise.all(agents.map((agent) => agent.kill()));
  await server.kill('SIGKILL');
  await server.remove();
});

async function sit(code: string, nickname: string): Promise<Pupil> {
  const pupil = await joinAsPupil(server.url, code, nickname);
  sockets.push(pupil.socket);
  return pupil;
}

/** Saves so often, and so different amounts, that the database moves rows about in its pages. */
async function work({ socket, state }: Pupil, text: string, saves = 40): Promise<void> {
  for (let version = 0; version < saves; version++) {
    const blocks = { text: `${text} ${version} `.repeat(1 + ((version * 37) % 90)) };
    resultOf(await socket.emitWithAck('workspace:save', { base: version, blocks, tab: 'tab' }));
    await new Promise((done) => setTimeout(done, 35)); // within what a connection may ask
  }
  const { lessonId } = state.class;
  const nothing = { quizzes: [], left: [], celebrated: [], finished: false };
  resultOf(
    await socket.emitWithAck('progress:save', {
      lessonId,
      step: 1,
      furthest: 1,
      goals: ['a', 'b'],
      ...nothing,
    }),
  );
}

/** What the broker has retained for a Pi, on all that a Pi may hear. */
async function retainedFor(deviceId: string, secret: string): Promise<Map<string, string>> {
  const client = mqtt.connect(`mqtt://127.0.0.1:${server.mqttPort}`, {
    clientId: deviceId,
    username: deviceId,
    password: secret,
    reconnectPeriod: 0,
  });
  const retained = new Map<string, string>();
  client.on('message', (topic, payload, { retain }) => {
    if (retain) retained.set(topic, payload.toString());
  });
  await new Promise((done) => client.once('connect', done));
  const topics = ['desired', 'command', 'program'].map((channel) => `steckbrett/v1/${deviceId}/${channel}`);
  await client.subscribeAsync(topics, { qos: 1 });
  await until(() => retained.has(`steckbrett/v1/${deviceId}/desired`));
  await client.unsubscribeAsync(topics);
  await client.endAsync();
  return retained;
}

it('a class is worked in: names, blocks, handed-in work, words and traces are kept', async () => {
  crow = await sit(room.class.code, 'Übelkrähe Zyx');
  const dachs = await sit(room.class.code, '🦊 Qwjkdachs');
  expect(crow.state.device?.id).toBe(room.configs[0]?.deviceId);
  await Promise.all([work(crow, 'Blockgeheimnis'), work(dachs, 'Blockgeheimnis von 🦊 Qwjkdachs')]);
  resultOf(await crow.socket.emitWithAck('work:hand-in', {}));
  const teacher = await connectTeacher(server.url, room.teacher.cookies);
  sockets.push(teacher);
  const { id: classId } = room.class;
  const seatId = crow.state.seat.id;
  resultOf(
    await teacher.emitWithAck('work:return', {
      classId,
      seatId,
      comment: 'Kommentargeheimnis für Übelkrähe Zyx',
      badge: 'star',
    }),
  );
  resultOf(await dachs.socket.emitWithAck('hand:raise', { raised: true }));
  const printed = new Promise<void>((done) => {
    crow.socket.on('trace:batch', ({ events }) => {
      if (events.some((event) => event.kind === 'print' && event.text.includes('Druckgeheimnis'))) done();
    });
  });
  const source = `$on('start', {}, 'start', function* () { $print('Druckgeheimnis von Übelkrähe Zyx'); });`;
  resultOf(await crow.socket.emitWithAck('program:run', { source }));
  await printed;
  expect(await foundInFiles(server.dataDir, marks)).toEqual(
    marks.filter((mark) => mark !== 'Druckgeheimnis'),
  );
}, 60_000);

it('deleted, it leaves its numbers, in the database and in the teacher’s answer', async () => {
  const other = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Andere' });
  await work(await sit(other.code, kept), kept);
  const { id: classId } = room.class;
  const count = { lessonId: 'blink', pupils: 2, goals: 4, school: { name: 'Testschule' } };
  expect(await room.teacher.call('deleteClass', { classId }, {})).toMatchObject(count);
  expect((await room.staff.call('classCounts', {}, {})).counts).toMatchObject([count]);
  expect(await refusalOf(room.teacher.call('deleteClass', { classId }, {}))).toBe('class-unknown');
  const rows = await everyRow(server.dataDir);
  for (const trace of [...marks, classId, crow.state.seat.id, crow.state.pupil.id, room.class.code]) {
    expect(rows).not.toContain(trace);
  }
  expect(rows).toContain(kept);
}, 60_000);

it('its pupils’ tokens and codes open nothing', async () => {
  await expect(openPupil(server.url, crow.token)).rejects.toThrow();
  const anybody = new ApiClient(server.url);
  expect(await refusalOf(anybody.call('classPrivacy', { code: room.class.code }, {}))).toBe(
    'class-code-unknown',
  );
});

it('nothing of it is in any file, while the other class is', async () => {
  expect(await foundInFiles(server.dataDir, [...marks, kept])).toEqual([kept]);
});

it('nor does the next pupil of the Pi hear anything of it', async () => {
  const [one] = (await room.teacher.call('classes', {}, {})).classes;
  const next = await sit(one?.code ?? '', 'Nachfolger');
  const heard: unknown[] = [next.state];
  next.socket.on('trace:batch', (batch) => heard.push(batch));
  expect(next.state.device?.id).toBe(room.configs[0]?.deviceId);
  // Its answer comes after whatever was sent at the beginning.
  heard.push(resultOf(await next.socket.emitWithAck('history:list', {})));
  for (const mark of marks) expect(JSON.stringify(heard)).not.toContain(mark);
});

it('nor does the broker retain anything of it', async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.kill()));
  const { deviceId = '', secret = '' } = room.configs[0] ?? {};
  const retained = await retainedFor(deviceId, secret);
  for (const mark of marks) expect([...retained.values()].join()).not.toContain(mark);
});

it('nor does the log name anybody', () => {
  expect(server.output()).toContain('deleted a class');
  for (const mark of marks) expect(server.output()).not.toContain(mark);
});

it('a server that is killed while it deletes has the whole class or nothing of it', async () => {
  for (const delay of [0, 30]) {
    const doomed = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Kippe' });
    const mark = `Kippgeheimnis${delay}x`;
    const pupil = await sit(doomed.code, mark);
    await work(pupil, mark, 10);
    const asked = room.teacher.call('deleteClass', { classId: doomed.id }, {}).catch(() => undefined);
    await new Promise((done) => setTimeout(done, delay));
    await server.kill('SIGKILL');
    await asked;
    server = await server.restart();
    const left = await foundInFiles(server.dataDir, [mark]);
    const { classes } = await room.teacher.call('classes', {}, {});
    const { classes: ended } = await room.teacher.call('endedClasses', {}, {});
    const there = [...classes, ...ended.map((one) => one.class)].filter(({ id }) => id === doomed.id);
    expect(left).toEqual(there.length > 0 ? [mark] : []);
    if (there.length > 0) await room.teacher.call('deleteClass', { classId: doomed.id }, {});
    expect(await foundInFiles(server.dataDir, [mark])).toEqual([]);
  }
}, 120_000);
