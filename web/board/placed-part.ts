import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { pinOfGpio } from '../../device/parts/header.ts';
import type { WireColour } from '../../lessons/circuit/circuit.ts';
import { lineColours, wireColours } from '../../lessons/circuit/wire-colours.ts';
import {
  arrange,
  groundLegPath,
  type Place,
  type Point,
  pinPoint,
  type Side,
  type Stage,
  wirePath,
} from './layout.ts';
import type { Leg, PartView, Supply } from './part-view.ts';
import { partView } from './part-views.ts';

/** One wire from the header to a part. */
export interface PlacedWire {
  /** Its GPIO; `undefined` for a supply or a bus. */
  readonly gpio: number | undefined;
  readonly supply: Supply | undefined;
  /** The pin's place on the header. */
  readonly pin: number;
  readonly colour: WireColour;
  readonly path: string;
  /** Where it ends. */
  readonly to: Point;
  readonly side: Side;
  readonly resistor: boolean;
}

/** A wire from a part to the ground rail. */
export interface PlacedGround {
  readonly path: string;
  /** Where it meets the rail. */
  readonly end: Point;
  /** The middle of its resistor, if it has one. */
  readonly resistor: Point | undefined;
}

/** A part with its place on the stage. */
export interface PlacedPart extends Place {
  readonly part: WiredPart;
  readonly view: PartView;
  readonly size: { readonly width: number; readonly height: number };
  readonly wires: readonly PlacedWire[];
  readonly grounds: readonly PlacedGround[];
}

/** Pins of the header for what is no GPIO of a part's own. */
const supplyPins: Readonly<Record<Exclude<Supply, 'gnd'>, number>> = {
  '3v3': 1,
  '5v': 2,
  sda: 3,
  scl: 5,
  mosi: 19,
  miso: 21,
  sclk: 23,
  ce0: 24,
};

/** Gives every part of a wiring its place, in the wiring's order; parts that are not loaded yet are left out. */
export function placeParts(wiring: Wiring): { stage: Stage; placed: PlacedPart[] } {
  const known = wiring.parts.flatMap((part) => {
    const view = partView(part.type);
    return view ? [{ part, view, size: view.size(part) }] : [];
  });
  const colours = wireColours(wiring);
  const { stage, places } = arrange(known.map(({ size }) => size));
  const placed = known.map(({ part, view, size }, index): PlacedPart => {
    const place = places[index]!;
    const onStage = (leg: Point): Point => ({
      x: place.corner.x + leg.x * place.scale,
      y: place.corner.y + leg.y * place.scale,
    });
    const wire = (
      leg: Leg,
      pin: number,
      more: Pick<PlacedWire, 'gpio' | 'supply' | 'colour'>,
    ): PlacedWire => {
      const to = onStage(leg);
      const side = leg.side ?? 'left';
      const path = wirePath(pinPoint(pin), to, side);
      return { ...more, pin, to, side, path, resistor: leg.resistor ?? false };
    };
    const bottom = place.corner.y + size.height * place.scale;
    const legs = view.supplies?.(part) ?? [];
    return {
      ...place,
      part,
      view,
      size,
      wires: [
        ...Object.entries(part.pins).map(([name, gpio]) =>
          wire(view.legs[name] ?? { x: 0, y: size.height / 2 }, pinOfGpio(gpio).pin, {
            gpio,
            supply: undefined,
            colour: colours.get(gpio) ?? 'white',
          }),
        ),
        ...legs.flatMap(({ to, leg }) =>
          to === 'gnd'
            ? []
            : [wire(leg, supplyPins[to], { gpio: undefined, supply: to, colour: lineColours[to] })],
        ),
      ],
      grounds: legs.flatMap(({ to, leg }) => {
        if (to !== 'gnd') return [];
        const from = onStage(leg);
        const endY = leg.side === undefined ? from.y : leg.side === 'above' ? from.y - 14 : bottom + 3;
        const end = { x: stage.groundRail.x, y: endY };
        const resistor = leg.resistor ? { x: (from.x + end.x) / 2, y: endY } : undefined;
        return [{ path: groundLegPath(from, leg.side, bottom, stage), end, resistor }];
      }),
    };
  });
  return { stage, placed };
}
