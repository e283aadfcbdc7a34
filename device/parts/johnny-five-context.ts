import type JohnnyFive from 'johnny-five';

/**
 * What a johnny-five board gives to a part. The module comes as a value, so that the parts' files load in a
 * page, which has no johnny-five.
 *
 * Levels of pins are the board's business: it hears them at its IO plugin. A part tells events only.
 */
export interface JohnnyFiveContext {
  readonly five: typeof JohnnyFive;
  /** Ready; its IO plugin takes the pin names of `pins`. */
  readonly board: JohnnyFive.Board;
  /** The name that the IO plugin has for each pin of the part: `{ anode: 'GPIO18' }`. */
  readonly pins: Readonly<Record<string, number | string>>;
  /** Tells what the part noticed: one of its definition's events. */
  emit(event: string): void;
}
