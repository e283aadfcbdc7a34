import { type LabelLanguage, labelLanguageSchema } from '../../api/contract/lending/labels.ts';
import type { LendingDatabase } from '../interface.ts';

const key = 'label-language';

/** The language that labels speak; German until somebody chooses. */
export async function readLabelLanguage(db: LendingDatabase): Promise<LabelLanguage> {
  const row = await db
    .selectFrom('lending_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  const { success, data } = labelLanguageSchema.safeParse(row?.value);
  return success ? data : 'de';
}

export async function writeLabelLanguage(trx: LendingDatabase, language: LabelLanguage): Promise<void> {
  await trx
    .insertInto('lending_setting')
    .values({ key, value: language, version: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: language }))
    .execute();
}
