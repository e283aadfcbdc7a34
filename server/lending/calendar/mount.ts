import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of calendar, holidays and feeds into service. */
export async function mountCalendar(_context: LendingContext): Promise<void> {}
