import type { Wiring } from '../../device/contract/wiring.ts';
import { runInVirtualTime } from '../../device/program/virtual-time.ts';
import type { LessonCheck } from '../format/check-schema.ts';
import type { Evidence } from '../goals/goal-verdict.ts';
import type { OpenedBlocks } from './open-blocks.ts';

/** What hands, keys and other Pis do while a program is watched. */
export type Play = LessonCheck['play'];

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
): Promise<Evidence> {
  const duration = microseconds(play.seconds);
  const timed = <Given extends { at: number }>(given: readonly Given[]): Given[] =>
    given.map((one) => ({ ...one, at: microseconds(one.at) }));
  const trace = await runInVirtualTime({
    source,
    wiring,
    duration,
    inputs: timed(play.hands),
    keys: timed(play.keys),
    messages: timed(play.messages),
  });
  return { trace, now: Math.max(duration, trace.at(-1)?.at ?? 0), wiring, blocks };
}
