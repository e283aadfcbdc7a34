import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of sponsors and their pages into service. */
export async function mountSponsors(_context: LendingContext): Promise<void> {}
