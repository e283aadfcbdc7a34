import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of the association’s settings into service. */
export async function mountSettings(_context: LendingContext): Promise<void> {}
