import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of agreement and records, their templates and mail into service. */
export async function mountPapers(_context: LendingContext): Promise<void> {}
