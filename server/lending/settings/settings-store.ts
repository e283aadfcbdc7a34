import { z } from 'zod';
import { type Settings, settingsSchema } from '../../api/contract/lending/papers.ts';
import type { LendingDatabase } from '../interface.ts';
import { defaultSettings } from './default-settings.ts';

const key = 'settings';

/** What is kept may be of an older version, which knew less: what it lacks comes from the defaults. */
const keptSchema = z.record(z.string(), z.unknown());

/** The association's settings, and how often they were changed (0: never). */
export async function readSettings(db: LendingDatabase): Promise<{ settings: Settings; version: number }> {
  const row = await db.selectFrom('lending_setting').selectAll().where('key', '=', key).executeTakeFirst();
  if (!row) return { settings: defaultSettings, version: 0 };
  const kept = keptSchema.parse(JSON.parse(row.value));
  return { settings: settingsSchema.parse({ ...defaultSettings, ...kept }), version: row.version };
}

/** Keeps settings if nobody else has since `version`; false when somebody has. */
export async function writeSettings(
  db: LendingDatabase,
  settings: Settings,
  version: number,
): Promise<boolean> {
  const value = JSON.stringify(settings);
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
