import { getHolidays } from 'feiertagejs';
import type { DayNote } from '../../api/contract/lending/loans.ts';
import type { Land } from '../../api/contract/lending/schools.ts';
import type { LendingDatabase } from '../interface.ts';
import { holidayNames } from './holiday-names.ts';

/**
 * Public holidays of a Land (without one, those of all of Germany) and school holidays that were imported for it or for
 * everybody, from one local day to another, both included. At most three years.
 */
export async function dayNotes(
  db: LendingDatabase,
  land: Land | null,
  from: string,
  to: string,
): Promise<DayNote[]> {
  const school = await db
    .selectFrom('holiday')
    .innerJoin('holiday_calendar', 'holiday_calendar.id', 'holiday.calendar_id')
    .select(['holiday.name', 'starts_on', 'ends_on'])
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .where((where) =>
      land === null
        ? where.lit(true)
        : where.or([where('holiday_calendar.land', '=', land), where('holiday_calendar.land', 'is', null)]),
    )
    .orderBy('starts_on')
    .limit(500)
    .execute();
  const notes: DayNote[] = school.map(({ name, starts_on, ends_on }) => ({
    startsOn: starts_on,
    endsOn: ends_on,
    name,
    kind: 'school',
  }));
  return [...publicHolidays(land, from, to), ...notes].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

function publicHolidays(land: Land | null, from: string, to: string): DayNote[] {
  const first = Number(from.slice(0, 4));
  const last = Math.min(Number(to.slice(0, 4)), first + 3);
  const notes: DayNote[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const holiday of getHolidays(year, land ?? 'BUND')) {
      const on = holiday.dateString;
      if (on < from || on > to) continue;
      notes.push({ startsOn: on, endsOn: on, ...holidayNames(holiday), kind: 'public' });
    }
  }
  return notes;
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** What is special about one day: a weekend, holidays. */
export async function notesOfDay(db: LendingDatabase, land: Land | null, day: string): Promise<DayNote[]> {
  const weekend: DayNote[] = isWeekend(day)
    ? [{ startsOn: day, endsOn: day, name: 'Wochenende', nameEn: 'Weekend', kind: 'weekend' }]
    : [];
  return [...(await dayNotes(db, land, day, day)), ...weekend];
}

/** The Land of a school; null: unknown. */
export async function landOf(db: LendingDatabase, schoolId: string): Promise<Land | null> {
  const row = await db
    .selectFrom('school_detail')
    .select('land')
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return row?.land ?? null;
}
