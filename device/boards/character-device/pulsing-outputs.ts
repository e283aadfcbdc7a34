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
  /** The pulses ended by themselves, and their lines are low. */
  readonly onFailure: (error: unknown) => void;
}

/** The claimed outputs: levels and pulses by software. */
export class PulsingOutputs {
  readonly #lines: LineGroup;
  readonly #pwm: SoftPwm;

  private constructor(lines: LineGroup, options: Pick<OutputClaim, 'clock' | 'onFailure'>) {
    this.#lines = lines;
    this.#pwm = new SoftPwm({ ...options, lines });
  }

  /**
   * Takes the outputs among the settings; `undefined` when there are none.
   *
   * @throws ProblemError `pin-in-use` or `gpio-failed`.
   */
  static claim({ libc, chipFd, settings, clock, onFailure }: OutputClaim): PulsingOutputs | undefined {
    const request = outputRequest(settings);
    return request && new PulsingOutputs(new LineGroup(libc, chipFd, request), { clock, onFailure });
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

  /** Gives the lines back; pulses have ended low. */
  async close(): Promise<void> {
    await this.#pwm.close();
    this.#lines.close();
  }
}
