import type { Clock } from '../../program/clock.ts';
import type { Board } from '../board.ts';
import { headerChipLabels } from '../character-device/find-chip.ts';
import { startGuard } from '../character-device/guard.ts';
import { guardedBuses } from '../character-device/guarded-buses.ts';
import { guardedLines } from '../character-device/guarded-lines.ts';
import { createKernelBuses } from '../character-device/kernel-buses.ts';
import { loadLibc } from '../character-device/libc.ts';
import { IoPlugin } from '../johnny-five/io-plugin.ts';
import { createJohnnyFiveBoard } from '../johnny-five/johnny-five-board.ts';
import type { IdentifiedBoard } from '../model/identify-board.ts';
import { checkSupport } from './check-support.ts';
import { loadModules } from './load-modules.ts';
import { raspiIoEcho } from './problems.ts';
import { createRaspiLines } from './raspi-lines.ts';

export interface RaspiIoBoardOptions {
  readonly board: IdentifiedBoard;
  /** `process.arch` */
  readonly architecture: string;
  readonly clock: Clock;
  /** A part could not be made safe, or the guard ended. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * johnny-five over raspi-io's pins: for some models up to the Pi 4, as root, when it is installed. The buses are the
 * kernel's, as everywhere.
 *
 * @throws ProblemError `raspi-io-arm`, `raspi-io-model`, `raspi-io-missing`
 */
export async function openRaspiIoBoard(options: RaspiIoBoardOptions): Promise<Board> {
  const { board, architecture, clock, onFailure } = options;
  checkSupport(board, architecture);
  const raspiLines = createRaspiLines(loadModules());
  const guard = startGuard({ chipLabels: headerChipLabels, folder: '/dev', onFailure });
  const lines = guardedLines(raspiLines, guard);
  const buses = createKernelBuses({
    libc: await loadLibc(),
    lines: {
      onEdge: () => () => {},
      strike() {
        throw raspiIoEcho();
      },
    },
    clock,
    i2cBus: board.model?.i2cBus,
  });
  const io = new IoPlugin({
    ...lines,
    async close() {
      buses.close();
      await lines.close();
    },
  });
  const info = { io: 'raspi-io', model: board.name, warning: board.warning } as const;
  return createJohnnyFiveBoard({ io, info, buses: guardedBuses(buses, guard), clock, onFailure });
}
