import type { Point } from './projection.ts';

/** Where the arrow keys go. */
export const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The next dot in a direction: near, and not much to the side. */
export function nearest<Dot extends Point>(from: Dot, dots: readonly Dot[], towards: Point): Dot | null {
  let best: { dot: Dot; distance: number } | null = null;
  for (const dot of dots) {
    const [x, y] = [dot.x - from.x, dot.y - from.y];
    const along = x * towards.x + y * towards.y;
    const aside = Math.abs(x * towards.y) + Math.abs(y * towards.x);
    if (dot === from || along <= 0) continue;
    const distance = along + aside * 2;
    if (!best || distance < best.distance) best = { dot, distance };
  }
  return best?.dot ?? null;
}
