import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of things, kits, templates, counted parts into service. */
export async function mountAssets(_context: LendingContext): Promise<void> {}
