import type { Clock } from '../program/clock.ts';

export interface FailureLogOptions {
  readonly clock: Clock;
  /** @param omitted how often the same failure was left out since it was told last. */
  readonly tell: (error: unknown, omitted: number) => void;
}

/** So long the same failure is not told again, in µs. */
const quiet = 60_000_000;
/** Different failures that are remembered. */
const remembered = 32;

/**
 * Tells failures that may come many times a second, such as those of a sensor with a loose wire: the first at once,
 * the same again at most once a minute. A card that is full of log is a Pi that does not start.
 */
export function createFailureLog({ clock, tell }: FailureLogOptions): (error: unknown) => void {
  const told = new Map<string, { readonly at: number; omitted: number }>();
  return (error) => {
    const words = String(error);
    const before = told.get(words);
    if (before && clock.now() - before.at < quiet) {
      before.omitted += 1;
      return;
    }
    told.delete(words);
    told.set(words, { at: clock.now(), omitted: 0 });
    const oldest = told.size > remembered ? told.keys().next().value : undefined;
    if (oldest !== undefined) told.delete(oldest);
    tell(error, before?.omitted ?? 0);
  };
}
