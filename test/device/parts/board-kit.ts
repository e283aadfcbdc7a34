import { afterEach } from 'vitest';
import type { Board, BoardEvent, SimulatedInputs } from '../../../device/boards/board.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { WiredPart } from '../../../device/contract/wiring.ts';
import type { Clock } from '../../../device/program/clock.ts';

/** The boards on which a part must do the same. */
export const everyBoard: readonly {
  readonly on: string;
  readonly create: (clock: Clock) => Promise<Board & SimulatedInputs>;
}[] = [
  { on: 'the simulated board', create: async (clock) => createSimulatedBoard({ clock }) },
  { on: 'johnny-five over simulated buses', create: createSimulatedJohnnyFiveBoard },
];

const open: Board[] = [];
afterEach(async () => {
  for (const board of open.splice(0)) await board.close();
});

/** A board with these parts, closed after the test, and what it told. */
export async function wiredBoard(
  created: Promise<Board & SimulatedInputs>,
  ...parts: readonly Omit<WiredPart, 'pins'>[]
) {
  const board = await created;
  open.push(board);
  await board.setUp({ parts: parts.map((part) => ({ pins: {}, ...part })) });
  const told: BoardEvent[] = [];
  board.listen((event) => told.push(event));
  return { board, told };
}

/** What was told of one kind, without the rest: `['pot turned']`, `['pot position 40']`. */
export const eventsIn = (told: readonly BoardEvent[]) =>
  told.flatMap((event) => (event.kind === 'event' ? [`${event.part} ${event.event}`] : []));
export const valuesIn = (told: readonly BoardEvent[], value: string) =>
  told.flatMap((event) => (event.kind === 'value' && event.value === value ? [event.is] : []));
