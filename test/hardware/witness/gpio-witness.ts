import { setTimeout as sleep } from 'node:timers/promises';
import type { Level } from '../../../device/parts/driver.ts';
import type { LineChange, Qtest } from './qtest.ts';

/** The GPIO block of the BCM2837 as the ARM cores see it (BCM2835 ARM Peripherals, chapter 6). */
const registers = {
  /** Function of ten pins each, three bits a pin: GPFSEL0 and following. */
  select: 0x3f200000,
  /** Set a pin: GPSET0. */
  set: 0x3f20001c,
  /** Clear a pin: GPCLR0. */
  clear: 0x3f200028,
  /** Level of the pins 0 to 31: GPLEV0. */
  level: 0x3f200034,
} as const;
/** Where QEMU has that block. */
const device = '/machine/soc/peripherals/gpio';

/** Values of three bits in GPFSEL. */
const functions = ['input', 'output', 'alt5', 'alt4', 'alt0', 'alt1', 'alt2', 'alt3'] as const;
export type PinFunction = (typeof functions)[number];

/** A level that a pin of the board took. */
export interface Edge {
  readonly level: Level;
  /** ns, as `process.hrtime.bigint()`, when it was heard outside the guest. */
  readonly at: bigint;
}

/** Sees the pins of the emulated board as a probe on the header would, and drives its inputs. */
export class GpioWitness {
  readonly #qtest: Qtest;
  readonly #edges = new Map<number, Edge[]>();
  readonly #waiting = new Set<() => void>();

  constructor(qtest: Qtest) {
    this.#qtest = qtest;
    qtest.onChange((change) => this.#hear(change));
  }

  /** Begins to hear the outputs. */
  async watch(): Promise<void> {
    await this.#qtest.ask(`irq_intercept_out ${device}`);
  }

  /** The edges of an output since the beginning or the last {@link forget}, oldest first. */
  edges(gpio: number): readonly Edge[] {
    return this.#edges.get(gpio) ?? [];
  }

  forget(): void {
    this.#edges.clear();
  }

  /** Resolved when an output has had so many edges. */
  waitForEdges(gpio: number, count: number, timeoutMs = 30_000): Promise<readonly Edge[]> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const check = () => {
        if (this.edges(gpio).length < count) return;
        end();
        resolve(this.edges(gpio));
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`GPIO ${gpio}: ${this.edges(gpio).length} of ${count} edges in ${timeoutMs} ms`));
      }, timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }

  /** Present level of a pin: what the board drives, or for an input what drives it from outside. */
  async level(gpio: number): Promise<Level> {
    return ((await this.#read(registers.level)) >>> gpio) & 1 ? 1 : 0;
  }

  async function(gpio: number): Promise<PinFunction> {
    const bits = await this.#read(registers.select + 4 * Math.floor(gpio / 10));
    return functions[(bits >>> (3 * (gpio % 10))) & 7]!;
  }

  /** Resolved when the pin has this level. @throws Error when it does not come. */
  async waitForLevel(gpio: number, level: Level, timeoutMs = 30_000): Promise<void> {
    await until(async () => (await this.level(gpio)) === level, `GPIO ${gpio} at ${level}`, timeoutMs);
  }

  /** Resolved when the pin has this function. @throws Error when it does not come. */
  async waitForFunction(gpio: number, wanted: PinFunction, timeoutMs = 60_000): Promise<void> {
    await until(async () => (await this.function(gpio)) === wanted, `GPIO ${gpio} as ${wanted}`, timeoutMs);
  }

  /** Drives an input from outside. The emulated board changes the level, but raises no interrupt for it. */
  async drive(gpio: number, level: Level): Promise<void> {
    const address = level === 1 ? registers.set : registers.clear;
    await this.#qtest.ask(`writel ${address} ${2 ** gpio}`);
  }

  close(): void {
    this.#qtest.close();
  }

  async #read(address: number): Promise<number> {
    return Number(await this.#qtest.ask(`readl ${address}`));
  }

  #hear({ line, level, at }: LineChange): void {
    const edges = this.#edges.get(line);
    if (edges) edges.push({ level, at });
    else this.#edges.set(line, [{ level, at }]);
    for (const check of [...this.#waiting]) check();
  }
}

/** Registers tell nothing by themselves: they are looked at again and again. */
async function until(reached: () => Promise<boolean>, what: string, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await reached())) {
    if (performance.now() > end) throw new Error(`${what} did not come within ${timeoutMs} ms`);
    await sleep(20);
  }
}
