import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { limits } from '../../device/contract/limits.ts';
import type { TraceEvent } from '../../device/contract/trace.ts';
import type { Answer } from '../../server/live/contract/live.ts';
import type { AgentProcess } from '../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { blink, lamp, lampGpio } from './companions.ts';
import { familiesOf } from './programs.ts';

/** What a run may take from its start to its end on a machine that has much else to do, ms. */
const runPatience = 90_000;
/** The same for server, agent and a first run together, ms. */
const setUpPatience = 180_000;

let server: TestServer;
let agent: AgentProcess;
let pupil: Pupil;
let threads: number;
const traces = new Map<string, TraceEvent[]>();
const listeners = new Set<() => void>();

vi.setConfig({ testTimeout: 2 * runPatience });

beforeAll(async () => {
  server = await startTestServer({ environment: { LOG_LEVEL: 'warn' } });
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  [agent] = (await startAgents(room.configs, server.mqttPort, room.staff)) as [AgentProcess];
  pupil = await joinAsPupil(server.url, room.class.code, 'Kim');
  pupil.socket.on('trace:batch', ({ runId, events }) => {
    traces.set(runId, [...(traces.get(runId) ?? []), ...events]);
    for (const listener of listeners) listener();
  });
  // A cold machine makes its first isolate, which may take long while others work on it.
  await expectBlink();
  threads = threadsOf(agent);
}, setUpPatience);

afterAll(async () => {
  pupil?.socket.disconnect();
  await agent?.kill();
  await server?.stop();
});

function threadsOf({ pid }: AgentProcess): number {
  return readdirSync(`/proc/${pid}/task`).length;
}

function run(source: string): Promise<Answer<{ runId: string }>> {
  return pupil.socket.timeout(runPatience).emitWithAck('program:run', { source });
}

/** The trace of a run, as the pupil's page has it when the end is in. */
function traced(runId: string): Promise<readonly TraceEvent[]> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      listeners.delete(look);
    };
    const timer = setTimeout(() => {
      done();
      const seen = JSON.stringify(traces.get(runId)?.slice(-20));
      reject(new Error(`run ${runId} did not end; its trace: ${seen}\n${agent.output().slice(-4000)}`));
    }, runPatience);
    const look = () => {
      const events = traces.get(runId);
      if (!events?.some(({ kind }) => kind === 'end')) return;
      done();
      resolve(events);
    };
    listeners.add(look);
    look();
  });
}

/** How a run ended, as the pupil's page learns it. */
async function outcome(answer: Answer<{ runId: string }>): Promise<string> {
  if (!answer.ok) return answer.problem.code;
  const events = await traced(answer.result.runId);
  const error = events.find((event) => event.kind === 'error');
  const end = events.find((event) => event.kind === 'end');
  return error?.problem.code ?? end?.reason ?? 'no end';
}

/** Resolved when a program that begins with the lamp has lit it; says how it ended if it did not. */
async function lit(answer: Promise<Answer<{ runId: string }>>): Promise<void> {
  const failed = answer.then((it) => {
    if (!it.ok) throw new Error(`${it.problem.code}: ${it.problem.message.en}`);
    return traced(it.result.runId).then((events) => {
      throw new Error(`the run ended early: ${JSON.stringify(events.slice(-5))}`);
    });
  });
  await Promise.race([agent.waitForLevel(lampGpio, 1, runPatience), failed]);
}

/** The lamp is off; what its pin did before may still be on its way here. */
async function expectDark(): Promise<void> {
  await agent.waitForLevel(lampGpio, 0, runPatience);
}

async function expectBlink(): Promise<void> {
  const answer = await run(blink);
  expect(await outcome(answer)).toBe('finished');
  const events = await traced(resultOf(answer).runId);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'pin', gpio: lampGpio, level: 1 }));
  await expectDark();
}

/** Checks that agent and server live on, with no more threads than before, and work as ever. */
async function expectUnharmed(): Promise<void> {
  await expectDark();
  await expectBlink();
  expect(agent.online).toBe(true);
  await expect.poll(() => threadsOf(agent), { interval: 10, timeout: runPatience }).toBe(threads);
}

const endless = ['runs', 'no-pause', 'hangs'];

describe.each(familiesOf(({ onAgent, ends }) => onAgent === true && endless.includes(ends)))(
  '$name: a pupil stops each on a real agent, and runs the next program',
  ({ programs }) => {
    it.each(programs)('$name', async ({ source, presses = 0 }) => {
      const answer = run(lamp + source);
      await lit(answer);
      for (let count = 0; count < presses; count += 1) {
        agent.input('button', 'press');
        agent.input('button', 'release');
      }
      resultOf(await pupil.socket.timeout(runPatience).emitWithAck('program:stop', {}));

      expect(await outcome(await answer)).toBe('stopped');
      await expectUnharmed();
    });
  },
);

describe.each(familiesOf(({ onAgent, ends }) => onAgent === true && !endless.includes(ends)))(
  '$name: each ends by itself on a real agent, and the pupil runs the next program',
  ({ programs }) => {
    it.each(programs)('$name → $ends', async ({ source, ends }) => {
      expect(await outcome(await run(source))).toBe(ends);
      await expectUnharmed();
    });
  },
);

describe('limits on a real agent', () => {
  it('ends a hung program that nobody stops', async () => {
    expect(await outcome(await run("$on('start', {}, 'hat', function* () { for (;;); });"))).toBe('no-pause');
    await expectUnharmed();
  });

  it('refuses a program that is too large while another one runs on', async () => {
    const answer = run(`${lamp}$on('start', {}, 'hat', function* () { yield* $wait(60); });`);
    await lit(answer);
    expect(await outcome(await run(' '.repeat(limits.programSourceBytes + 1)))).toBe('program-too-large');
    expect(agent.level(lampGpio)).toBe(1);
    resultOf(await pupil.socket.timeout(runPatience).emitWithAck('program:stop', {}));
    expect(await outcome(await answer)).toBe('stopped');
  });
});
