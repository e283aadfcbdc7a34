import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of stocktakes into service. */
export async function mountStocktakes(_context: LendingContext): Promise<void> {}
