import * as z from 'zod/mini';

/**
 * A command's number argument: what is out of range is brought into it, as a pupil expects of "120 %"; what is no
 * finite number is refused.
 */
export function numberWithin(min: number, max: number) {
  return z.pipe(
    z.number(),
    z.transform((value) => Math.min(max, Math.max(min, value))),
  );
}

/** A colour argument, `#rrggbb`. */
export const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
