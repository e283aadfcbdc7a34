import { msg } from '@lit/localize';
import { stateAt } from './lane-words.ts';
import { gridOf } from './paint-axis.ts';
import { paintLane } from './paint-lane.ts';
import { fitting, placeOf, type Scene } from './scene.ts';
import type { ShownLane } from './shown-lanes.ts';
import type { CursorName } from './viewing.ts';

/** Draws all lanes below each other, with their names, what is missing, and the cursors. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, gutter, lanes, laneHeight, paint, run, window, now } = scene;
  const height = lanes.length * laneHeight;
  context.fillStyle = paint.surface;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(gutter, 0, width - gutter, height);
  context.clip();
  context.fillStyle = paint.line;
  for (const at of gridOf(scene).at) context.fillRect(Math.round(placeOf(scene, at)), 0, 1, height);
  between(context, scene, height);
  lanes.forEach((lane, index) => {
    paintLane(context, scene, lane, index * laneHeight);
  });
  for (const { from, to } of run.holes)
    missing(context, scene, height, from, Math.min(to, now), msg('hier fehlt etwas'));
  if (run.forgottenUntil > window.from)
    missing(context, scene, height, 0, run.forgottenUntil, msg('nicht mehr gespeichert'));
  for (const { at, kind } of run.marks) {
    if (kind === 'resumed' || at < window.from || at > window.to) continue;
    dashed(context, placeOf(scene, at), height, kind === 'error' ? paint.stop : paint.ink);
  }
  for (const name of ['a', 'b'] as const) cursor(context, scene, height, name);
  context.restore();
  lanes.forEach((_, index) => {
    label(context, scene, index);
  });
}

/** A stretch of which nothing is known. */
function missing(
  context: CanvasRenderingContext2D,
  scene: Scene,
  height: number,
  from: number,
  to: number,
  words: string,
): void {
  const { gutter, width, window, paint } = scene;
  if (to < window.from || from > window.to) return;
  const left = Math.max(gutter, placeOf(scene, from));
  const right = Math.min(width, Math.max(left + 2, placeOf(scene, to)));
  context.globalAlpha = 0.75;
  context.fillStyle = paint.line;
  context.fillRect(left, 0, right - left, height);
  context.globalAlpha = 1;
  context.font = `600 12px ${paint.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = paint.ink;
  const long = context.measureText(words).width + 12;
  if (long < right - left) context.fillText(words, (left + right) / 2, height / 2);
  else if (right - left >= 16 && long < height) {
    context.save();
    context.translate((left + right) / 2, height / 2);
    context.rotate(-Math.PI / 2);
    context.fillText(words, 0, 0);
    context.restore();
  }
}

function dashed(context: CanvasRenderingContext2D, x: number, height: number, colour: string): void {
  context.fillStyle = colour;
  for (let y = 0; y < height; y += 8) context.fillRect(Math.round(x) - 1, y, 2, 4);
}

/** The stretch between the two cursors. */
function between(context: CanvasRenderingContext2D, scene: Scene, height: number): void {
  const { a, b } = scene.cursors;
  if (a === null || b === null) return;
  const left = placeOf(scene, Math.min(a, b));
  const right = placeOf(scene, Math.max(a, b));
  context.globalAlpha = 0.1;
  context.fillStyle = scene.paint.a;
  context.fillRect(left, 0, right - left, height);
  context.globalAlpha = 1;
}

/** A cursor, with what each lane was at it. */
function cursor(context: CanvasRenderingContext2D, scene: Scene, height: number, name: CursorName): void {
  const { cursors, paint, lanes, laneHeight, window, words, width } = scene;
  const at = cursors[name];
  if (at === null || at < window.from || at > window.to) return;
  const x = placeOf(scene, at);
  context.fillStyle = paint[name];
  context.fillRect(x - 1, 0, 2, height);
  const other = cursors[name === 'a' ? 'b' : 'a'];
  const toLeft = other === null ? x > width - 90 : at < other && placeOf(scene, at) - scene.gutter > 60;
  context.font = `600 12px ${paint.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lanes.forEach((lane, index) => {
    const text = fitting(context, stateAt(lane, at, words), 120);
    if (text === '') return;
    const wide = context.measureText(text).width + 10;
    const left = toLeft ? x - wide - 4 : x + 4;
    const middle = index * laneHeight + laneHeight / 2;
    context.globalAlpha = 0.92;
    context.fillStyle = paint.surface;
    context.beginPath();
    context.roundRect(left, middle - 10, wide, 20, 5);
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = paint[name];
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = paint.ink;
    context.fillText(text, left + 5, middle + 1);
  });
}

/** A lane's name, what tells it from others, and what it is at the end of what is in sight. */
function label(context: CanvasRenderingContext2D, scene: Scene, index: number): void {
  const { gutter, laneHeight, paint, lanes, width, chosen } = scene;
  const shown = lanes[index]!;
  const top = index * laneHeight;
  const middle = top + laneHeight / 2;
  context.fillStyle = index === chosen ? paint.line : paint.sunk;
  context.fillRect(0, top, gutter - 1, laneHeight);
  context.fillStyle = paint.line;
  context.fillRect(0, top + laneHeight - 1, width, 1);
  context.beginPath();
  context.arc(12, middle - 8, 5, 0, 2 * Math.PI);
  context.fillStyle = shown.colour ?? paint.quiet;
  context.fill();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = paint.ink;
  context.font = `600 13px ${paint.font}`;
  const name = fitting(context, shown.name, gutter - 28);
  const [state, detail] = below(context, scene, shown);
  // Of a part with several values, each lane has to be told from the others.
  const twin = name !== shown.name || lanes.some((one) => one !== shown && one.name === shown.name);
  const instead = detail === '' && twin ? shown.detail : '';
  context.font = `600 13px ${paint.font}`;
  context.fillText(instead === '' ? name : fitting(context, instead, gutter - 28), 22, middle - 7);
  context.font = `600 12px ${paint.font}`;
  context.textAlign = 'right';
  context.fillText(state, gutter - 8, middle + 10);
  context.textAlign = 'left';
  context.fillStyle = paint.quiet;
  context.font = `400 12px ${paint.font}`;
  context.fillText(detail, 22, middle + 10);
}

/** What a lane is, and what tells it from others; where there is room for one, a pin keeps its number. */
function below(
  context: CanvasRenderingContext2D,
  scene: Scene,
  shown: ShownLane,
): [state: string, detail: string] {
  const { gutter, paint, words, now, window } = scene;
  const room = gutter - 30;
  const all = stateAt(shown, Math.min(now, window.to), words);
  context.font = `600 12px ${paint.font}`;
  const state = fitting(context, all, room);
  const stateWide = context.measureText(state).width;
  context.font = `400 12px ${paint.font}`;
  const detail = fitting(context, shown.detail, room);
  if (stateWide + context.measureText(detail).width + 6 <= room) return [state, detail];
  return shown.lane.kind === 'level' ? ['', detail] : [state, ''];
}
