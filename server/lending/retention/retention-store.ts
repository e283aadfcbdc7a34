import { z } from 'zod';
import type { LendingDatabase } from '../interface.ts';
import type { RetentionYears } from './due-day.ts';

const key = 'retention';
const yearsSchema = z.object({ loanYears: z.number(), donationYears: z.number() });

/** What an association begins with. */
export const defaultYears: RetentionYears = { loanYears: 3, donationYears: 10 };

/** For how long loans name people, and how often that was changed (0: never). */
export async function readYears(db: LendingDatabase): Promise<RetentionYears & { version: number }> {
  const row = await db.selectFrom('lending_setting').selectAll().where('key', '=', key).executeTakeFirst();
  if (!row) return { ...defaultYears, version: 0 };
  return { ...yearsSchema.parse(JSON.parse(row.value)), version: row.version };
}

/** Keeps it if nobody else has since `version`; false when somebody has. */
export async function writeYears(
  db: LendingDatabase,
  { loanYears, donationYears }: RetentionYears,
  version: number,
): Promise<boolean> {
  const value = JSON.stringify({ loanYears, donationYears });
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('lending_setting')
      .values({ key, value, version: 1 })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('lending_setting')
    .set({ value, version: version + 1 })
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
