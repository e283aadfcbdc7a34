import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { chooseBoard } from '../boards/choose.ts';
import { ProblemError } from '../contract/problem.ts';
import { systemClock } from '../program/clock.ts';
import { nodeIsolates } from '../program/isolate-node.ts';
import { createProgramRunner } from '../program/runner.ts';
import { createAgent } from './agent.ts';
import { type AgentConfig, readAgentConfig } from './config.ts';
import { observe } from './observe.ts';
import { agentVersion } from './version.ts';

/** When all is loaded: a Pi is often just unplugged, and would never write what it learned for the next start; ms. */
const flushAfterMs = 10_000;
/** How long a stop may take before the process ends anyway; ms. */
const stopPatienceMs = 5_000;

const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });

/** Ends with code 2: what is wrong is in the config or on the machine, and a restart would not heal it. */
function refuse(error: unknown): never {
  const sentence = error instanceof ProblemError ? error.problem.message.en : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function configFromArguments(): AgentConfig {
  try {
    const { config } = parseArgs({ options: { config: { type: 'string' } } }).values;
    if (config === undefined) throw new Error('Please name the config file: --config pi-07.json');
    return readAgentConfig(config, process.env);
  } catch (error) {
    return refuse(error);
  }
}

const config = configFromArguments();
const board = await chooseBoard({
  choice: config.board,
  gpioChipLabel: config.gpioChipLabel,
  clock: systemClock,
  say: (sentence) => log.info(sentence),
  onFailure: (error) => log.error({ err: error }, 'the kernel took the inputs away; restart the agent'),
}).catch(refuse);
const agent = createAgent({
  config,
  board,
  clock: systemClock,
  createRunner: (onTrace) =>
    createProgramRunner({ board, clock: systemClock, createIsolate: nodeIsolates(), onTrace }),
  random: Math.random,
  drawId: randomUUID,
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
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), stopPatienceMs).unref();
    void agent.stop().finally(() => process.exit(0));
  });
}
log.info({ board: board.info, pid: process.pid }, 'agent started');
agent.start();
setTimeout(flushCompileCache, flushAfterMs).unref();
