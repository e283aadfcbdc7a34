import type { Board } from '../../device/boards/board.ts';
import { partCatalog } from '../../device/parts/catalog.ts';
import type { BoardStateEvent } from '../board/board-state.ts';

/** The present value of everything that a board's parts measure or show. */
export function partValues(board: Board): BoardStateEvent[] {
  return board.wiring.parts.flatMap(({ id, type }) =>
    Object.keys(partCatalog.get(type)?.values ?? {}).map(
      (value): BoardStateEvent => ({ kind: 'value', part: id, value, is: board.read(id, value) }),
    ),
  );
}
