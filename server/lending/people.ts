import type { PersonLine } from '../api/contract/lending/common.ts';
import type { LendingDatabase } from './interface.ts';

/** Names of those who still have an account, by id. */
export async function personLines(
  db: LendingDatabase,
  ids: Iterable<string | null>,
): Promise<Map<string, PersonLine>> {
  const known = [...new Set(ids)].filter((one): one is string => one !== null);
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
