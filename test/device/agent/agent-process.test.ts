import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../../device/contract/codec.ts';
import { programMessageSchema, type Reply, replySchema } from '../../../device/contract/command.ts';
import { desiredSchema } from '../../../device/contract/desired.ts';
import { presenceSchema } from '../../../device/contract/presence.ts';
import { type Reported, reportedSchema } from '../../../device/contract/reported.ts';
import { type TraceBatch, type TraceEvent, traceBatchSchema } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { type AgentProcess, startAgent } from '../../support/agent-process.ts';
import { startBroker, type TestBroker } from '../../support/test-broker.ts';

const deviceId = 'pi-07';
const secret = 'a-secret-of-20-chars';
const root = `steckbrett/v1/${deviceId}`;
const red = 18;

let broker: TestBroker;
let agent: AgentProcess;

/** Messages of one channel that the broker heard so far. */
const heard = (channel: string) => broker.heard.filter((message) => message.topic === `${root}/${channel}`);
const batches = (runId: string): TraceBatch[] =>
  heard('trace')
    .map((message) => traceBatchSchema.parse(JSON.parse(message.payload)))
    .filter((batch) => batch.runId === runId);
const events = (runId: string): TraceEvent[] => batches(runId).flatMap((batch) => batch.events);
const replies = (id: string): Reply[] =>
  heard('reply')
    .map((message) => replySchema.parse(JSON.parse(message.payload)))
    .filter((reply) => reply.id === id);

/** Resolved when the trace of a run has its end. */
const ended = (runId: string) =>
  broker.hear(
    (message) =>
      message.topic.endsWith('/trace') &&
      message.payload.includes(runId) &&
      message.payload.includes('"kind":"end"'),
  );
const answered = (id: string, state: Reply['state']) =>
  broker.hear(
    (message) =>
      message.topic.endsWith('/reply') && message.payload.includes(id) && message.payload.includes(state),
  );
const reported = (fits: (state: Reported) => boolean) =>
  broker.hear(
    (message) =>
      message.topic.endsWith('/reported') && fits(reportedSchema.parse(JSON.parse(message.payload))),
  );

async function order(
  action: { type: 'run'; runId: string; source: string } | { type: 'stop'; runId?: string },
) {
  const sentAt = Date.now();
  const id = randomUUID();
  await broker.publish(
    `${root}/program`,
    encode(programMessageSchema, { id, sentAt, expiresAt: sentAt + 10_000, action }),
  );
  return id;
}

async function run(source: string) {
  const runId = randomUUID();
  const id = await order({ type: 'run', runId, source });
  return { id, runId };
}

const stack = (body: string) => `$on('start', {}, 'hat', function* () { ${body} });`;
const blink = stack(`
  for (;;) {
    if ($due()) yield;
    $b = 'on'; $do('red', 'on');
    $b = 'wait1'; yield* $wait(0.05);
    $b = 'off'; $do('red', 'off');
    $b = 'wait2'; yield* $wait(0.05);
  }`);

beforeAll(async () => {
  broker = await startBroker(new Map([[deviceId, secret]]));
  await broker.publish(`${root}/desired`, encode(desiredSchema, { version: 1, wiring: camJamEduKit }), true);
  agent = await startAgent({ server: broker.tcp, deviceId, secret });
  await agent.waitUntilOnline();
  await agent.waitUntilWired(red);
}, 30_000);

afterAll(async () => {
  await agent.kill('SIGKILL');
  await broker.close();
});

describe('a real agent process', () => {
  it('reports its board and the wiring that it has applied', async () => {
    const message = await reported((state) => state.desiredVersion === 1);
    expect(message).toMatchObject({ qos: 1, retain: true });
    expect(JSON.parse(message.payload)).toMatchObject({
      board: { kind: 'simulated', io: 'none' },
      desiredProblem: null,
      program: { state: 'idle' },
    });
  });

  it('runs a blink program: edges on the pin, a trace of them, and a dark LED after the stop', async () => {
    const levels: number[] = [];
    const unhear = agent.pins.on((change) => change.gpio === red && levels.push(change.level));
    const { id, runId } = await run(blink);
    await answered(id, 'succeeded');
    for (let count = 0; count < 3; count += 1) {
      await agent.pins.next((change) => change.gpio === red && change.level === 1);
      await agent.pins.next((change) => change.gpio === red && change.level === 0);
    }
    expect(levels.slice(0, 6)).toEqual([1, 0, 1, 0, 1, 0]);

    const stop = await order({ type: 'stop' });
    await answered(stop, 'succeeded');
    await ended(runId);
    expect(agent.level(red)).toBe(0);
    unhear();

    const trace = events(runId);
    expect(trace[0]).toMatchObject({ kind: 'start' });
    expect(trace.at(-1)).toMatchObject({ kind: 'end', reason: 'stopped' });
    expect(trace.filter((event) => event.kind === 'pin').slice(0, 4)).toMatchObject([
      { gpio: red, level: 1 },
      { gpio: red, level: 0 },
      { gpio: red, level: 1 },
      { gpio: red, level: 0 },
    ]);
    expect(batches(runId).map((batch) => batch.sequence)).toEqual(batches(runId).map((_, index) => index));
    expect(replies(id).map((reply) => reply.state)).toEqual(['in-progress', 'succeeded']);
  });

  it('reports what runs while it runs', async () => {
    const { runId } = await run(blink);
    await reported((state) => state.program.state === 'running' && state.program.runId === runId);
    await order({ type: 'stop', runId });
    await ended(runId);
  });

  it('hears the button of its simulated board', async () => {
    const { id } = await run(`
      $on('event', { part: 'button', event: 'pressed' }, 'hat', function* () { $do('green', 'on'); });
    `);
    await answered(id, 'succeeded');
    agent.input('button', 'press');
    await agent.waitForLevel(24, 1);
    agent.input('button', 'release');
    await order({ type: 'stop' });
    await agent.waitForLevel(24, 0);
  });

  it('stops a loop that has no end and no mercy', async () => {
    const { runId } = await run(stack(`$do('red', 'on'); for (;;) {}`));
    await agent.waitForLevel(red, 1);
    const stop = await order({ type: 'stop' });
    await answered(stop, 'succeeded');
    await agent.waitForLevel(red, 0);
    await ended(runId);
  });

  it('survives a memory bomb and runs the next program', async () => {
    const bomb = await run(stack(`const all = []; for (;;) { all.push(new Array(10000).fill('x')); }`));
    await ended(bomb.runId);
    expect(events(bomb.runId).some((event) => event.kind === 'error')).toBe(true);
    const next = await run(stack(`$print('still here');`));
    await ended(next.runId);
    expect(events(next.runId)).toContainEqual(expect.objectContaining({ kind: 'print', text: 'still here' }));
  });

  it('goes on while the line is cut, and says how things stand when it is back', async () => {
    const { runId } = await run(blink);
    await agent.waitForLevel(red, 1);
    const offline = agent.waitUntilOffline();
    broker.cut(deviceId);
    await offline;
    await agent.pins.next((change) => change.gpio === red);
    await agent.waitUntilOnline();
    await broker.hear(
      (message) => message.topic.endsWith('/trace') && message.payload.includes('"resync":true'),
    );
    expect(events(runId).some((event) => event.kind === 'end')).toBe(false);
    await order({ type: 'stop' });
    await ended(runId);
  });

  it('leaves a will when it is killed, with the nonce of its last connection', async () => {
    const last = heard('presence').at(-1);
    const { nonce } = presenceSchema.parse(JSON.parse(last?.payload ?? ''));
    expect(await agent.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    await broker.hear(
      (message) =>
        message.topic.endsWith('/presence') &&
        message.payload.includes('"offline"') &&
        message.payload.includes(nonce),
    );
  });
});

describe('the end of an agent process', () => {
  it('is orderly at SIGTERM: program stopped, board dark, presence offline, code 0', async () => {
    const one = await startAgent({ server: broker.tcp, deviceId, secret });
    await one.waitUntilWired(red);
    const { runId } = await run(stack(`$do('red', 'on'); yield* $wait(1000);`));
    await one.waitForLevel(red, 1);
    const dark = one.pins.next((change) => change.gpio === red && change.level === 0);
    const { nonce } = presenceSchema.parse(JSON.parse(heard('presence').at(-1)?.payload ?? ''));
    expect(await one.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await dark;
    await ended(runId);
    expect(events(runId).at(-1)).toMatchObject({ kind: 'end', reason: 'agent-stopped' });
    expect(presenceSchema.parse(JSON.parse(heard('presence').at(-1)?.payload ?? ''))).toEqual({
      state: 'offline',
      nonce,
    });
  });

  it('is immediate when the config is wrong: code 2 and one sentence', async () => {
    const one = await startAgent({ server: 'http://nowhere', deviceId, secret });
    await expect(one.waitUntilOnline()).rejects.toThrow(/pi-07.json.*server/);
    expect(await one.kill()).toEqual({ code: 2, signal: null });
  });
});
