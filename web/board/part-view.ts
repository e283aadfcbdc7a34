import type { TemplateResult } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { Point, Side } from './layout.ts';
import type { PartNow } from './part-now.ts';

/** Where a wire arrives at a part, from the part's top left corner. */
export interface Leg extends Point {
  /** The side from which its wire comes; `left` unless given, and for ground straight from the rail. */
  readonly side?: Side;
  /** Whether a resistor sits in this wire. */
  readonly resistor?: boolean;
}

/** Pins of the header that are no GPIO of a part's own: supplies and buses. */
export type Supply = 'gnd' | '3v3' | '5v' | 'sda' | 'scl' | 'mosi' | 'miso' | 'sclk' | 'ce0';

/** A leg that goes to a supply or a bus. */
export interface SupplyLeg {
  readonly to: Supply;
  readonly leg: Leg;
}

/** Something a hand or the world can do to a part that exists in software only. */
export type Hand =
  | {
      readonly kind: 'action';
      readonly input: string;
      readonly label: string;
      /** What it is called where the label is only a sign. */
      readonly name?: string;
      readonly pressed?: boolean;
    }
  | {
      readonly kind: 'range';
      readonly input: string;
      readonly label: string;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
    };

/** How one type of part looks on the board view. A new part is one such object in its own file, and a line in `part-views.ts`. */
export interface PartView {
  /** On the stage, before it is scaled. */
  size(part: WiredPart): { readonly width: number; readonly height: number };
  /** Where the wire of each pin arrives. */
  readonly legs: Readonly<Record<string, Leg>>;
  supplies?(part: WiredPart): readonly SupplyLeg[];
  /** As people call it: "rote LED". */
  name(part: WiredPart): string;
  /** What it does now, in words: "an". */
  state(part: WiredPart, now: PartNow): string;
  /** A measured value to stand beside its name: "42 cm". */
  readout?(part: WiredPart, now: PartNow): string;
  /** Whether the Pi drives it; if not, the signal runs towards the Pi. */
  readonly output: boolean;
  /** Whether its pins are high while nobody touches it; its wires then shine when they are low. */
  readonly idleHigh?: boolean;
  /** Inputs for as long as a hand holds it, and whether it is held now. */
  readonly hold?: {
    readonly press: string;
    readonly release: string;
    held(part: WiredPart, now: PartNow): boolean;
  };
  /** What else hands can do to it, shown as controls below the board. */
  hands?(part: WiredPart, now: PartNow): readonly Hand[];
  draw(part: WiredPart, now: PartNow): TemplateResult;
}
