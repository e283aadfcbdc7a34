import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Pulses } from '../../../parts/buses.ts';
import type { Level } from '../../../parts/driver.ts';
import type { Clock } from '../../../program/clock.ts';
import { threadEnvironment } from '../../../program/thread-environment.ts';
import { PulseMemory } from './pulse-memory.ts';
import type { PulseWorkerData } from './pulse-worker.ts';

/**
 * The most pulses a second; more is cut to it. It serves tones; above, the thread would have no time between two
 * edges.
 */
export const softPwmMaxHertz = 5_000;

/** How long the thread stays when nothing pulses, in µs: it takes 13 MB, but also a moment to begin anew. */
const idleMicros = 10_000_000;

/** How long the main thread waits for one `ioctl` of the pulsing thread, in ms; it takes µs. */
const lockPatience = 200;

/** How long a thread has to end by itself, in ms; it ends within ms once it runs, but may take seconds to begin. */
const endPatience = 30_000;

/** The lines of one request, by their place in it. */
export interface PulsingLines {
  readonly fd: number;
  /** @throws SystemCallError */
  set(place: number, level: Level): void;
}

export interface SoftPwmOptions {
  readonly lines: PulsingLines;
  readonly clock: Clock;
  /** The level of a line when it is safe. */
  readonly safeLevel: (place: number) => Level;
  /** The thread has died; all lines that pulsed are at their safe level. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Pulses by software on the outputs of one request: one thread, begun with the first pulse, sets the lines at the
 * kernel's time. Its accuracy is the scheduler's, see `docs/hardware.md`.
 */
export class SoftPwm {
  readonly #lines: PulsingLines;
  readonly #clock: Clock;
  readonly #safeLevel: (place: number) => Level;
  readonly #onFailure: (error: unknown) => void;
  /** The level that was set last, of each line that has pulsed; the safe one while it does. */
  readonly #rest = new Map<number, Level>();
  #memory: PulseMemory | undefined;
  #worker: Worker | undefined;
  #keepThread: () => void = () => {};

  constructor({ lines, clock, safeLevel, onFailure }: SoftPwmOptions) {
    this.#lines = lines;
    this.#safeLevel = safeLevel;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  /** Lets a line pulse. A new duty takes effect with the next pulse, another frequency at once. */
  pulse(place: number, { hertz, duty }: Pulses): void {
    if (!(hertz > 0) || Number.isNaN(duty)) throw new RangeError(`${hertz} Hz, duty ${duty}`);
    const period = 1e9 / Math.min(hertz, softPwmMaxHertz);
    const high = period * duty;
    if (high <= 0 || high >= period) {
      this.write(place, high <= 0 ? 0 : 1);
    } else {
      this.#rest.set(place, this.#safeLevel(place));
      this.#keepThread();
      const memory = this.#start();
      this.#locked(memory, () => memory.begin(place, { period, high }));
    }
  }

  /** Ends a line's pulses, if there are any, and sets it: no edge comes after this. */
  write(place: number, level: Level): void {
    const memory = this.#memory;
    if (memory && this.#rest.has(place)) {
      const pulsed = this.pulses(place);
      this.#rest.set(place, level);
      this.#locked(memory, () => {
        memory.end(place);
        this.#lines.set(place, level);
      });
      if (pulsed) this.#endThreadWhenIdle();
    } else {
      this.#lines.set(place, level);
    }
  }

  /** Whether a line pulses now. */
  pulses(place: number): boolean {
    return (this.#memory?.train(place) ?? 0) !== 0;
  }

  /** Ends all pulses at their safe level, and the thread. Afterwards the lines may be given back. */
  async close(): Promise<void> {
    const worker = this.#worker;
    const memory = this.#memory;
    if (!worker || !memory) return;
    for (const place of this.#rest.keys()) {
      if (this.pulses(place)) this.write(place, this.#safeLevel(place));
    }
    this.#keepThread();
    this.#worker = undefined;
    this.#memory = undefined;
    memory.stop();
    await ended(worker);
  }

  #endThreadWhenIdle(): void {
    this.#keepThread();
    const someone = [...this.#rest.keys()].some((place) => this.pulses(place));
    if (!someone) this.#keepThread = this.#clock.after(idleMicros, () => void this.close());
  }

  #start(): PulseMemory {
    if (this.#memory) return this.#memory;
    const memory = new PulseMemory();
    const workerData: PulseWorkerData = { memory: memory.buffer, fd: this.#lines.fd };
    const worker = new Worker(new URL('./pulse-worker.ts', import.meta.url), {
      workerData,
      env: threadEnvironment(),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 1, stackSizeMb: 4 },
    });
    // Pulses alone are no reason for a process to go on.
    worker.unref();
    let reason: unknown = new Error('The pulsing thread ended by itself');
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#lost(reason);
    });
    this.#worker = worker;
    this.#memory = memory;
    return memory;
  }

  /** The thread is dead: nobody else ends what it began. */
  #lost(reason: unknown): void {
    this.#worker = undefined;
    this.#memory = undefined;
    for (const [place, level] of this.#rest) {
      try {
        this.#lines.set(place, level);
      } catch (error) {
        this.#onFailure(error);
      }
    }
    this.#onFailure(reason);
  }

  /** A thread that keeps the lock has hung: the action is done all the same, and again when that thread is dead. */
  #locked(memory: PulseMemory, action: () => void): void {
    if (!memory.lock.with(action, lockPatience)) void this.#worker?.terminate();
  }
}

/**
 * Resolved when a thread that was told to stop has ended. It is not terminated at once: were it just loading koffi,
 * that would abort the whole process (`Error::ThrowAsJavaScriptException napi_throw`).
 */
async function ended(worker: Worker): Promise<void> {
  const exit = once(worker, 'exit').catch(() => undefined);
  worker.ref();
  const terminate = setTimeout(() => void worker.terminate(), endPatience);
  await exit;
  clearTimeout(terminate);
}
