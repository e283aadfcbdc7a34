import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of dashboard and impact into service. */
export async function mountReports(_context: LendingContext): Promise<void> {}
