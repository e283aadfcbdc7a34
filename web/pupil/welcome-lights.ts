import type { Levels } from '../board/part-view.ts';

/** A small light show for the door, on the wiring of the EduKit: red, both, green, amber, as a traffic light does. */
const show: readonly (readonly number[])[] = [[18], [18, 23], [24], [24], [23], [18]];

/** Levels at one beat of the show. */
export function welcomeLevels(beat: number): Levels {
  return new Map((show[beat % show.length] ?? []).map((gpio) => [gpio, 1]));
}
