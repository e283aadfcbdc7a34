import { setTimeout as sleep } from 'node:timers/promises';
import type { TraceBatch } from '../../device/contract/trace.ts';
import { blink, lamp, lampGpio } from '../hostile/companions.ts';
import type { HostileProgram } from '../hostile/hostile-program.ts';
import { familiesOf } from '../hostile/programs.ts';
import type { AgentProcess } from '../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../support/classroom.ts';
import { joinAsPupil, type Pupil, resultOf } from '../support/pupil.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { residentMegabytes } from './resident-memory.ts';
import { percentile } from './statistics.ts';

/** After so many hostile programs, one that only waits is stopped, too. */
const idleEach = 4;
/** A program is in full swing by then. */
const swingMs = 150;
/** Long enough for garbage to be collected, and for the spare isolate to be warm. */
const settleMs = 15_000;
const patienceMs = 60_000;

const idle: HostileProgram = {
  name: 'waiting',
  source: "$on('start', {}, 'hat', function* () { yield* $wait(600); });",
  ends: 'runs',
};
const endless = ['runs', 'no-pause', 'hangs'];

/**
 * All hostile programs on one real agent, run by a pupil through a real server: how long a stop takes, from its
 * leaving the page to its answer there (the outputs are off then), and what of their memory stays.
 */
export async function hostileBench(): Promise<Measurement[]> {
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  // As on a Pi that has been started before: the first start fills the compile cache.
  for (const first of await startAgents(room.configs, server.mqttPort, room.staff)) {
    await sleep(5_000);
    await first.kill();
  }
  const [agent] = (await startAgents(room.configs, server.mqttPort, room.staff)) as [AgentProcess];
  const pupil = await joinAsPupil(server.url, room.class.code, 'Kim');
  const stops: number[] = [];
  const idleStops: number[] = [];
  try {
    // Not of the figures: what the first programs load.
    for (let count = 0; count < 5; count += 1) await runToEnd(pupil, blink);
    await sleep(settleMs);
    const before = residentMegabytes(agent.pid);
    const stopped = programsOf(({ ends }) => endless.includes(ends));
    for (const [index, program] of stopped.entries()) {
      stops.push(await stopOnce(pupil, agent, program));
      if (index % idleEach === 0) idleStops.push(await stopOnce(pupil, agent, idle));
    }
    const ending = programsOf(({ ends }) => !endless.includes(ends) && ends !== 'program-too-large');
    for (const { source, presses } of ending) await runToEnd(pupil, source, () => press(agent, presses));
    await runToEnd(pupil, blink);
    await sleep(settleMs);
    const after = residentMegabytes(agent.pid);
    const p99 = percentile(stops, 0.99);
    const idleP99 = percentile(idleStops, 0.99);
    return [
      {
        id: 'hostile-stop-p99',
        value: p99,
        unit: 'ms',
        baseline: 'stopping a program that only waits, p99',
        baselineValue: idleP99,
        ratio: p99 / idleP99,
        target: '<= 250 ms',
        met: p99 <= 250,
        samples: stops.length,
      },
      {
        id: 'hostile-memory',
        value: after,
        unit: 'MB resident after all hostile programs',
        baseline: 'the same agent before them',
        baselineValue: before,
        ratio: after / before,
        target: '<= 10 MB more than before',
        met: after - before <= 10,
        samples: stopped.length + ending.length,
      },
    ];
  } finally {
    pupil.socket.disconnect();
    await agent.kill();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

function programsOf(fits: (program: HostileProgram) => boolean): HostileProgram[] {
  return familiesOf(fits).flatMap(({ programs }) => programs);
}

/** Runs a program until it is in full swing, and stops it; gives the ms that the stop took. */
async function stopOnce(pupil: Pupil, agent: AgentProcess, program: HostileProgram): Promise<number> {
  const lit = agent.pins.next(({ gpio, level }) => gpio === lampGpio && level === 1, patienceMs);
  const running = pupil.socket
    .timeout(patienceMs)
    .emitWithAck('program:run', { source: lamp + program.source });
  // One breaks out before it can light the lamp.
  await Promise.race([lit.catch(() => undefined), sleep(2_000)]);
  press(agent, program.presses);
  await sleep(swingMs);
  const began = performance.now();
  resultOf(await pupil.socket.timeout(patienceMs).emitWithAck('program:stop', {}));
  const took = performance.now() - began;
  await agent.waitForLevel(lampGpio, 0);
  await running;
  return took;
}

function press(agent: AgentProcess, times = 0): void {
  for (let count = 0; count < times; count += 1) {
    agent.input('button', 'press');
    agent.input('button', 'release');
  }
}

/** Runs a program that ends by itself; resolved when the page has its end. */
async function runToEnd(pupil: Pupil, source: string, begun = () => {}): Promise<void> {
  const ended = new Set<string>();
  let look = () => {};
  const hear = ({ runId, events }: TraceBatch) => {
    if (events.some(({ kind }) => kind === 'end')) ended.add(runId);
    look();
  };
  pupil.socket.on('trace:batch', hear);
  const answer = await pupil.socket.timeout(patienceMs).emitWithAck('program:run', { source });
  // Nothing but line ends takes two bytes for each on the wire, and is too large there.
  if (!answer.ok && answer.problem.code !== 'program-too-large') resultOf(answer);
  if (answer.ok) {
    begun();
    await new Promise<void>((resolve) => {
      look = () => {
        if (ended.has(answer.result.runId)) resolve();
      };
      look();
    });
  }
  pupil.socket.off('trace:batch', hear);
}
