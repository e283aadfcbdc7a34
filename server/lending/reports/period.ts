import { addDays, dayOf, instantOf } from '../loans/local-time.ts';

/** Some whole local days, in order. */
export interface Period {
  /** First and last day, `2026-11-22`. */
  readonly fromDay: string;
  readonly toDay: string;
  /** The same as instants: from the first day's beginning to the last day's end, which is not part of it. */
  readonly from: number;
  readonly to: number;
}

export function periodOfDays(fromDay: string, toDay: string): Period {
  return { fromDay, toDay, from: instantOf(fromDay), to: instantOf(addDays(toDay, 1)) };
}

/** A calendar year, or the school year that begins on its 1 August and ends on 31 July. */
export function periodOfYear(year: number, schoolYear: boolean): Period {
  return schoolYear
    ? periodOfDays(`${year}-08-01`, `${year + 1}-07-31`)
    : periodOfDays(`${year}-01-01`, `${year}-12-31`);
}

/** The year in which an instant lies, named by its beginning. */
export function yearOf(at: number, schoolYear: boolean): number {
  const [year = 0, month = 0] = dayOf(at).split('-').map(Number);
  return schoolYear && month < 8 ? year - 1 : year;
}

/** Its months, `2026-11`, also those that it only touches. */
export function monthsOf({ fromDay, toDay }: Pick<Period, 'fromDay' | 'toDay'>): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = fromDay.split('-').map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > toDay.slice(0, 7)) return months;
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** Days since 1970, for sums over days. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
