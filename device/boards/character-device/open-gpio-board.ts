import type { Board } from '../board.ts';
import { IoPlugin } from '../johnny-five/io-plugin.ts';
import { createJohnnyFiveBoard } from '../johnny-five/johnny-five-board.ts';
import { headerChipLabels, openChip } from './find-chip.ts';
import { createKernelLines } from './kernel-lines.ts';
import { loadLibc } from './libc.ts';

export interface GpioBoardOptions {
  /** Label of the chip; those of the Raspberry Pis unless told. */
  readonly chipLabel?: string | undefined;
  /** Name of the machine, for people. */
  readonly model: string;
  /** The kernel took pins away while they were in use. */
  readonly onFailure: (error: unknown) => void;
  /** Where the chips' device files are. */
  readonly folder?: string;
}

/**
 * johnny-five over the Linux GPIO character device: every current Raspberry Pi, without root.
 *
 * @throws ProblemError `gpio-chip-missing` or `gpio-permission`.
 */
export async function openGpioBoard({
  chipLabel,
  model,
  onFailure,
  folder,
}: GpioBoardOptions): Promise<Board> {
  const libc = await loadLibc();
  const chipFd = openChip(libc, chipLabel === undefined ? headerChipLabels : [chipLabel], folder);
  const io = new IoPlugin(createKernelLines(libc, chipFd, onFailure));
  return createJohnnyFiveBoard({ io, info: { io: 'character-device', model }, onFailure });
}
