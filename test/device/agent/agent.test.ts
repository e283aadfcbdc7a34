import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createAgent } from '../../../device/agent/agent.ts';
import { agentConfigSchema } from '../../../device/agent/config.ts';
import { createSelfTest } from '../../../device/agent/self-test/self-test.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { Command, ProgramMessage, Reply } from '../../../device/contract/command.ts';
import type { Desired } from '../../../device/contract/desired.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { type Clock, systemClock } from '../../../device/program/clock.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { type Heard, startBroker, type TestBroker } from '../../support/test-broker.ts';

/** For a machine that has much else to do. */
const patience = { timeout: 30_000 };

const deviceId = 'pi-07';
const secret = 'a-secret-of-20-chars';
const stack = (body: string) => `$on('start', {}, 'hat', function* () { ${body} });`;
const wellAndCool = { temperature: 41.5, underVoltage: false, memoryFree: 300, diskFree: 9000, wifi: -50 };
const shine = stack(`$do('red', 'on'); yield* $wait(1000);`);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** An agent of this process at a real broker, wired and online, with what people would do to it. */
async function bench({ agentClock = systemClock as Clock, transport = 'tcp' as 'tcp' | 'webSocket' } = {}) {
  const broker = await startBroker(new Map([[deviceId, secret]]));
  closing.push(() => broker.close());
  const board = createSimulatedBoard({ clock: systemClock });
  const states: string[] = [];
  const traced: TraceEvent[] = [];
  const agent = createAgent({
    config: agentConfigSchema.parse({ server: broker[transport], deviceId, secret, board: 'simulated' }),
    board,
    createRunner: (onTrace) =>
      createProgramRunner({
        board,
        clock: systemClock,
        createIsolate: nodeIsolates(),
        onTrace(runId, events) {
          traced.push(...events);
          onTrace(runId, events);
        },
      }),
    clock: agentClock,
    random: () => 0,
    drawId: randomUUID,
    readHealth: () => wellAndCool,
    selfTest: createSelfTest({ board: board.info, keepWifi: [], classFolders: [] }),
    version: '0.0.0-test',
    environment: {},
    log: silentLog,
    onState: (state) => states.push(state),
  });
  closing.push(() => agent.stop());
  agent.start();
  await broker.hear((message) => message.topic.endsWith('/presence'));
  return { board, broker, states, traced, ...orders(broker) };
}

function orders(broker: TestBroker) {
  const send = (channel: string, message: Desired | Command | ProgramMessage) =>
    broker.publish(`steckbrett/v1/${deviceId}/${channel}`, JSON.stringify(message), channel === 'desired');
  const envelope = () => ({ id: randomUUID(), sentAt: Date.now(), expiresAt: Date.now() + 10_000 });
  const last = (id: string) =>
    broker
      .hear((message) => isReply(message, id) && !message.payload.includes('in-progress'))
      .then((message): Reply => JSON.parse(message.payload));
  return {
    wire: async (version: number, wiring: Wiring) => {
      await send('desired', { version, wiring });
      await broker.hear(
        (message) =>
          message.topic.endsWith('/reported') && message.payload.includes(`"desiredVersion":${version}`),
      );
    },
    /** Sends without waiting; resolved with the id. */
    async post(action: ProgramMessage['action'] | Command['action']) {
      const message = { ...envelope(), action };
      const isProgram = action.type === 'run' || action.type === 'stop';
      await send(isProgram ? 'program' : 'command', message as Command | ProgramMessage);
      return message.id;
    },
    last,
  };
}

const isReply = (message: Heard, id: string) =>
  message.topic.endsWith('/reply') && message.payload.includes(id);

describe('an agent at a broker', () => {
  it.each(['tcp', 'webSocket'] as const)('runs a program that came over %s', async (transport) => {
    const { post, last, wire, board } = await bench({ transport });
    await wire(1, camJamEduKit);
    const id = await post({ type: 'run', runId: 'run-00001', source: shine });
    expect(await last(id)).toMatchObject({ state: 'succeeded' });
    await expect.poll(() => board.levels().get(18), patience).toBe(1);
  });

  it('says how its machine is as soon as it is online', async () => {
    const { broker } = await bench();
    const said = await broker.hear((message) => message.topic.endsWith('/health'));
    expect(JSON.parse(said.payload)).toEqual(wellAndCool);
  });

  it('publishes what a program sends to other Pis, and hands it what comes from them', async () => {
    const { broker, post, last, wire, traced } = await bench();
    await wire(1, camJamEduKit);
    const source =
      stack("$tell('all', 'hi', 3);") +
      "$on('peer', { name: 'hi' }, 'hat', function* () { $print($heard('from') + $heard('value')); });";
    await last(await post({ type: 'run', runId: 'run-00001', source }));
    const out = await broker.hear((message) => message.topic.endsWith('/peers'));
    expect(out).toMatchObject({ qos: 1, retain: false });
    expect(JSON.parse(out.payload)).toEqual({ to: 'all', name: 'hi', value: 3 });

    const id = await post({ type: 'peer-message', from: 'Otter', name: 'hi', value: 'x' });
    await expect
      .poll(() => traced.findLast((event) => event.kind === 'print'), patience)
      .toMatchObject({ text: 'Otterx' });
    await last(await post({ type: 'key', key: 'a' }));
    expect(broker.heard.filter((message) => isReply(message, id))).toEqual([]);
  });

  it('stops the program before it takes the pins away for a new wiring', async () => {
    const { post, last, wire, board, traced } = await bench();
    await wire(1, camJamEduKit);
    await last(await post({ type: 'run', runId: 'run-00001', source: shine }));
    await wire(2, { parts: [{ id: 'lamp', type: 'led', pins: { anode: 5 } }] });
    expect(traced.at(-1)).toMatchObject({ kind: 'end', reason: 'stopped' });
    expect([...board.levels()]).toEqual([[5, 0]]);
  });

  it('reports a wiring that it cannot apply, in words', async () => {
    const { broker, wire } = await bench();
    await wire(1, camJamEduKit);
    const wiring = { parts: [{ id: 'x', type: 'teleporter', pins: {} }] };
    await broker.publish(`steckbrett/v1/${deviceId}/desired`, JSON.stringify({ version: 2, wiring }), true);
    const message = await broker.hear((one) => one.payload.includes('part-unknown'));
    expect(JSON.parse(message.payload)).toMatchObject({
      desiredVersion: 1,
      desiredProblem: { code: 'part-unknown' },
    });
  });

  it('lets a stop overtake a run that is still being prepared', async () => {
    const { post, last, wire, board } = await bench();
    await wire(1, camJamEduKit);
    const [run, stop] = await Promise.all([
      post({ type: 'run', runId: 'run-00001', source: shine }),
      post({ type: 'stop' }),
    ]);
    expect(await last(stop)).toMatchObject({ state: 'succeeded' });
    await last(run);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(board.levels().get(18)).toBe(0);
  });

  it('runs only the newest of programs that come at once', async () => {
    const { post, last, wire, traced } = await bench();
    await wire(1, camJamEduKit);
    const ids = await Promise.all(
      [1, 2, 3].map((number) =>
        post({
          type: 'run',
          runId: `run-0000${number}`,
          source: stack(`$print('${number}'); yield* $wait(1000);`),
        }),
      ),
    );
    await Promise.all(ids.map(last));
    await expect
      .poll(() => traced.filter((event) => event.kind === 'print').at(-1), patience)
      .toMatchObject({ text: '3' });
  });

  it('ignores a stop that names another run', async () => {
    const { post, last, wire, board } = await bench();
    await wire(1, camJamEduKit);
    await last(await post({ type: 'run', runId: 'run-00002', source: shine }));
    await expect.poll(() => board.levels().get(18), patience).toBe(1);
    await last(await post({ type: 'stop', runId: 'run-00001' }));
    expect(board.levels().get(18)).toBe(1);
  });

  it('answers a program that is too large with a problem, and does not run it', async () => {
    const { post, last, wire } = await bench();
    await wire(1, camJamEduKit);
    const id = await post({ type: 'run', runId: 'run-00001', source: ' '.repeat(257 * 1024) });
    expect(await last(id)).toMatchObject({ state: 'failed', problem: { code: 'program-too-large' } });
  });

  it.each([
    { action: { type: 'input', part: 'button', input: 'press' }, answer: { state: 'succeeded' } },
    {
      action: { type: 'input', part: 'red', input: 'press' },
      answer: { state: 'failed', problem: { code: 'input-unknown' } },
    },
    {
      action: { type: 'input', part: 'none', input: 'press' },
      answer: { state: 'failed', problem: { code: 'part-not-wired' } },
    },
  ] as const)('answers $action.part $action.input with $answer.state', async ({ action, answer }) => {
    const { post, last, wire } = await bench();
    await wire(1, camJamEduKit);
    expect(await last(await post(action))).toMatchObject(answer);
  });

  it('does not blink for people while a program has the LEDs', async () => {
    const { post, last, wire } = await bench();
    await wire(1, camJamEduKit);
    await last(await post({ type: 'run', runId: 'run-00001', source: shine }));
    expect(await last(await post({ type: 'identify' }))).toMatchObject({
      state: 'rejected',
      problem: { code: 'program-running' },
    });
  });

  it('gives the LEDs of a blinking Pi to a program at once', async () => {
    const { broker, post, last, wire, board } = await bench();
    await wire(1, camJamEduKit);
    const identify = await post({ type: 'identify' });
    await broker.hear((message) => isReply(message, identify));
    await last(await post({ type: 'run', runId: 'run-00001', source: shine }));
    expect(await last(identify)).toMatchObject({ state: 'succeeded' });
    await expect
      .poll(() => [...board.levels()].filter(([, level]) => level === 1), patience)
      .toEqual([
        [18, 1],
        [25, 1],
      ]);
  });

  it('stops the program when the server has been away for ten minutes', async () => {
    const clock = new VirtualClock();
    const { broker, post, last, wire, board, states, traced } = await bench({ agentClock: clock });
    await wire(1, camJamEduKit);
    await last(await post({ type: 'run', runId: 'run-00001', source: shine }));
    await expect.poll(() => board.levels().get(18), patience).toBe(1);
    broker.cut(deviceId);
    await expect.poll(() => states.includes('offline'), patience).toBe(true);
    clock.advance(600_000_000);
    expect(traced.at(-1)).toMatchObject({ kind: 'end', reason: 'owner-lost' });
    expect(board.levels().get(18)).toBe(0);
  });
});
