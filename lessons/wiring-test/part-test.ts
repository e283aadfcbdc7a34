import type { GuideText } from '../parts/part-guide.ts';

/**
 * What the real input must do for the tick: tell one of these events, or change a value by so much within the test.
 * Several signs: one of them is enough, as a breath makes a sensor warmer or moister.
 */
export type Sign =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'change'; readonly value: string; readonly by: number };

interface Test {
  /** Unique in a wiring: the part's id, with a number behind it for its second test. */
  readonly id: string;
  readonly part: string;
  /** "rote LED". */
  readonly name: GuideText;
  /** JavaScript of the program API; it ends by itself within {@link longestTest}. */
  readonly program: string;
}

/** The Pi does something, and the pupil says whether it is to be seen or heard. */
export interface SeeTest extends Test {
  readonly kind: 'see';
  /** "Blinkt die rote LED?" */
  readonly question: GuideText;
}

/** The pupil does something, and the Pi's trace says whether it arrived. */
export interface DoTest extends Test {
  readonly kind: 'do';
  /** "Drück jetzt den Taster." */
  readonly ask: GuideText;
  readonly signs: readonly Sign[];
  /** The value to show while it is measured. */
  readonly live: {
    readonly value: string;
    readonly unit: string;
    readonly min: number;
    readonly max: number;
  } | null;
}

export type PartTest = SeeTest | DoTest;

/** No test program runs longer, s. */
export const longestTest = 30;
/** How long a test waits for the pupil's hand, s: as long as its program runs. */
export const patience = 20;
