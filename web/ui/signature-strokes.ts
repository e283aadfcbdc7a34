import type { Signature } from '../../server/api/contract/lending/signatures.ts';

/** One line of ink, from pen down to pen up: points in a field 1000 wide and 300 high. */
export type Stroke = Signature['strokes'][number];
export type Point = Stroke[number];

export const fieldWidth = 1000;
export const fieldHeight = 300;
/** As many as the contract takes. */
export const mostStrokes = 200;
export const mostPoints = 2000;

/** Where a pointer is in the field, whatever size it has on the screen; outside of it counts as its edge. */
export function pointAt(
  pointer: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): Point {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  return [
    within(((pointer.clientX - box.left) / box.width) * fieldWidth, fieldWidth),
    within(((pointer.clientY - box.top) / box.height) * fieldHeight, fieldHeight),
  ];
}

/** The stroke with one more point; one that has hardly moved adds nothing but size. */
export function withPoint(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1);
  if (stroke.length >= mostPoints) return stroke;
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 3) return stroke;
  return [...stroke, point];
}

/** A stroke as a smooth SVG path: curves from middle to middle, the points steer them; one point is a dot. */
export function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke;
  if (!first) return '';
  if (rest.length === 0) return `M${first[0]} ${first[1]}h0.01`;
  const last = rest.at(-1)!;
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    return `Q${point[0]} ${point[1]} ${(point[0] + next[0]) / 2} ${(point[1] + next[1]) / 2}`;
  });
  return `M${first[0]} ${first[1]}${curves.join('')}L${last[0]} ${last[1]}`;
}

/** Whether it may be a signature: a slip of the finger is none. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  return xs.length > 1 && Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) >= 40;
}
