import { type Helper, helpers } from './helpers.ts';
import { partHelpers } from './parts/index.ts';

/** Every helper, by its name. */
export const allHelpers: Readonly<Record<string, Helper>> = { ...helpers, ...partHelpers };
