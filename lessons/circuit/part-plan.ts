import type { WiredPart } from '../../device/contract/wiring.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { Column } from './breadboard.ts';
import type { BoardKind, ModuleKind, Net, Terminal } from './circuit.ts';

/** A hole by its column and how many rows below the part's first, or the minus rail on the hole's side. */
export type PlannedHole = { readonly column: Column; readonly row: number } | 'left-minus' | 'right-minus';

/** Short for a hole: `hole('e', 0)`. */
export const hole = (column: Column, row: number): { column: Column; row: number } => ({ column, row });

/** A thing in the breadboard, relative to the part's first row. */
export interface PlannedComponent {
  readonly suffix: string;
  readonly kind: BoardKind;
  readonly name: GuideText;
  readonly legs: Readonly<Record<string, PlannedHole>>;
  readonly ohms?: number;
  /** How it is put in; gets the holes' names by leg. */
  readonly text: (at: Readonly<Record<string, string>>) => GuideText;
  /** What to look at when it does not work; the text says it unless given. */
  readonly check?: (at: Readonly<Record<string, string>>) => GuideText;
}

/** A thing beside the breadboard. `key`: one for all plans that name it. */
export interface PlannedModule {
  readonly key: string;
  readonly kind: ModuleKind;
  readonly name: GuideText;
  /** "am Servo". */
  readonly at: GuideText;
  readonly terminals: readonly Terminal[];
  readonly print?: string;
  /** How it is got ready, if there is something to do besides its wires. */
  readonly text?: GuideText;
}

/** Where a net arrives: in a hole of the part, or at a pin of a module. */
export type PlannedEnd =
  | { readonly column: Column; readonly row: number }
  | { readonly module: string; readonly terminal: string };

/** A wire is needed here. */
export interface Link {
  readonly net: Net;
  readonly end: PlannedEnd;
}

/** What one part of a wiring needs on the table, before anything has its place. */
export interface PartPlan {
  readonly part: WiredPart;
  readonly name: GuideText;
  /** How many rows of the breadboard it takes; 0 for none. */
  readonly height: number;
  readonly components: readonly PlannedComponent[];
  readonly modules: readonly PlannedModule[];
  readonly links: readonly Link[];
  readonly notes: readonly GuideText[];
}
