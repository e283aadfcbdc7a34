/** Germany on a plane: near 51° north a degree of longitude is as wide as 0.63 of latitude. One unit is 0.01° of latitude. */

const shrink = Math.cos((51 * Math.PI) / 180);

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the plane that is shown. */
export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a place is on the plane; y grows to the south. */
export function project(longitude: number, latitude: number): Point {
  return { x: longitude * 100 * shrink, y: -latitude * 100 };
}

/** Nothing is drawn nearer than this: some 45 km. Stands before the first frame, which is made of it. */
const leastHeight = 40;

/** All of Germany. */
export const germany: Frame = frameOf([project(5.8, 47.2), project(15.1, 55.1)], 0);

/** The frame around points, with some air, of the map's proportions or taller. */
export function frameOf(points: readonly Point[], air = 0.18): Frame {
  if (points.length === 0) return germany;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(leastHeight, (right - left) * (1 + 2 * air), (bottom - top) * (1 + 2 * air));
  const width = Math.max(side, (right - left) * (1 + 2 * air));
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - side / 2, width, height: side };
}

/** The frame made larger (factor above 1) or smaller, around a point in it. */
export function zoomed(frame: Frame, factor: number, around: Point): Frame {
  const height = Math.min(Math.max(frame.height * factor, leastHeight / 4), germany.height * 1.2);
  const real = height / frame.height;
  return {
    x: around.x - (around.x - frame.x) * real,
    y: around.y - (around.y - frame.y) * real,
    width: frame.width * real,
    height,
  };
}
