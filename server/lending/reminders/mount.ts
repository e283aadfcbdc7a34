import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of reminders into service. */
export async function mountReminders(_context: LendingContext): Promise<void> {}
