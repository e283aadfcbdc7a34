import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../contract/problem.ts';
import type { Pulses } from '../../parts/buses.ts';
import type { Level } from '../../parts/driver.ts';
import type { PwmPins } from '../model/board-model.ts';
import { pwmFailed, pwmMissing, pwmShared } from './pwm-problems.ts';

/** `EBUSY` of `export`: an earlier process has not given the channel back; it is ours to use. */
const alreadyExported = 'EBUSY';
/** How often and how long to wait until udev has given a fresh channel to the group gpio; ms. */
const permissionTries = 40;
const permissionPauseMs = 25;

/** A period to be silent with, in ns: a channel without one can't be switched on. */
const idlePeriod = 20_000_000;

interface Channel {
  readonly number: number;
  readonly folder: string;
  /** In ns, as set last. */
  period: number;
  high: number;
}

/**
 * PWM by the hardware through `/sys/class/pwm`, for the GPIOs that the Pi's owner has given to it
 * (`dtoverlay=pwm-2chan`). Their pulses cost no processor time and do not jitter.
 *
 * @see https://docs.kernel.org/driver-api/pwm.html "Using PWMs with the sysfs interface"
 */
export class HardwarePwm {
  readonly #gpios: ReadonlySet<number>;
  readonly #pins: PwmPins | undefined;
  readonly #folder: string;
  readonly #channels = new Map<number, Channel>();

  /**
   * @param gpios those that the owner has given to the hardware.
   * @param pins what this machine has; `undefined` where that is not known.
   */
  constructor(gpios: readonly number[], pins: PwmPins | undefined, folder = '/sys/class/pwm') {
    this.#gpios = new Set(gpios);
    this.#pins = pins;
    this.#folder = folder;
  }

  /** Whether a GPIO is driven by the hardware's PWM when it is an output. */
  serves(gpio: number): boolean {
    return this.#gpios.has(gpio);
  }

  /** The folder of a GPIO's channel; `undefined` for a GPIO that is not served, or not to be had. */
  channelFolder(gpio: number): string | undefined {
    const found = this.serves(gpio) ? this.#find(gpio) : undefined;
    return found && join(found.chip, `pwm${found.number}`);
  }

  /** Takes a GPIO, at a level. @throws ProblemError `pwm-missing`, `pwm-shared`, `pwm-failed`; nothing is claimed then. */
  async claim(gpio: number, level: Level = 0): Promise<void> {
    const found = this.#find(gpio);
    if (!found) throw pwmMissing(gpio);
    const { chip, number } = found;
    for (const [other, channel] of this.#channels)
      if (channel.number === number) throw pwmShared(gpio, other);
    const folder = join(chip, `pwm${number}`);
    try {
      exportChannel(chip, number);
      await untilPermitted(folder);
      const high = level * idlePeriod;
      const channel: Channel = { number, folder, period: idlePeriod, high };
      // In this order, because the kernel refuses a period shorter than the pulse; and some kernels refuse a
      // pulse while there is no period at all.
      if (periodOf(folder) > 0) write(folder, 'duty_cycle', 0);
      write(folder, 'period', idlePeriod);
      write(folder, 'duty_cycle', high);
      write(folder, 'enable', 1);
      this.#channels.set(gpio, channel);
    } catch (error) {
      throw error instanceof ProblemError ? error : pwmFailed(gpio, error);
    }
  }

  /** @throws ProblemError `pwm-failed`, such as for a frequency that the hardware can't have. */
  pulse(gpio: number, { hertz, duty }: Pulses): void {
    const channel = this.#channels.get(gpio);
    if (!channel) return;
    const period = Math.round(1e9 / hertz);
    const high = Math.round(period * Math.min(1, Math.max(0, duty)));
    try {
      if (period >= channel.period) {
        if (period !== channel.period) write(channel.folder, 'period', period);
        write(channel.folder, 'duty_cycle', high);
      } else {
        write(channel.folder, 'duty_cycle', high);
        write(channel.folder, 'period', period);
      }
      channel.period = period;
      channel.high = high;
    } catch (error) {
      throw pwmFailed(gpio, error);
    }
  }

  /** A level is a pulse of the whole period, or none. @throws ProblemError `pwm-failed` */
  write(gpio: number, level: Level): void {
    const channel = this.#channels.get(gpio);
    if (channel) this.pulse(gpio, { hertz: 1e9 / channel.period, duty: level });
  }

  /** 1 while it pulses or is high. */
  read(gpio: number): Level {
    return (this.#channels.get(gpio)?.high ?? 0) > 0 ? 1 : 0;
  }

  /** Gives all channels back, low. */
  release(): void {
    for (const { number, folder } of this.#channels.values()) {
      try {
        write(folder, 'duty_cycle', 0);
        write(folder, 'enable', 0);
        writeFileSync(join(folder, '..', 'unexport'), String(number));
      } catch {
        // The chip is gone, with everything that was to be given back.
      }
    }
    this.#channels.clear();
  }

  /** The number of the chip (`pwmchip0`, `pwmchip2` …) depends on the kernel; its device does not. */
  #find(gpio: number): { chip: string; number: number } | undefined {
    const number = this.#pins?.channels[gpio];
    const names = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    const name = names.find((one) => deviceOf(join(this.#folder, one)) === this.#pins?.device);
    if (number === undefined || name === undefined) return undefined;
    return { chip: join(this.#folder, name), number };
  }
}

/** The name of the device behind a chip, such as `fe20c000.pwm`. */
function deviceOf(chip: string): string | undefined {
  try {
    return basename(readlinkSync(join(chip, 'device')));
  } catch {
    return undefined;
  }
}

function exportChannel(chip: string, number: number): void {
  try {
    writeFileSync(join(chip, 'export'), String(number));
  } catch (error) {
    if (!hasCode(error, alreadyExported)) throw error;
  }
}

/** udev changes the group of the new files a moment after they appear. */
async function untilPermitted(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      write(folder, 'enable', 0);
      return;
    } catch (error) {
      // Some kernels refuse even to switch off what has no period yet; it is off.
      if (hasCode(error, 'EINVAL')) return;
      const early = hasCode(error, 'EACCES') || hasCode(error, 'ENOENT');
      if (!early || tries === permissionTries) throw error;
    }
    await sleep(permissionPauseMs);
  }
}

/** Ends what a channel does, at a level, whoever has it; a channel that nobody has does nothing. */
export function settleChannel(folder: string, level: Level): void {
  try {
    write(folder, 'duty_cycle', level === 1 ? periodOf(folder) : 0);
  } catch {
    // Given back already, or gone with its chip.
  }
}

/** In ns; 0 for a fresh channel. */
function periodOf(folder: string): number {
  const file = join(folder, 'period');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

function write(folder: string, file: string, value: number): void {
  writeFileSync(join(folder, file), String(value));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
