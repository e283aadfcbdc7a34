import type { RunRecord } from './run-record.ts';
import type { ShownLane } from './shown-lanes.ts';
import type { TimeWindow } from './time-window.ts';
import type { CursorName } from './viewing.ts';
import type { Words } from './words.ts';

/** Height of the time axis above the lanes, px. */
export const axisHeight = 28;
/** A lane is so high at least and at most, px. */
const laneHeights = { least: 40, most: 100 } as const;

/** The house's colours and type as a canvas takes them. */
export interface Paint {
  readonly surface: string;
  readonly sunk: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly quiet: string;
  readonly a: string;
  readonly b: string;
  readonly stop: string;
  readonly font: string;
}

/** Everything that a picture of lanes shows. Lengths are px, times µs. */
export interface Scene {
  readonly width: number;
  /** Width of the lanes' names. */
  readonly gutter: number;
  readonly laneHeight: number;
  readonly lanes: readonly ShownLane[];
  readonly run: RunRecord;
  readonly now: number;
  readonly window: TimeWindow;
  readonly cursors: Readonly<Record<CursorName, number | null>>;
  /** The lane that keys speak of; -1 for none. */
  readonly chosen: number;
  readonly paint: Paint;
  readonly words: Words;
}

/** How wide the names and how high the lanes are in a place of this size. */
export function measures(width: number, height: number, lanes: number) {
  const each = Math.floor((height - axisHeight) / Math.max(1, lanes));
  return {
    gutter: Math.round(Math.min(190, Math.max(96, width * 0.3))),
    laneHeight: Math.min(laneHeights.most, Math.max(laneHeights.least, each)),
  };
}

/** Where a moment stands in the picture. */
export function placeOf(
  { width, gutter, window }: Pick<Scene, 'width' | 'gutter' | 'window'>,
  at: number,
): number {
  return gutter + ((at - window.from) / (window.to - window.from)) * (width - gutter);
}

/** The moment at a place of the picture. */
export function momentAt(
  { width, gutter, window }: Pick<Scene, 'width' | 'gutter' | 'window'>,
  x: number,
): number {
  return window.from + ((x - gutter) / (width - gutter)) * (window.to - window.from);
}

/** The colours of the place where an element stands. */
export function paintOf(element: Element): Paint {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--sb-${name}`).trim();
  return {
    surface: token('surface'),
    sunk: token('surface-sunk'),
    line: token('line'),
    lineStrong: token('line-strong'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    a: token('action'),
    b: token('copper'),
    stop: token('stop'),
    font: token('font'),
  };
}

/** The colours of a light page, for a picture on white. */
export function lightPaint(): Paint {
  const place = document.createElement('i');
  place.dataset.scheme = 'light';
  document.body.append(place);
  try {
    return paintOf(place);
  } finally {
    place.remove();
  }
}

/** As much of a text as fits, with an ellipsis where it is cut. */
export function fitting(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let length = text.length - 1;
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return length > 0 ? `${text.slice(0, length).trimEnd()}…` : '';
}
