import { z } from 'zod';
import type { Dashboard } from '../../api/contract/lending/reports.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';

/** Who reported something that long ago has spoken to the association by other ways. */
const span = 90 * 86_400_000;

const sentences = z.object({ de: z.string(), en: z.string() });

/**
 * What schools said is broken or gone, newest first: the latest report of each thing that counts as usable. A report is
 * answered as soon as staff write anything else into the thing's history: how it is, a note, its return, its exchange.
 *
 * @param at ms since 1970
 */
export async function damageReports(db: LendingDatabase, at: number): Promise<Dashboard['damages']> {
  const rows = await db
    .selectFrom('history as report')
    .innerJoin('asset', 'asset.id', 'report.asset_id')
    .leftJoin('school', 'school.id', 'report.school_id')
    .select(['asset.id', 'asset.kind', 'asset.number', 'asset.name', 'report.at', 'report.data'])
    .select('school.name as school')
    .where('report.kind', '=', 'asset.damage-reported')
    .where('report.at', '>', at - span)
    .where('asset.condition', '=', 'usable')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('history as answer')
            .leftJoin('person', 'person.id', 'answer.by')
            .select('answer.id')
            .whereRef('answer.asset_id', '=', 'report.asset_id')
            .whereRef('answer.at', '>', 'report.at')
            .where('answer.kind', '!=', 'asset.damage-reported')
            .where('answer.by', 'is not', null)
            // Who has no account any more was of the association as likely as not.
            .where(({ or, eb }) => or([eb('person.role', 'is', null), eb('person.role', '!=', 'teacher')])),
        ),
      ),
    )
    .orderBy('report.at', 'desc')
    .orderBy('report.id')
    .execute();
  const newest = rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index);
  return newest.map(({ id, name, at: since, data, school, ...code }) => ({
    assetId: id,
    code: codeOf(code),
    name,
    at: since,
    school,
    ...sentences.parse(JSON.parse(data)),
  }));
}
