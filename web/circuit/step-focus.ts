import type { BoardComponent, Circuit, Place } from '../../lessons/circuit/circuit.ts';
import { placeName } from '../../lessons/circuit/place-name.ts';
import type { Box, Layout, Point } from './geometry.ts';

/** An end of what comes with a step: where it goes, and what that place is called if its name is not printed there. */
export interface StepEnd {
  readonly at: Point;
  readonly name: string | null;
  /** Which side of it is free for its name. */
  readonly side: 'left' | 'right';
}

/** Room around what is looked at, and the least that is shown, so that people still see where they are. */
const margin = 34;
const least = { width: 190, height: 150 } as const;
/** A part is drawn beside its legs. */
const bodyReach = 46;

/** Where the things of a step go; none for a step that only says something. */
export function stepEnds(circuit: Circuit, layout: Layout, step: number): StepEnd[] {
  const { components = [], wires = [] } = circuit.steps[step] ?? {};
  const end = (place: Place, side: StepEnd['side']): StepEnd => ({
    at: layout.point(place),
    name: place.kind === 'hole' ? placeName(place) : null,
    side,
  });
  return [
    ...circuit.board
      .filter(({ id }) => components.includes(id))
      .flatMap((part) => part.legs.map(({ at }) => end(at, freeSide(part, layout.point(at), layout)))),
    ...circuit.wires
      .filter(({ id }) => wires.includes(id))
      .flatMap(({ from, to }) => [end(from, 'right'), end(to, 'right')]),
  ];
}

/** Names stand outside of a part: left and right of one that lies across, opposite to the body of one that stands in a column. */
function freeSide({ kind, legs }: BoardComponent, { x }: Point, layout: Layout): StepEnd['side'] {
  const xs = legs.map(({ at }) => layout.point(at).x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  if (last - first > 1) return x > (first + last) / 2 ? 'right' : 'left';
  return kind === 'potentiometer' || kind === 'photoresistor' ? 'right' : 'left';
}

/** The piece of the drawing that a step needs, within the whole; `null` where there is nothing to look at. */
export function stepBox(circuit: Circuit, layout: Layout, step: number, whole: Box): Box | null {
  const { components = [], wires = [] } = circuit.steps[step] ?? {};
  const onBoard = circuit.board.some(({ id }) => components.includes(id));
  const reach = onBoard ? bodyReach : 0;
  const corners = stepEnds(circuit, layout, step).flatMap(({ at: { x, y } }) => [
    { x: x - reach, y: y - reach / 2 },
    { x: x + reach, y: y + reach / 2 },
  ]);
  // A wire to a module shows which module that is.
  const reached = circuit.wires
    .filter(({ id }) => wires.includes(id))
    .flatMap(({ from, to }) => [from, to])
    .flatMap((place) => (place.kind === 'terminal' ? [place.component] : []));
  for (const id of [...components, ...reached]) {
    const box = layout.modules.get(id);
    if (box) corners.push({ x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height });
  }
  if (corners.length === 0) return null;
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [width, x] = span(Math.min(...xs), Math.max(...xs), least.width, whole.x, whole.width);
  const [height, y] = span(Math.min(...ys), Math.max(...ys), least.height, whole.y, whole.height);
  return { x, y, width, height };
}

/** A length with its margin, at least so long, and moved into the whole. */
function span(from: number, to: number, shortest: number, start: number, room: number): [number, number] {
  const length = Math.min(room, Math.max(shortest, to - from + 2 * margin));
  const middle = (from + to) / 2;
  return [length, Math.max(start, Math.min(start + room - length, middle - length / 2))];
}

/** The CSS transform that brings a piece of the whole to its full size. */
export function zoomTo(piece: Box | null, whole: Box): string {
  if (!piece) return 'none';
  const scale = Math.min(whole.width / piece.width, whole.height / piece.height);
  const dx = whole.x + whole.width / 2 - scale * (piece.x + piece.width / 2);
  const dy = whole.y + whole.height / 2 - scale * (piece.y + piece.height / 2);
  return `translate(${dx.toFixed(1)}px, ${dy.toFixed(1)}px) scale(${scale.toFixed(3)})`;
}
