import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramControl } from '../../../device/contract/program-control.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { Answer } from '../../../server/live/contract/live.ts';
import type { AgentProcess } from '../../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../../support/pupil.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const lampGpio = 18;
const patience = { timeout: 45_000, interval: 20 };
const at = (block: string, code: string) => `$b = '${block}'; if ($p) yield* $at(); ${code}\n`;
const source = `var n = 0; $watch(['n'], () => [n]);
$on('start', {}, 'hat', function* () { for (;;) { if ($due()) yield;
  ${at('on', "$do('red', 'on');")}${at('count', 'n += 1;')}${at('wait', 'yield* $wait(0.2);')}
} });`;

describe('a program on a real Pi, paused from the page', () => {
  let server: TestServer;
  let agent: AgentProcess;
  let pupil: Pupil;
  let runId = '';
  let events: TraceEvent[] = [];
  let paused: boolean | undefined;

  const control = async (order: ProgramControl) =>
    resultOf(await pupil.socket.timeout(45_000).emitWithAck('program:control', { control: order }));
  const block = () => events.findLast((event) => event.kind === 'block')?.block;
  const run = async (begin?: { paused?: boolean; pace?: number }) => {
    events = [];
    const answer: Answer<{ runId: string }> = await pupil.socket
      .timeout(45_000)
      .emitWithAck('program:run', { source, ...(begin && { begin }) });
    ({ runId } = resultOf(answer));
  };
  const stop = async () => {
    resultOf(await pupil.socket.timeout(45_000).emitWithAck('program:stop', {}));
    await expect.poll(() => events.at(-1), patience).toMatchObject({ kind: 'end', reason: 'stopped' });
    expect(agent.level(lampGpio)).toBe(0);
  };

  beforeAll(async () => {
    server = await startTestServer();
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
    [agent] = (await startAgents(room.configs, server.mqttPort, room.staff)) as [AgentProcess];
    pupil = await joinAsPupil(server.url, room.class.code, 'Kim');
    pupil.socket.on('trace:batch', (batch) => {
      if (runId === '' || batch.runId === runId || !batch.resync) events.push(...batch.events);
    });
    pupil.socket.on('device:state', (device) => {
      paused = device?.program.state === 'running' ? (device.program.paused ?? false) : undefined;
    });
  }, 120_000);

  afterAll(async () => {
    pupil?.socket.disconnect();
    await agent?.kill('SIGKILL');
    await server?.stop();
  });

  it('stands still with its LED on, makes steps, and goes on', async () => {
    await run();
    await agent.waitForLevel(lampGpio, 1, 45_000);
    await control({ type: 'pause' });
    await expect.poll(() => events.some(({ kind }) => kind === 'paused'), patience).toBe(true);
    await expect.poll(() => paused, patience).toBe(true);
    expect(agent.level(lampGpio)).toBe(1);

    const seen = new Set<unknown>();
    for (let step = 0; step < 4; step += 1) {
      const before = block();
      await control({ type: 'step' });
      await expect.poll(block, patience).not.toBe(before);
      seen.add(block());
    }
    expect(seen).toEqual(new Set(['on', 'count', 'wait']));
    await expect.poll(() => events.some(({ kind }) => kind === 'variable'), patience).toBe(true);

    await control({ type: 'resume' });
    await expect.poll(() => events.some(({ kind }) => kind === 'resumed'), patience).toBe(true);
    await expect.poll(() => paused, patience).toBe(false);
    await stop();
  }, 180_000);

  it('can begin paused, and be stopped so', async () => {
    await run({ paused: true });
    await expect.poll(() => events.some(({ kind }) => kind === 'paused'), patience).toBe(true);
    expect(agent.level(lampGpio)).toBe(0);
    expect(block()).toBe('on');
    await stop();
  }, 120_000);

  it('takes a control while nothing runs for nothing', async () => {
    for (const type of ['pause', 'step', 'resume'] as const) await control({ type });
    expect(agent.level(lampGpio)).toBe(0);
  });

  it('is safe when the agent ends while it is paused', async () => {
    await run();
    await agent.waitForLevel(lampGpio, 1, 45_000);
    await control({ type: 'pause' });
    await expect.poll(() => paused, patience).toBe(true);
    await agent.kill();
    expect(agent.level(lampGpio)).toBe(0);
  }, 120_000);
});
