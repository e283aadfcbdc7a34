import { axisHeight, placeOf, type Scene } from './scene.ts';
import { axisTicks } from './time-window.ts';
import type { CursorName } from './viewing.ts';

/** Room that the label of a moment takes at least, px. */
const labelRoom = 84;

/** Moments that the grid marks. */
export function gridOf({ width, gutter, window }: Scene) {
  return axisTicks(window, (width - gutter) / labelRoom);
}

/** Draws the time axis, with the flags of the cursors and what concerned every lane. */
export function paintAxis(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, gutter, window, words, paint, run } = scene;
  context.fillStyle = paint.surface;
  context.fillRect(0, 0, width, axisHeight);
  context.save();
  context.beginPath();
  context.rect(gutter - 8, 0, width - gutter + 8, axisHeight);
  context.clip();
  context.font = `500 12px ${paint.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const { step, at } = gridOf(scene);
  for (const moment of at) {
    const x = Math.round(placeOf(scene, moment));
    context.fillStyle = paint.lineStrong;
    context.fillRect(x, axisHeight - 5, 1, 5);
    context.fillStyle = paint.quiet;
    const label = words.moment(moment, step);
    // The first and the last label stay whole.
    const half = context.measureText(label).width / 2;
    context.fillText(label, Math.min(width - half - 2, Math.max(gutter - 8 + half, x)), 11);
  }
  for (const { at: moment, kind } of run.marks) {
    if (moment < window.from || moment > window.to || kind === 'resumed') continue;
    const x = Math.round(placeOf(scene, moment));
    context.fillStyle = kind === 'error' ? paint.stop : paint.ink;
    if (kind === 'paused') {
      context.fillRect(x - 4, axisHeight - 11, 3, 9);
      context.fillRect(x + 1, axisHeight - 11, 3, 9);
    } else if (kind === 'end') context.fillRect(x - 4, axisHeight - 10, 8, 8);
    else {
      context.font = `700 14px ${paint.font}`;
      context.fillText('!', x, axisHeight - 7);
    }
  }
  for (const name of ['a', 'b'] as const) flag(context, scene, name);
  context.restore();
}

function flag(context: CanvasRenderingContext2D, scene: Scene, name: CursorName): void {
  const at = scene.cursors[name];
  const { paint, window } = scene;
  if (at === null || at < window.from || at > window.to) return;
  const x = placeOf(scene, at);
  context.fillStyle = paint[name];
  context.beginPath();
  context.roundRect(x - 9, axisHeight - 20, 18, 20, [5, 5, 0, 0]);
  context.fill();
  context.fillStyle = paint.surface;
  context.font = `700 13px ${paint.font}`;
  context.textAlign = 'center';
  context.fillText(name.toUpperCase(), x, axisHeight - 9);
}
