import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { chooseBoard } from '../boards/choose.ts';
import { ProblemError } from '../contract/problem.ts';
import { systemClock } from '../program/clock.ts';
import { nodeIsolates } from '../program/isolate-node.ts';
import { createProgramRunner } from '../program/runner.ts';
import { createAgent } from './agent.ts';
import { type AgentConfig, readAgentConfig } from './config.ts';
import { createFailureLog } from './failure-log.ts';
import { readHealth } from './health/read-health.ts';
import { tidyUp } from './lean-start.ts';
import { observe } from './observe.ts';
import { tidyWhenIdle } from './tidy-when-idle.ts';
import { agentVersion } from './version.ts';

/** How long a stop may take before the process ends anyway; ms. */
const stopPatienceMs = 5_000;

const log = pino({ level: logLevel() });

/** Ends with code 2: what is wrong is in the config or on the machine, and a restart would not heal it. */
function refuse(error: unknown): never {
  const sentence =
    error instanceof ProblemError
      ? error.problem.message.en
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function logLevel(): string {
  const level = process.env.LOG_LEVEL || 'info';
  const known = [...Object.keys(pino.levels.values), 'silent'];
  if (known.includes(level)) return level;
  return refuse(new Error(`LOG_LEVEL: "${level}" is no level. Possible are ${known.join(', ')}.`));
}

function readArguments(): { config: AgentConfig; untilStdinCloses: boolean } {
  try {
    const { config, 'until-stdin-closes': untilStdinCloses = false } = parseArgs({
      options: { config: { type: 'string' }, 'until-stdin-closes': { type: 'boolean' } },
    }).values;
    if (config === undefined) throw new Error('Please name the config file: --config pi-07.json');
    return { config: readAgentConfig(config, process.env), untilStdinCloses };
  } catch (error) {
    return refuse(error);
  }
}

const { config, untilStdinCloses } = readArguments();
const board = await chooseBoard({
  choice: config.board,
  io: config.boardIo,
  gpioChipLabel: config.gpioChipLabel,
  hardwarePwm: config.hardwarePwm,
  clock: systemClock,
  say: (sentence) => log.info(sentence),
  onFailure: createFailureLog({
    clock: systemClock,
    tell: (error, omitted) => log.error({ err: error, omitted }, 'a part, the pins or their guard failed'),
  }),
}).catch(refuse);
const agent = createAgent({
  config,
  board,
  clock: systemClock,
  createRunner(onTrace) {
    const runner = createProgramRunner({ board, clock: systemClock, createIsolate: nodeIsolates(), onTrace });
    tidyWhenIdle({
      clock: systemClock,
      processorTime() {
        const { user, system } = process.cpuUsage();
        return user + system;
      },
      isFree: () => runner.state.state === 'idle',
      tidy: tidyUp,
    });
    return runner;
  },
  random: Math.random,
  drawId: randomUUID,
  readHealth: () => readHealth(),
  async selfTest(wish) {
    // Loaded when it is asked for: a Pi of 512 MB tests itself at its return and never in a lesson.
    const { createSelfTest } = await import('./self-test/self-test.ts');
    return createSelfTest({ ...config, board: board.info })(wish);
  },
  version: agentVersion(),
  environment: process.env,
  log,
  onState: observe(board, log),
});

// Whatever ends the process in an orderly way: the last thing it does is to switch everything off.
process.on('exit', () => board.makeSafe());
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    board.makeSafe();
    log.fatal({ err: error }, 'the agent failed; the board is safe');
    process.exit(1);
  });
}
function stop(reason: string): void {
  log.info({ reason }, 'stopping');
  setTimeout(() => process.exit(0), stopPatienceMs).unref();
  void agent.stop().finally(() => process.exit(0));
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
// A parent that was killed can't tell its agents; its end of the pipe closes all the same.
if (untilStdinCloses) process.stdin.once('end', () => stop('stdin closed')).resume();
log.info({ board: board.info, pid: process.pid }, 'agent started');
agent.start();
