import type { PaperKind } from '../../api/contract/lending/papers.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { defaultTemplates } from './default-templates.ts';

export type StoredTemplate = Omit<LendingTables['paper_template'], 'changed_at'> & {
  /** null: it is the text that Steckbrett comes with, version 0. */
  readonly changed_at: number | null;
};

/** The text of a kind of paper as it is now. */
export async function readTemplate(db: LendingDatabase, kind: PaperKind): Promise<StoredTemplate> {
  const row = await db.selectFrom('paper_template').selectAll().where('kind', '=', kind).executeTakeFirst();
  return row ?? { kind, text: defaultTemplates[kind], version: 0, changed_at: null, changed_by: null };
}

/** Keeps a text if nobody else has since `version`; false when somebody has. */
export async function writeTemplate(
  db: LendingDatabase,
  change: {
    readonly kind: PaperKind;
    readonly text: string;
    readonly version: number;
    readonly at: number;
    readonly by: string;
  },
): Promise<boolean> {
  const { kind, text, version, at, by } = change;
  const row = { text, version: version + 1, changed_at: at, changed_by: by };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('paper_template')
      .values({ kind, ...row })
      .onConflict((conflict) => conflict.column('kind').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('paper_template')
    .set(row)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
