import type { Circuit, Wire } from '../../lessons/circuit/circuit.ts';
import { breadboard, header, type Layout, labelsEnd, type Point } from './geometry.ts';

/** Between two wires that run beside each other. */
const lane = 6;
const corner = 9;

/** A wire's line, and how high above the drawing it climbs. */
export interface DrawnWire {
  readonly wire: Wire;
  readonly path: string;
  readonly from: Point;
  readonly to: Point;
}

/**
 * The lines of all wires. From the header into the left of the breadboard they hang as curves; to rails and modules at
 * its right they run around its top, each in a lane of its own, so that they cover no hole.
 */
export function drawWires(circuit: Circuit, layout: Layout): { wires: DrawnWire[]; top: number } {
  const around = circuit.wires
    .filter((wire) => circuit.breadboard && wire.from.kind === 'pin' && goesAround(wire))
    .sort((one, other) => layout.point(one.from).y - layout.point(other.from).y);
  const wires = circuit.wires.map((wire): DrawnWire => {
    const from = layout.point(wire.from);
    const to = layout.point(wire.to);
    const index = around.indexOf(wire);
    const path =
      index >= 0
        ? aroundPath(wire, from, to, index, around.length)
        : wire.from.kind === 'pin'
          ? fromHeader(wire, from, to)
          : betweenParts(wire, from, to);
    return { wire, path, from, to };
  });
  return { wires, top: around.length === 0 ? 0 : -(around.length * lane) };
}

function goesAround({ to }: Wire): boolean {
  return to.kind === 'terminal' || (to.kind === 'rail' && to.rail.startsWith('right'));
}

/** From a pin to the end of its label: wires of odd pins pass between two even ones. */
function leaveHeader(wire: Wire, from: Point): { path: string; end: Point } {
  const odd = wire.from.kind === 'pin' && wire.from.pin % 2 === 1;
  if (!odd) return { path: `M${from.x} ${from.y}H${labelsEnd}`, end: { x: labelsEnd, y: from.y } };
  const y = from.y + header.pitch / 2;
  return {
    path: `M${from.x} ${from.y}C${from.x + 6} ${from.y} ${from.x + 4} ${y} ${from.x + 12} ${y}H${labelsEnd}`,
    end: { x: labelsEnd, y },
  };
}

function fromHeader(wire: Wire, from: Point, to: Point): string {
  const { path, end } = leaveHeader(wire, from);
  const reach = Math.max(18, (to.x - end.x) * 0.5);
  return `${path}C${end.x + reach} ${end.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
}

function aroundPath(wire: Wire, from: Point, to: Point, index: number, count: number): string {
  const { path, end } = leaveHeader(wire, from);
  const up = labelsEnd + 8 + index * lane;
  // The first is the outermost: it climbs highest, and comes down farthest to the right.
  const top = 12 - (count - index) * lane;
  if (wire.to.kind === 'rail')
    return `${path}${rounded(end, [{ x: up, y: end.y }, { x: up, y: top }, { x: to.x, y: top }, to])}`;
  const down = breadboard.x + breadboard.width + 10 + (count - 1 - index) * lane;
  return `${path}${rounded(end, [
    { x: up, y: end.y },
    { x: up, y: top },
    { x: down, y: top },
    { x: down, y: to.y },
    to,
  ])}`;
}

function betweenParts(wire: Wire, from: Point, to: Point): string {
  if (wire.from.kind === 'rail' && wire.to.kind === 'rail') {
    const y = breadboard.y + breadboard.height - 7;
    return `M${from.x} ${from.y}${rounded(from, [{ x: from.x, y }, { x: to.x, y }, to])}`;
  }
  if (wire.to.kind === 'terminal') {
    const reach = Math.max(16, (to.x - from.x) * 0.45);
    return `M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
  }
  const sag = Math.abs(to.y - from.y) < 1 ? 0 : 4;
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y + sag} ${middle} ${to.y + sag} ${to.x} ${to.y}`;
}

/** A line of straight pieces with round corners, from where the pen is. */
function rounded(start: Point, points: readonly Point[]): string {
  let path = '';
  let before = start;
  points.forEach((point, index) => {
    const after = points[index + 1];
    if (!after) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const radius = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2);
    const into = towards(point, before, radius);
    const out = towards(point, after, radius);
    path += `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    before = point;
  });
  return path;
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

function towards(from: Point, to: Point, length: number): Point {
  const all = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / all, y: from.y + ((to.y - from.y) * length) / all };
}
