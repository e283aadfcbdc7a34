import type { TraceEvent } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';

/** Everything that a goal is judged by: one run, and the blocks that ran. */
export interface Evidence {
  /** From the run's start; its head may be missing when it grew too long. */
  readonly trace: readonly TraceEvent[];
  /** Present moment of the run, µs since its start; at or after the trace's last event. */
  readonly now: number;
  readonly wiring: Wiring;
  /** The workspace at the run's start, as Blockly saves it. */
  readonly blocks: Readonly<Record<string, unknown>>;
}

/** Why a goal is not reached yet; stable, because the lessons' wrong programs name it. */
export type NotYet =
  /** Nothing has run yet, or not for long enough to tell. */
  | 'too-short'
  /** A part was never on, a line never written, a message never sent: nothing of the kind happened. */
  | 'never'
  /** It happened, but not often enough. */
  | 'too-few'
  /** A part was on, and never off again. */
  | 'never-off'
  /** It lasted too short a time, or it was too fast. */
  | 'too-quick'
  /** It lasted too long, or it was too slow. */
  | 'too-slow'
  /** States or values in another order. */
  | 'wrong-order'
  /** A value that was not meant. */
  | 'wrong-value'
  /** The moment came, and nothing answered in time. */
  | 'no-reaction'
  /** It was so already before the moment: nothing reacted. */
  | 'already'
  /** What must never be was. */
  | 'forbidden'
  /** Nobody worked the input that this is about: pressed the button, moved the knob. */
  | 'input-missing'
  /** The idea is missing: a block that matters is not used. */
  | 'block-missing'
  | 'too-many-blocks'
  /** The program ended with an error. */
  | 'program-failed';

/** What a check found. The sentences say what was seen and are for pupils: friendly, short, "du" in German. */
export type Verdict =
  | { readonly reached: true }
  | {
      readonly reached: false;
      readonly reason: NotYet;
      readonly seen: { readonly de: string; readonly en: string };
    };
