/** Where things lie on the board view's stage. The stage is drawn in these units and scaled as a whole. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The Pi, header to the right and USB at the bottom. */
export const piArea = { x: 8, y: 8, width: 198, height: 536 } as const;
/** The ground pin that feeds the rail: pin 6, the nearest to the first parts. */
export const groundPin = 6;

const header = { left: 118, right: 140, top: 40, pitch: 21.6 } as const;
const breadboardWidths = { narrow: 170, wide: 310 } as const;
/** Room on the breadboard beside a part: for wires on its left, the ground rail on its right. */
const besideParts = 46;
/** A part wider than this is drawn too small on the narrow breadboard. */
const wideFrom = 130;
/** How large parts are drawn at most: a part that is alone has more room. */
const largestScale = { few: 2, many: 1.35 } as const;
const few = 2;
const labelHeight = 26;
const least = { gap: 12, most: 64 } as const;

/** The stage with its breadboard, which is as wide as its widest part needs. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly breadboard: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly groundRail: { readonly x: number; readonly top: number; readonly bottom: number };
}

/** A part's place: its top left corner, how it is scaled, and the middle of its name's line. */
export interface Place {
  readonly corner: Point;
  readonly scale: number;
  readonly label: Point;
}

/** The stage for parts of these sizes, and the place of each, from top to bottom. */
export function arrange(sizes: readonly { readonly width: number; readonly height: number }[]): {
  stage: Stage;
  places: readonly Place[];
} {
  const wide = sizes.some(({ width }) => width > wideFrom);
  const width = wide ? breadboardWidths.wide : breadboardWidths.narrow;
  const breadboard = { x: 222, y: 8, width, height: 544 };
  const rail = { x: breadboard.x + width - 14, top: 28, bottom: 530 };
  const stage: Stage = { width: 230 + width, height: 560, breadboard, groundRail: rail };
  const top = breadboard.y + 26;
  const room = breadboard.height - 46;
  const most = sizes.length <= few ? largestScale.few : largestScale.many;
  const roomy = sizes.map((size) => Math.min(most, (width - besideParts) / size.width));
  const parts = sizes.reduce((sum, { height }, index) => sum + height * roomy[index]!, 0);
  const left = room - sizes.length * labelHeight - Math.max(0, sizes.length - 1) * least.gap;
  const shrink = Math.min(1, left / Math.max(1, parts));
  const used = parts * shrink + sizes.length * labelHeight;
  const gap = Math.min(least.most, (room - used) / Math.max(1, sizes.length));
  const middle = breadboard.x + 14 + (width - 28) / 2;
  let y = top + (room - used - gap * Math.max(0, sizes.length - 1)) / 2;
  const places = sizes.map((size, index): Place => {
    const scale = roomy[index]! * shrink;
    const height = size.height * scale;
    const place = {
      corner: { x: middle - (size.width * scale) / 2, y },
      scale,
      label: { x: middle, y: y + height + 20 },
    };
    y += height + labelHeight + gap;
    return place;
  });
  return { stage, places };
}

/** The middle of a pin, by its place on the header (1 to 40). */
export function pinPoint(pin: number): Point {
  const row = Math.floor((pin - 1) / 2);
  return { x: pin % 2 === 1 ? header.left : header.right, y: header.top + row * header.pitch };
}

/** From where a wire arrives at a part. */
export type Side = 'left' | 'below' | 'above';

/** A wire that leaves level, hangs a little, and arrives level, from below or from above. */
export function wirePath(from: Point, to: Point, side: Side = 'left'): string {
  const reach = Math.max(36, Math.abs(to.x - from.x) * 0.5);
  const sag = Math.min(14, Math.abs(to.y - from.y) * 0.12);
  const arrivals: Readonly<Record<Side, string>> = {
    left: `${to.x - reach} ${to.y + sag}`,
    below: `${to.x} ${to.y + 34}`,
    above: `${to.x} ${to.y - 60}`,
  };
  return `M${from.x} ${from.y}C${from.x + reach} ${from.y + sag} ${arrivals[side]} ${to.x} ${to.y}`;
}

/** The wire from the ground pin over the top of the Pi to the ground rail. */
export function groundPath({ groundRail }: Stage): string {
  const from = pinPoint(groundPin);
  const to = { x: groundRail.x, y: groundRail.top };
  return `M${from.x} ${from.y}C${from.x + 90} ${from.y} ${to.x - 130} ${to.y} ${to.x} ${to.y}`;
}

/** The wire from a part's ground leg to the rail, around the part where the leg is on its left. */
export function groundLegPath(leg: Point, side: Side | undefined, bottom: number, stage: Stage): string {
  const { x } = stage.groundRail;
  if (side === 'below') return `M${leg.x} ${leg.y}V${bottom + 3}H${x}`;
  if (side === 'above') return `M${leg.x} ${leg.y}V${leg.y - 14}H${x}`;
  if (side === 'left') return `M${leg.x} ${leg.y}h-9V${bottom + 3}H${x}`;
  return `M${leg.x} ${leg.y}H${x}`;
}
