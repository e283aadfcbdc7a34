import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of import and export of tables as CSV into service. */
export async function mountExchange(_context: LendingContext): Promise<void> {}
