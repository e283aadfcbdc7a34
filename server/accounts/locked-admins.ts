import type { Kysely } from 'kysely';
import type { AccountsTables } from './tables.ts';

/**
 * The ids of the admins, locked until the transaction's end by a change that changes nothing: of two who take the role
 * from each other at once, the second sees what the first has done.
 */
export async function lockedAdmins<Tables extends AccountsTables>(
  transaction: Kysely<Tables>,
): Promise<string[]> {
  const rows = await (transaction as unknown as Kysely<AccountsTables>)
    .updateTable('person')
    .set({ duty: 'admin' })
    .where('duty', '=', 'admin')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
