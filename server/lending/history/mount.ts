import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of history and notes into service. */
export async function mountHistory(_context: LendingContext): Promise<void> {}
