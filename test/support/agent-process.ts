import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leanProcess } from '../../device/agent/lean-start.ts';
import { type Observation, observationSchema, type Stimulus } from '../../device/agent/observation.ts';
import type { BoardChoice } from '../../device/boards/choice.ts';

/** A level change seen in the agent's process; `at` is CLOCK_MONOTONIC in ns, as `process.hrtime.bigint()`. */
export interface PinChange {
  readonly gpio: number;
  readonly level: 0 | 1;
  readonly at: bigint;
}

export interface AgentOptions {
  readonly server: string;
  readonly deviceId: string;
  readonly secret: string;
  /** Default `simulated`. */
  readonly board?: BoardChoice;
  /** Added to the agent's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A real agent in a process of its own, watched over IPC. */
export interface AgentProcess {
  readonly pid: number;
  readonly pins: {
    /** Hears each level change; returns how to stop hearing. */
    on(listener: (change: PinChange) => void): () => void;
    /** The next change that fits, from now on. */
    next(fits?: (change: PinChange) => boolean, timeoutMs?: number): Promise<PinChange>;
  };
  readonly online: boolean;
  /** Present level; `undefined` when the pin is not wired. */
  level(gpio: number): 0 | 1 | undefined;
  /** Resolved at once when the level is there already. */
  waitForLevel(gpio: number, level: 0 | 1, timeoutMs?: number): Promise<void>;
  /** Works an input of the simulated board. */
  input(part: string, input: string, value?: number): void;
  waitUntilOnline(timeoutMs?: number): Promise<void>;
  waitUntilOffline(timeoutMs?: number): Promise<void>;
  /** Resolved when a wiring with this GPIO is applied. */
  waitUntilWired(gpio: number, timeoutMs?: number): Promise<void>;
  /** All that it wrote to stdout and stderr. */
  output(): string;
  /** Ends the process (default SIGTERM) and resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const main = new URL('../../device/agent/main.ts', import.meta.url);
const patienceMs = 15_000;

/** Starts an agent; resolved when its process exists. Call `waitUntilOnline` for more. */
export async function startAgent(options: AgentOptions): Promise<AgentProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  const path = join(folder, `${options.deviceId}.json`);
  const { server, deviceId, secret, board = 'simulated' } = options;
  writeFileSync(path, JSON.stringify({ server, deviceId, secret, board }));
  const child = fork(main, ['--config', path], {
    execArgv: [...leanProcess.execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...leanProcess.environment, ...options.environment },
  });
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return watchAgent(child);
}

async function watchAgent(child: ChildProcess): Promise<AgentProcess> {
  const levels = new Map<number, 0 | 1>();
  const listeners = new Set<(observation: Observation) => void>();
  let online = false;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-100_000);
    });
  }
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    // `close` comes when what it said last has been read, too.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  child.on('message', (message) => {
    const observation = observationSchema.parse(message);
    if (observation.type === 'pin') levels.set(observation.gpio, observation.level);
    else if (observation.type === 'wired') {
      levels.clear();
      for (const [gpio, level] of observation.levels) levels.set(gpio, level);
    } else online = observation.type === 'online';
    for (const listener of [...listeners]) listener(observation);
  });

  /** Resolved by the first observation for which `found` gives a value. */
  const observed = <Value>(
    what: string,
    found: (o: Observation) => Value | undefined,
    timeoutMs: number,
  ): Promise<Value> =>
    new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        listeners.delete(listener);
        child.off('close', gone);
      };
      const fail = (why: string) => {
        done();
        reject(new Error(`${what}: ${why}\n${output.slice(-4000)}`));
      };
      const gone = () => fail('the agent ended');
      const timer = setTimeout(() => fail(`not within ${timeoutMs} ms`), timeoutMs);
      const listener = (observation: Observation) => {
        const value = found(observation);
        if (value === undefined) return;
        done();
        resolve(value);
      };
      child.once('close', gone);
      listeners.add(listener);
    });
  const until = async (what: string, is: () => boolean, timeoutMs: number) => {
    if (!is()) await observed(what, () => (is() ? true : undefined), timeoutMs);
  };
  const asChange = (o: Observation): PinChange | undefined =>
    o.type === 'pin' ? { gpio: o.gpio, level: o.level, at: BigInt(o.at) } : undefined;

  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return {
    pid: child.pid ?? 0,
    pins: {
      on(listener) {
        const heard = (observation: Observation) => {
          const change = asChange(observation);
          if (change) listener(change);
        };
        listeners.add(heard);
        return () => listeners.delete(heard);
      },
      next: (fits = () => true, timeoutMs = patienceMs) =>
        observed(
          'pin change',
          (observation) => {
            const change = asChange(observation);
            return change && fits(change) ? change : undefined;
          },
          timeoutMs,
        ),
    },
    get online() {
      return online;
    },
    level: (gpio) => levels.get(gpio),
    waitForLevel: (gpio, level, timeoutMs = patienceMs) =>
      until(`GPIO ${gpio} = ${level}`, () => levels.get(gpio) === level, timeoutMs),
    input: (part, input, value) => void child.send({ type: 'input', part, input, value } satisfies Stimulus),
    waitUntilOnline: (timeoutMs = patienceMs) => until('online', () => online, timeoutMs),
    waitUntilOffline: (timeoutMs = patienceMs) => until('offline', () => !online, timeoutMs),
    waitUntilWired: (gpio, timeoutMs = patienceMs) =>
      until(`GPIO ${gpio} wired`, () => levels.has(gpio), timeoutMs),
    output: () => output,
    kill(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}
