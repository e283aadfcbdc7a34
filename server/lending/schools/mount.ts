import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of schools and their import into service. */
export async function mountSchools(_context: LendingContext): Promise<void> {}
