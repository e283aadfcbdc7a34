import type { LendingDatabase } from '../interface.ts';

/** Tests that ran when the server ended have nobody who would hear their outcome: they count as unreachable. */
export async function endBrokenTests(db: LendingDatabase): Promise<void> {
  await db.updateTable('test_run').set({ state: 'unreachable' }).where('state', '=', 'running').execute();
}
