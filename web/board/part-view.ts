import type { TemplateResult } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { Point } from './layout.ts';

/** Levels of pins by GPIO; a pin that is missing is low. */
export type Levels = ReadonlyMap<number, 0 | 1>;

/** How one type of part looks on the board view. A new part is one such object in its own file, and a line in `part-views.ts`. */
export interface PartView {
  /** Size on the stage. */
  readonly width: number;
  readonly height: number;
  /** Where the wire of each pin arrives, from the top left corner. */
  readonly legs: Readonly<Record<string, Point>>;
  /** The leg that goes to ground, and whether a resistor sits in between. */
  readonly ground?: { readonly leg: Point; readonly resistor: boolean };
  /** The colour of its wires, CSS. */
  wireColour(part: WiredPart): string;
  /** As people call it: "rote LED". */
  name(part: WiredPart): string;
  /** What it does now, in words: "an". */
  state(part: WiredPart, levels: Levels): string;
  /** Whether the Pi drives it; if not, the signal runs towards the Pi. */
  readonly output: boolean;
  /** Whether a hand can hold it down, and whether it is down now. */
  readonly held?: (part: WiredPart, levels: Levels) => boolean;
  draw(part: WiredPart, levels: Levels): TemplateResult;
}

/** The level of one of a part's pins. */
export function levelOf(part: WiredPart, pin: string, levels: Levels): 0 | 1 {
  const gpio = part.pins[pin];
  return gpio === undefined ? 0 : (levels.get(gpio) ?? 0);
}
