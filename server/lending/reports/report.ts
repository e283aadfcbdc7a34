import type { Impact, ImpactQuery } from '../../api/contract/lending/reports.ts';
import type { LendingDatabase } from '../interface.ts';
import { impactOf } from './impact.ts';
import { periodOfYear, yearOf } from './period.ts';
import { readFacts } from './read-facts.ts';

/** A year's impact. */
export async function readImpact(db: LendingDatabase, query: ImpactQuery, now: number): Promise<Impact> {
  const { year, schoolYear = false, ...filter } = query;
  const period = periodOfYear(year, schoolYear);
  return impactOf(await readFacts(db, period, now), period, filter);
}

/** The years in which something happened, and this one, the newest first; years are named by their beginning. */
export async function reportYears(db: LendingDatabase, schoolYear: boolean, now: number): Promise<number[]> {
  const loan = await db
    .selectFrom('loan')
    .select(({ fn }) => fn.min('out_at').as('at'))
    .executeTakeFirst();
  const held = await db
    .selectFrom('class_count')
    .select(({ fn }) => fn.min('day').as('day'))
    .executeTakeFirst();
  const firsts = [loan?.at ? Number(loan.at) : now, held?.day ? Date.parse(`${held.day}T12:00:00Z`) : now];
  const last = yearOf(now, schoolYear);
  const first = Math.min(last, ...firsts.map((at) => yearOf(at, schoolYear)));
  return Array.from({ length: last - first + 1 }, (_, back) => last - back);
}

/** The places whose schools had something, by name. */
export async function reportMunicipalities(db: LendingDatabase): Promise<string[]> {
  const rows = await db
    .selectFrom('school')
    .leftJoin('school_detail', 'school_detail.school_id', 'school.id')
    .select(['school.city', 'school_detail.municipality'])
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('loan').select('loan.id').whereRef('loan.school_id', '=', 'school.id')),
        exists(
          selectFrom('class_count')
            .select('class_count.id')
            .whereRef('class_count.school_id', '=', 'school.id'),
        ),
      ]),
    )
    .execute();
  const names = rows.map(({ city, municipality }) => municipality?.trim() || city);
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'de'));
}
