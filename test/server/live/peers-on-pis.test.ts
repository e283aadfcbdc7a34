import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { AgentProcess } from '../../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../../support/pupil.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let agents: AgentProcess[];
let pupils: Pupil[];
/** What happened on each seat's Pi. */
const traces: TraceEvent[][] = [[], []];

// Two real Pis, and a third seat with nothing but a page, which is played by the test.
beforeAll(async () => {
  server = await startTestServer();
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 2, lessonId: 'messages' });
  agents = await startAgents(room.configs, server.mqttPort, room.staff);
  pupils = [];
  for (const nickname of ['Fuchs', 'Dachs', 'Luchs']) {
    pupils.push(await joinAsPupil(server.url, room.class.code, nickname));
  }
  for (const [index, trace] of traces.entries()) {
    pupils[index]?.socket.on('trace:batch', ({ events }) => trace.push(...events));
  }
});

afterAll(async () => {
  for (const pupil of pupils ?? []) pupil.socket.disconnect();
  await Promise.all((agents ?? []).map((agent) => agent.kill()));
  await server?.stop();
});

const pupil = (place: number) => pupils[place] as Pupil;
const run = async (place: number, source: string) =>
  resultOf(await pupil(place).socket.timeout(20_000).emitWithAck('program:run', { source }));
const on = (name: string, body: string) =>
  `$on('peer', { name: '${name}' }, '${name}', function* () { ${body} });`;
const start = (body: string) => `$on('start', {}, 'start', function* () { ${body} });`;
const said = (place: number) =>
  traces[place]?.flatMap((event) => (event.kind === 'print' ? [event.text] : [])) ?? [];
const lamp = 18;

it('a ball goes round the class: from page to Pi to Pi, and back to the page', async () => {
  const pass = on('ball', "$do('red', 'on'); $tell('next', 'ball', $heard('value') + 1);");
  await run(0, pass);
  await run(1, pass);
  const lit = [0, 1].map((place) => agents[place]?.waitForLevel(lamp, 1));
  const back = new Promise((resolve) => pupil(2).socket.once('peers:message', resolve));
  resultOf(await pupil(2).socket.emitWithAck('peers:send', { to: 'next', name: 'ball', value: 1 }));
  await Promise.all(lit);
  expect(await back).toEqual({ from: 'Dachs', name: 'ball', value: 3 });
  await expect
    .poll(() => traces[1]?.filter(({ kind }) => kind === 'sent' || kind === 'received'))
    .toMatchObject([
      { kind: 'received', from: 'Fuchs', name: 'ball', value: 2 },
      { kind: 'sent', to: 'next', name: 'ball', value: 3 },
    ]);
});

it('who writes to all and to the one before reaches just those', async () => {
  const page: unknown[] = [];
  pupil(2).socket.on('peers:message', (message) => page.push(message));
  const say = "$print($heard('from') + ' ' + $heard('value'));";
  await run(0, on('hallo', say));
  await run(
    1,
    on('hallo', say) + start("$tell('all', 'hallo', 'all'); $tell('previous', 'hallo', 'before');"),
  );
  await expect.poll(() => said(0)).toEqual(['Dachs all', 'Dachs before']);
  await expect.poll(() => page).toEqual([{ from: 'Dachs', name: 'hallo', value: 'all' }]);
  expect(said(1)).toEqual([]);
});

it('two Pis that answer each other for ever can be stopped, and then stand still', async () => {
  const answer = on('ping', "$do('red', 'toggle'); for (let i = 0; i < 5; i += 1) $tell('all', 'ping');");
  await run(0, answer);
  await run(1, answer + start("$tell('all', 'ping');"));
  await expect
    .poll(() => traces[0]?.some((event) => event.kind === 'gap' && event.unsent), { timeout: 15_000 })
    .toBe(true);
  for (const place of [0, 1]) resultOf(await pupil(place).socket.emitWithAck('program:stop', {}));
  await Promise.all(agents.map((agent) => agent.waitForLevel(lamp, 0)));
  await run(0, start("$do('red', 'on'); yield* $wait(100);"));
  await agents[0]?.waitForLevel(lamp, 1);
});
