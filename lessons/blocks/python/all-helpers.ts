import { type Helper, helpers } from './helpers.ts';
import { partHelpers } from './parts/index.ts';

/** Every helper, by its name. */
export const allHelpers: Readonly<Record<string, Helper>> = { ...helpers, ...partHelpers };

/** What their code calls things: their own names, and those of what they import. */
export const helperNames: readonly string[] = Object.entries(allHelpers).flatMap(
  ([name, { imports = [] }]) => [name, ...imports.map((one) => one.split(' ')[1] ?? '')],
);
