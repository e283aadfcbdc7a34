import type { Problem } from '../../contract/problem.ts';
import type { Clock } from '../../program/clock.ts';
import type { Board } from '../board.ts';
import { IoPlugin } from '../johnny-five/io-plugin.ts';
import { createJohnnyFiveBoard } from '../johnny-five/johnny-five-board.ts';
import type { PwmPins } from '../model/board-model.ts';
import { headerChipLabels, openChip } from './find-chip.ts';
import { startGuard } from './guard.ts';
import { guardedBuses } from './guarded-buses.ts';
import { guardedLines } from './guarded-lines.ts';
import { HardwarePwm } from './hardware-pwm.ts';
import { createKernelBuses } from './kernel-buses.ts';
import { createKernelLines } from './kernel-lines.ts';
import { loadLibc } from './libc.ts';

export interface GpioBoardOptions {
  /** Label of the chip; those of the Raspberry Pis unless told. */
  readonly chipLabel?: string | undefined;
  /** Name of the machine, for people. */
  readonly model: string;
  /** What people should know of the machine. */
  readonly warning?: Problem | undefined;
  /** Number of the header's I²C bus; 1 unless told. */
  readonly i2cBus?: number | undefined;
  /** The machine's hardware PWM, where it is known. */
  readonly pwm?: PwmPins | undefined;
  /** GPIOs whose outputs the hardware's PWM drives. */
  readonly hardwarePwm?: readonly number[] | undefined;
  readonly clock: Clock;
  /** The kernel took pins away while they were in use, or a helper of theirs ended. */
  readonly onFailure: (error: unknown) => void;
  /** Where the device files of chips and buses are. */
  readonly folder?: string | undefined;
}

/**
 * johnny-five over the Linux GPIO character device: every current Raspberry Pi, without root.
 *
 * @throws ProblemError `gpio-chip-missing` or `gpio-permission`.
 */
export async function openGpioBoard(options: GpioBoardOptions): Promise<Board> {
  const { chipLabel, model, warning, clock, onFailure, folder = '/dev' } = options;
  const libc = await loadLibc();
  const chipLabels = chipLabel === undefined ? headerChipLabels : [chipLabel];
  const chipFd = openChip(libc, chipLabels, folder);
  const hardwarePwm = new HardwarePwm(options.hardwarePwm ?? [], options.pwm);
  const lines = createKernelLines({ libc, chipFd, clock, hardwarePwm, onFailure });
  const buses = createKernelBuses({ libc, lines, clock, i2cBus: options.i2cBus, folder });
  const guard = startGuard({ chipLabels, folder, onFailure });
  const guarded = guardedLines(lines, guard, (gpio) => hardwarePwm.channelFolder(gpio) ?? gpio);
  const io = new IoPlugin({
    ...guarded,
    async close() {
      buses.close();
      await guarded.close();
    },
  });
  const info = { io: 'character-device', model, warning } as const;
  return createJohnnyFiveBoard({ io, info, buses: guardedBuses(buses, guard), clock, onFailure });
}
