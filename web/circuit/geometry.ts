import { columns, type RailName, railRows, rows } from '../../lessons/circuit/breadboard.ts';
import type { Circuit, ModuleComponent, Place } from '../../lessons/circuit/circuit.ts';
import { moduleSize, terminalOffset } from './module-sizes.ts';

/** Units of the drawing: ten are the 2.54 mm between two holes of the breadboard. */
export const pitch = 10;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The Pi's header stands beside the breadboard and is as high: drawn half as large again, so that pins can be counted. */
export const header = { odd: 92, even: 107, top: 36, pitch: 15 } as const;
/** Where the labels of the even pins end, and their wires begin. */
export const labelsEnd = 172;
export const piBoard: Box = { x: 14, y: 8, width: 104, height: 352 };

const boardX = 216;
const firstRow = 42;
const columnX: Readonly<Record<(typeof columns)[number], number>> = Object.fromEntries(
  columns.map((column, index) => [column, boardX + 48 + index * pitch + (index > 4 ? 2 * pitch : 0)]),
) as Record<(typeof columns)[number], number>;
const railX: Readonly<Record<RailName, number>> = {
  'left-plus': boardX + 10,
  'left-minus': boardX + 20,
  'right-plus': boardX + 186,
  'right-minus': boardX + 196,
};

export const breadboard: Box = { x: boardX, y: 20, width: 206, height: 340 };
/** Where the numbers of the rows stand. */
export const numberX = { left: boardX + 34, right: boardX + 172 } as const;

/** Where the modules begin, with a breadboard before them or without. */
const modulesX = { beside: boardX + breadboard.width + 62, alone: 268 } as const;
const modulesTop = 34;
const modulesGap = 30;

export function holePoint(column: (typeof columns)[number], row: number): Point {
  return { x: columnX[column], y: firstRow + (row - 1) * pitch };
}

export function railPoint(rail: RailName, row: number): Point {
  return { x: railX[rail], y: firstRow + (row - 1) * pitch };
}

export function pinPoint(pin: number): Point {
  return {
    x: pin % 2 === 1 ? header.odd : header.even,
    y: header.top + Math.floor((pin - 1) / 2) * header.pitch,
  };
}

/** All holes, for drawing. */
export const allHoles: readonly Point[] = Array.from({ length: rows }, (_, index) => index + 1).flatMap(
  (row) => columns.map((column) => holePoint(column, row)),
);
export const allRailHoles: readonly Point[] = railRows.flatMap((row) =>
  (Object.keys(railX) as RailName[]).map((rail) => railPoint(rail, row)),
);

/** Where everything lies that is not always at the same place. */
export interface Layout {
  readonly modules: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
  point(place: Place): Point;
}

/** Stacks the modules at the right. */
export function arrange(circuit: Circuit): Layout {
  const x = circuit.breadboard ? modulesX.beside : modulesX.alone;
  const sizes = circuit.modules.map(moduleSize);
  const total = sizes.reduce((sum, { height }) => sum + height + modulesGap, 0);
  let y = modulesTop + Math.max(0, (breadboard.height - total) / 2);
  const modules = new Map<string, Box>();
  for (const [index, module] of circuit.modules.entries()) {
    const size = sizes[index]!;
    modules.set(module.id, { x, y, ...size });
    y += size.height + modulesGap;
  }
  const right = Math.max(
    circuit.breadboard ? breadboard.x + breadboard.width : labelsEnd,
    ...[...modules.values()].map((box) => box.x + box.width),
  );
  const bottom = Math.max(368, ...[...modules.values()].map((box) => box.y + box.height + 12));
  return {
    modules,
    width: right + 10,
    height: bottom,
    point: (place) => pointOf(place, modules, circuit.modules),
  };
}

function pointOf(place: Place, boxes: ReadonlyMap<string, Box>, modules: readonly ModuleComponent[]): Point {
  if (place.kind === 'hole') return holePoint(place.column, place.row);
  if (place.kind === 'rail') return railPoint(place.rail, place.row);
  if (place.kind === 'pin') return pinPoint(place.pin);
  const box = boxes.get(place.component) ?? { x: 0, y: 0 };
  const module = modules.find(({ id }) => id === place.component);
  const index = module?.terminals.findIndex(({ name }) => name === place.terminal) ?? 0;
  return { x: box.x, y: box.y + (module ? terminalOffset(module, index) : 0) };
}
