import type { Problem } from '../../device/contract/problem.ts';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { Column, RailName } from './breadboard.ts';

/** Somewhere an end of a wire or a leg can sit. */
export type Place =
  | { readonly kind: 'hole'; readonly column: Column; readonly row: number }
  | { readonly kind: 'rail'; readonly rail: RailName; readonly row: number }
  /** A pin of the Pi's header, 1 to 40. */
  | { readonly kind: 'pin'; readonly pin: number }
  /** A pin of a module beside the breadboard. */
  | { readonly kind: 'terminal'; readonly component: string; readonly terminal: string };

/** What sits in the breadboard. */
export type BoardKind =
  | 'led'
  | 'rgb-led'
  | 'resistor'
  | 'button'
  | 'switch'
  | 'buzzer'
  | 'speaker'
  | 'photoresistor'
  | 'potentiometer'
  | 'level-shifter';

/** What lies beside it, with pins of its own. */
export type ModuleKind =
  | 'converter'
  | 'climate'
  | 'distance'
  | 'motion'
  | 'servo'
  | 'motor'
  | 'strip'
  | 'lcd'
  | 'oled'
  | 'sense-hat'
  | 'bare'
  | 'supply';

/** One thing in the breadboard. */
export interface BoardComponent {
  readonly id: string;
  readonly kind: BoardKind;
  readonly name: GuideText;
  /** The part of the wiring that it serves. */
  readonly part: string;
  readonly legs: readonly { readonly name: string; readonly at: Place }[];
  readonly color?: WiredPart['color'];
  /** A resistor's, in Ω. */
  readonly ohms?: number;
}

/** A pin of a module. */
export interface Terminal {
  readonly name: string;
  /** How a sentence calls it behind "mit", where its name does not say it: "dem braunen Kabel (−)". */
  readonly label?: GuideText;
  /** What its end is like: pins want a socket, sockets (a servo's plug) want a pin. */
  readonly socket?: boolean;
}

/** One thing beside the breadboard. */
export interface ModuleComponent {
  readonly id: string;
  readonly kind: ModuleKind;
  readonly name: GuideText;
  readonly part: string;
  readonly terminals: readonly Terminal[];
  /** What is printed on it: the name of its chip, or how many lights it has. */
  readonly print?: string;
}

/** The colours that jumper wires have; red is 5 V, orange 3.3 V, black ground, and nothing else is. */
export const signalColours = ['yellow', 'green', 'blue', 'violet', 'white', 'brown'] as const;
export type WireColour = 'red' | 'orange' | 'black' | (typeof signalColours)[number];

/** What a wire carries: a supply, a bus line, or a GPIO (`gpio18`); between two parts a name of their own. */
export type Net = string;

export interface Wire {
  readonly id: string;
  readonly net: Net;
  readonly from: Place;
  readonly to: Place;
  readonly colour: WireColour;
}

/** One step of building, in this order. */
export interface BuildStep {
  /** The part that it belongs to; `null` for supplies. */
  readonly part: string | null;
  readonly text: GuideText;
  /** What to look at here when it does not work: "Geht das gelbe Kabel von …?" */
  readonly check: GuideText;
  /** Ids of what comes new with it. */
  readonly components: readonly string[];
  readonly wires: readonly string[];
}

/** A circuit as it is built: what sits where, and in which order it gets there. */
export interface Circuit {
  /** Whether it needs a breadboard at all. */
  readonly breadboard: boolean;
  readonly board: readonly BoardComponent[];
  readonly modules: readonly ModuleComponent[];
  readonly wires: readonly Wire[];
  readonly steps: readonly BuildStep[];
  /** What the rails carry, where they carry something. */
  readonly rails: Readonly<Partial<Record<RailName, '3v3' | '5v' | 'gnd'>>>;
  /** What people have to mind: that a resistor must not be left out. */
  readonly notes: readonly GuideText[];
  /** What does not fit: a row that is taken, a part that is not wired. The circuit is whole all the same. */
  readonly problems: readonly Problem[];
}
