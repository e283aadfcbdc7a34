import { deletedAccount } from '../accounts/deleted-account.ts';
import type { PersonLine } from '../api/contract/lending/common.ts';
import type { LendingDatabase } from './interface.ts';

/** Names by id; of those without an account any more that it is deleted, in German: pages say it in their language. */
export async function personLines(
  db: LendingDatabase,
  ids: Iterable<string | null>,
): Promise<Map<string, PersonLine>> {
  const known = [...new Set(ids)].filter((one): one is string => one !== null);
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute();
  const people = new Map<string, PersonLine>(rows.map((row) => [row.id, row]));
  if (known.includes(deletedAccount)) {
    people.set(deletedAccount, { id: deletedAccount, name: 'gelöschtes Konto' });
  }
  return people;
}
