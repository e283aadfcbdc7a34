import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of photos into service. */
export async function mountPhotos(_context: LendingContext): Promise<void> {}
