import type { Wiring } from '../../device/contract/wiring.ts';
import { runInVirtualTime } from '../../device/program/virtual-time.ts';
import type { LessonCheck } from '../format/check-schema.ts';
import type { Evidence } from '../goals/goal-verdict.ts';
import type { OpenedBlocks } from './open-blocks.ts';

/** What hands, keys and other Pis do while a program is watched. */
export type Play = LessonCheck['play'];

/** How a run may differ from the next, as on a real Pi with real hands. */
export interface Chance {
  /** Of the program's random numbers and the sensors' noise. */
  readonly seed: number;
  /** So much later than planned come hands, keys and messages, in seconds. What is so from the beginning stays so. */
  readonly late: number;
}

const asPlanned: Chance = { seed: 1, late: 0 };

const microseconds = (seconds: number): number => Math.round(seconds * 1_000_000);

/**
 * Runs blocks in virtual time while the play is played, and gives what goals are judged by.
 *
 * @throws ProblemError for a wiring or an input that the board refuses.
 */
export async function playLesson(
  { blocks, source }: OpenedBlocks,
  wiring: Wiring,
  play: Play,
  { seed, late }: Chance = asPlanned,
): Promise<Evidence> {
  const duration = microseconds(play.seconds + late);
  const timed = <Given extends { at: number }>(given: readonly Given[]): Given[] =>
    given.map((one) => ({ ...one, at: one.at === 0 ? 0 : microseconds(one.at + late) }));
  const trace = await runInVirtualTime({
    source,
    wiring,
    duration,
    seed,
    inputs: timed(play.hands),
    keys: timed(play.keys),
    messages: timed(play.messages),
  });
  return { trace, now: Math.max(duration, trace.at(-1)?.at ?? 0), wiring, blocks };
}
