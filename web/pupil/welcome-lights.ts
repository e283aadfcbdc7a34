import { type BoardState, emptyBoardState } from '../board/board-state.ts';

/** A small light show for the door, on the wiring of the EduKit: red, both, green, amber, as a traffic light does. */
const show: readonly (readonly number[])[] = [[18], [18, 23], [24], [24], [23], [18]];

/** The board at one beat of the show. */
export function welcomeBoard(beat: number): BoardState {
  return { ...emptyBoardState, levels: new Map((show[beat % show.length] ?? []).map((gpio) => [gpio, 1])) };
}
