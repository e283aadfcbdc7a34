import { z } from 'zod';

/**
 * A command's number argument: what is out of range is brought into it, as a pupil expects of "120 %"; what is no
 * finite number is refused.
 */
export function numberWithin(min: number, max: number) {
  return z.number().transform((value) => Math.min(max, Math.max(min, value)));
}

/** A colour argument, `#rrggbb`. */
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
