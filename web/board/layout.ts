/** Where things lie on the board view's stage. The stage is drawn in these units and scaled as a whole. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const stage = { width: 400, height: 560 } as const;
/** The Pi, header to the right and USB at the bottom. */
export const piArea = { x: 8, y: 8, width: 198, height: 536 } as const;
/** The breadboard that the parts sit on. */
export const breadboardArea = { x: 222, y: 8, width: 170, height: 544 } as const;
/** The ground rail at the breadboard's edge. */
export const groundRail = { x: 378, top: 28, bottom: 530 } as const;
/** The ground pin that feeds the rail: pin 6, the nearest to the first parts. */
export const groundPin = 6;

const header = { left: 118, right: 140, top: 40, pitch: 21.6 } as const;

/** The middle of a pin, by its place on the header (1 to 40). */
export function pinPoint(pin: number): Point {
  const row = Math.floor((pin - 1) / 2);
  return { x: pin % 2 === 1 ? header.left : header.right, y: header.top + row * header.pitch };
}

/** The middle of a part's place: the breadboard is shared evenly among `count` parts, from top to bottom. */
export function slotPoint(index: number, count: number): Point {
  const top = breadboardArea.y + 34;
  const height = breadboardArea.height - 46;
  return { x: 306, y: top + (height / Math.max(count, 3)) * (index + 0.5) };
}

/** A wire that leaves level, hangs a little, and arrives level. */
export function wirePath(from: Point, to: Point): string {
  const reach = Math.max(36, Math.abs(to.x - from.x) * 0.5);
  const sag = Math.min(14, Math.abs(to.y - from.y) * 0.12);
  return `M${from.x} ${from.y}C${from.x + reach} ${from.y + sag} ${to.x - reach} ${to.y + sag} ${to.x} ${to.y}`;
}

/** The wire from the ground pin over the top of the Pi to the ground rail. */
export function groundPath(): string {
  const from = pinPoint(groundPin);
  const to = { x: groundRail.x, y: groundRail.top };
  return `M${from.x} ${from.y}C${from.x + 90} ${from.y} ${to.x - 130} ${to.y} ${to.x} ${to.y}`;
}
