import { columnsOf } from './columns.ts';
import { changeInWords, textOf } from './lane-words.ts';
import { fitting, placeOf, type Scene } from './scene.ts';
import type { ShownLane } from './shown-lanes.ts';

/** Thickness of a lane's line, px. */
const thick = 2;
/** Room of a text on a stretch, px. */
const textRoom = 56;
/** More changes in sight than this have no texts. */
const mostTexts = 120;

/** Draws what a lane did, between its top and bottom. Left of the present moment only. */
export function paintLane(
  context: CanvasRenderingContext2D,
  scene: Scene,
  shown: ShownLane,
  top: number,
): void {
  switch (shown.lane.kind) {
    case 'level':
      steps(context, scene, shown, top, [0, 1]);
      pulses(context, scene, shown, top);
      break;
    case 'number':
      steps(context, scene, shown, top, range(shown));
      break;
    case 'text':
      spans(context, scene, shown, top);
      break;
    case 'tick':
      ticks(context, scene, shown, top);
      break;
  }
}

/** Room above and below a curve, also one that is level. */
function range({ lane }: ShownLane): readonly [number, number] {
  const room = (lane.most - lane.least) * 0.08 || Math.abs(lane.most) * 0.1 || 1;
  return [lane.least - room, lane.most + room];
}

/** The right end of what is known, px. */
function end(scene: Scene): number {
  return Math.min(scene.width, Math.max(scene.gutter, placeOf(scene, scene.now)));
}

/**
 * A line that holds each value until the next; columns in which it changes show from where to where. Columns that are
 * alike are drawn at once, so that a dense picture costs no more than a calm one.
 */
function steps(
  context: CanvasRenderingContext2D,
  scene: Scene,
  shown: ShownLane,
  top: number,
  [low, high]: readonly [number, number],
): void {
  const { gutter, window, width, paint, laneHeight } = scene;
  const columns = width - gutter;
  const { least, most } = columnsOf(shown.lane, window.from, window.to, columns);
  const bottom = top + laneHeight - 9;
  const reach = laneHeight - 18;
  const y = (value: number) => bottom - ((value - low) / (high - low)) * reach;
  const known = Math.ceil(end(scene) - gutter);
  const level = shown.lane.kind === 'level';
  const fill = shown.colour ?? paint.quiet;
  let start = 0;
  for (let column = 1; column <= known; column++) {
    if (column < known && same(least, start, column) && same(most, start, column)) continue;
    const [from, to] = [least[start]!, most[start]!];
    const x = gutter + start;
    const wide = column - start;
    start = column;
    if (Number.isNaN(from)) continue;
    if (level && to > 0) {
      context.globalAlpha = 0.28;
      context.fillStyle = fill;
      context.fillRect(x, y(to), wide, bottom - y(to));
      context.globalAlpha = 1;
    }
    context.fillStyle = paint.ink;
    const height = y(from) - y(to) + thick;
    // A single edge is as thick as the line.
    context.fillRect(x, y(to) - thick / 2, height > thick ? Math.max(thick, wide) : wide, height);
  }
}

function same(values: Float64Array, a: number, b: number): boolean {
  return values[a] === values[b] || (Number.isNaN(values[a]) && Number.isNaN(values[b]));
}

/** Calls back for each stretch of one value in sight, if they are few enough to be told apart. */
function stretches(
  scene: Scene,
  { lane }: ShownLane,
  draw: (index: number, left: number, right: number) => void,
): boolean {
  const { window, gutter } = scene;
  const first = Math.max(0, lane.indexAt(window.from));
  const last = lane.indexAt(window.to);
  if (last - first > mostTexts) return false;
  for (let index = first; index <= last; index++) {
    const next = index + 1 < lane.count ? placeOf(scene, lane.times[index + 1]!) : end(scene);
    draw(index, Math.max(gutter, placeOf(scene, lane.times[index]!)), Math.min(end(scene), next));
  }
  return true;
}

/** How much and how often a pin pulses. */
function pulses(context: CanvasRenderingContext2D, scene: Scene, shown: ShownLane, top: number): void {
  const { hertz } = shown.lane;
  if (!hertz) return;
  context.font = `500 11px ${scene.paint.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  stretches(scene, shown, (index, left, right) => {
    if (hertz[index] === 0 || right - left < textRoom) return;
    const text = changeInWords(shown, index, scene.words);
    const high = shown.lane.values[index]! > 0.6;
    context.fillStyle = scene.paint.ink;
    const at = high ? top + scene.laneHeight - 13 : top + 14;
    context.fillText(fitting(context, text, right - left - 8), left + 4, at);
  });
}

function spans(context: CanvasRenderingContext2D, scene: Scene, shown: ShownLane, top: number): void {
  const { paint, laneHeight } = scene;
  const [y, height] = [top + 8, laneHeight - 16];
  context.font = `500 12px ${paint.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const told = stretches(scene, shown, (index, left, right) => {
    const text = changeInWords(shown, index, scene.words);
    if (right <= left || text.trim() === '') return;
    context.fillStyle = paint.sunk;
    context.strokeStyle = paint.lineStrong;
    context.beginPath();
    context.roundRect(
      left + 0.5,
      y + 0.5,
      Math.max(1, right - left - 1),
      height,
      Math.min(5, (right - left) / 2),
    );
    context.fill();
    context.stroke();
    context.fillStyle = paint.ink;
    const room = right - left - 10;
    if (room > 12)
      context.fillText(fitting(context, text.replace(/\s+/g, ' '), room), left + 5, y + height / 2);
  });
  if (!told) {
    context.fillStyle = paint.sunk;
    context.fillRect(scene.gutter, y, end(scene) - scene.gutter, height);
  }
}

/** Something that happened: a pin in the lane, with its name where there is room. */
function ticks(context: CanvasRenderingContext2D, scene: Scene, shown: ShownLane, top: number): void {
  const { lane } = shown;
  const { window, paint, laneHeight, width } = scene;
  const bottom = top + laneHeight - 8;
  const first = Math.max(0, lane.indexAt(window.from));
  const last = lane.indexAt(window.to);
  context.font = `500 12px ${paint.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  let drawn = Number.NEGATIVE_INFINITY;
  for (let index = first; index <= last; index++) {
    const x = placeOf(scene, lane.times[index]!);
    if (x < scene.gutter || x - drawn < 1) continue;
    drawn = x;
    context.fillStyle = shown.colour ?? paint.ink;
    context.fillRect(x - 1, top + 12, thick, bottom - top - 12);
    const next = index + 1 < lane.count ? placeOf(scene, lane.times[index + 1]!) : width;
    if (next - x < 14) continue;
    context.beginPath();
    context.arc(x, top + 13, 4, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = paint.ink;
    const room = Math.min(next, width) - x - 9;
    if (room > 14) context.fillText(fitting(context, textOf(lane, index), room), x + 7, top + 17);
  }
}
