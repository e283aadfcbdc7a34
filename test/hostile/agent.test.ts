import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../device/contract/limits.ts';
import type { TraceEvent } from '../../device/contract/trace.ts';
import type { Answer } from '../../server/live/contract/live.ts';
import type { AgentProcess } from '../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { blink, lamp, lampGpio } from './companions.ts';
import { familiesOf } from './programs.ts';

let server: TestServer;
let agent: AgentProcess;
let pupil: Pupil;
let threads: number;
const traces = new Map<string, TraceEvent[]>();
const listeners = new Set<() => void>();

beforeAll(async () => {
  server = await startTestServer({ environment: { LOG_LEVEL: 'warn' } });
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  [agent] = (await startAgents(room.configs, server.mqttPort)) as [AgentProcess];
  pupil = await joinAsPupil(server.url, room.class.code, 'Kim');
  pupil.socket.on('trace:batch', ({ runId, events }) => {
    traces.set(runId, [...(traces.get(runId) ?? []), ...events]);
    for (const listener of listeners) listener();
  });
  await expectBlink();
  threads = threadsOf(agent);
});

afterAll(async () => {
  pupil?.socket.disconnect();
  await agent?.kill();
  await server?.stop();
});

function threadsOf({ pid }: AgentProcess): number {
  return readdirSync(`/proc/${pid}/task`).length;
}

function run(source: string): Promise<Answer<{ runId: string }>> {
  return pupil.socket.timeout(20_000).emitWithAck('program:run', { source });
}

/** The trace of a run, as the pupil's page has it when the end is in. */
function traced(runId: string): Promise<readonly TraceEvent[]> {
  return new Promise((resolve) => {
    const look = () => {
      const events = traces.get(runId);
      if (!events?.some(({ kind }) => kind === 'end')) return;
      listeners.delete(look);
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

async function expectBlink(): Promise<void> {
  const lit = agent.pins.next(({ gpio, level }) => gpio === lampGpio && level === 1);
  const answer = await run(blink);
  await lit;
  expect(await outcome(answer)).toBe('finished');
  expect(agent.level(lampGpio)).toBe(0);
}

/** Checks that agent and server live on, with no more threads than before, and work as ever. */
async function expectUnharmed(): Promise<void> {
  expect(agent.level(lampGpio)).toBe(0);
  await expectBlink();
  expect(agent.online).toBe(true);
  await expect.poll(() => threadsOf(agent), { interval: 10, timeout: 10_000 }).toBe(threads);
}

const endless = ['runs', 'no-pause', 'hangs'];

describe.each(familiesOf(({ onAgent, ends }) => onAgent === true && endless.includes(ends)))(
  '$name: a pupil stops each on a real agent, and runs the next program',
  ({ programs }) => {
    it.each(programs)('$name', async ({ source, presses = 0 }) => {
      const answer = run(lamp + source);
      await agent.waitForLevel(lampGpio, 1);
      for (let count = 0; count < presses; count += 1) {
        agent.input('button', 'press');
        agent.input('button', 'release');
      }
      resultOf(await pupil.socket.timeout(20_000).emitWithAck('program:stop', {}));

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
    const answer = await run(`${lamp}$on('start', {}, 'hat', function* () { yield* $wait(60); });`);
    await agent.waitForLevel(lampGpio, 1);
    expect(await outcome(await run(' '.repeat(limits.programSourceBytes + 1)))).toBe('program-too-large');
    expect(agent.level(lampGpio)).toBe(1);
    resultOf(await pupil.socket.timeout(20_000).emitWithAck('program:stop', {}));
    expect(await outcome(answer)).toBe('stopped');
  });
});
