import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of label sheets and what scanning a label opens into service. */
export async function mountLabels(_context: LendingContext): Promise<void> {}
