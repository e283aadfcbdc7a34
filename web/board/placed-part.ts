import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { pinOfGpio } from './header.ts';
import { breadboardArea, type Point, pinPoint, slotPoint } from './layout.ts';
import type { PartView } from './part-view.ts';
import { partViews } from './part-views.ts';

/** One wire from the header to a part. */
export interface PlacedWire {
  readonly pinName: string;
  readonly gpio: number;
  /** The pin's place on the header. */
  readonly pin: number;
  readonly from: Point;
  readonly to: Point;
}

/** A part with its place on the stage. */
export interface PlacedPart {
  readonly part: WiredPart;
  readonly view: PartView;
  readonly scale: number;
  /** Top left corner. */
  readonly corner: Point;
  /** Middle of its name's line. */
  readonly label: Point;
  readonly wires: readonly PlacedWire[];
  readonly ground: Point | undefined;
}

const largestScale = 1.35;
const labelHeight = 20;

/** Gives every part of a wiring its place, in the wiring's order; parts that this page can't draw are left out. */
export function placeParts(wiring: Wiring): PlacedPart[] {
  const known = wiring.parts.flatMap((part) => {
    const view = partViews.get(part.type);
    return view ? [{ part, view }] : [];
  });
  const room = (breadboardArea.height - 46) / Math.max(known.length, 3) - labelHeight - 6;
  return known.map(({ part, view }, index) => {
    const scale = Math.min(largestScale, room / view.height);
    const middle = slotPoint(index, known.length);
    const corner = {
      x: middle.x - (view.width * scale) / 2,
      y: middle.y - (view.height * scale) / 2 - labelHeight / 2,
    };
    const onStage = (leg: Point): Point => ({ x: corner.x + leg.x * scale, y: corner.y + leg.y * scale });
    return {
      part,
      view,
      scale,
      corner,
      label: { x: middle.x, y: corner.y + view.height * scale + 13 },
      wires: Object.entries(part.pins).map(([pinName, gpio]) => {
        const { pin } = pinOfGpio(gpio);
        const to = onStage(view.legs[pinName] ?? { x: 0, y: view.height / 2 });
        return { pinName, gpio, pin, from: pinPoint(pin), to };
      }),
      ground: view.ground && onStage(view.ground.leg),
    };
  });
}
