import type { Pulses } from '../../parts/buses.ts';
import type { Level } from '../../parts/driver.ts';
import type { Clock } from '../../program/clock.ts';
import type { LineSetting } from '../johnny-five/digital-lines.ts';
import type { Libc } from './libc.ts';
import { LineGroup } from './line-group.ts';
import { outputRequest } from './line-requests.ts';
import { SoftPwm } from './pulses/soft-pwm.ts';

export interface OutputClaim {
  readonly libc: Libc;
  readonly chipFd: number;
  readonly settings: readonly LineSetting[];
  readonly clock: Clock;
  /** The pulses ended by themselves, and their lines are at their safe levels; or the kernel took the lines away. */
  readonly onFailure: (error: unknown) => void;
}

/** The claimed outputs: levels and pulses by software. */
export class PulsingOutputs {
  readonly #lines: LineGroup;
  readonly #pwm: SoftPwm;
  /** Safe levels by place. */
  readonly #safe: ReadonlyMap<number, Level>;
  readonly #onFailure: (error: unknown) => void;

  private constructor(lines: LineGroup, { settings, clock, onFailure }: OutputClaim) {
    const outputs = settings.filter((one) => one.direction === 'output');
    this.#safe = new Map(outputs.map(({ gpio, safe = 0 }) => [lines.place(gpio), safe]));
    this.#onFailure = onFailure;
    this.#lines = lines;
    this.#pwm = new SoftPwm({ lines, clock, onFailure, safeLevel: (place) => this.#safe.get(place) ?? 0 });
  }

  /**
   * Takes the outputs among the settings; `undefined` when there are none.
   *
   * @throws ProblemError `pin-in-use` or `gpio-failed`.
   */
  static claim(claim: OutputClaim): PulsingOutputs | undefined {
    const request = outputRequest(claim.settings);
    return request && new PulsingOutputs(new LineGroup(claim.libc, claim.chipFd, request), claim);
  }

  has(gpio: number): boolean {
    return this.#lines.has(gpio);
  }

  /** 1 for a line that pulses. */
  read(gpio: number): Level {
    return this.#pwm.pulses(this.#lines.place(gpio)) ? 1 : this.#lines.read(gpio);
  }

  write(gpio: number, level: Level): void {
    this.#pwm.write(this.#lines.place(gpio), level);
  }

  pulse(gpio: number, pulses: Pulses): void {
    this.#pwm.pulse(this.#lines.place(gpio), pulses);
  }

  /**
   * Makes a line high for a moment, in which nothing else happens.
   *
   * @param micros at least so long.
   * @returns when it became low again, in µs of the kernel's monotonic clock.
   */
  strike(gpio: number, micros: number): number {
    this.write(gpio, 1);
    const end = process.hrtime.bigint() + BigInt(micros * 1000);
    while (process.hrtime.bigint() < end);
    this.write(gpio, 0);
    return Number(process.hrtime.bigint()) / 1000;
  }

  /** Gives the lines back at their safe levels, which Raspberry Pi OS keeps. */
  async close(): Promise<void> {
    try {
      await this.#pwm.close();
      for (const [place, level] of this.#safe) this.#lines.set(place, level);
    } catch (error) {
      // The kernel has taken them away.
      this.#onFailure(error);
    } finally {
      this.#lines.close();
    }
  }
}
