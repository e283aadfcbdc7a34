import * as z from 'zod/mini';

/** The keys that a program can hear: the same on every keyboard, whatever its language. */
export const keys = [
  'space',
  'up',
  'down',
  'left',
  'right',
  ...'abcdefghijklmnopqrstuvwxyz0123456789',
] as readonly string[];

const known: ReadonlySet<string> = new Set(keys);

/** A key on a pupil's keyboard, by the name that {@link keys} gives it. */
export const keySchema = z
  .string()
  .check(z.refine((key) => known.has(key), { error: 'no key that a program can hear' }));
