import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of loans from request to restock into service. */
export async function mountLoans(_context: LendingContext): Promise<void> {}
