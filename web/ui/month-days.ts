import type { DayNote } from '../../server/api/contract/lending/loans.ts';

/** A day in a month's sheet. */
export interface SheetDay {
  /** `2026-11-23`. */
  readonly day: string;
  /** Of the month before or after. */
  readonly outside: boolean;
  readonly weekend: boolean;
  /** Holidays on it: public ones, school holidays. */
  readonly notes: readonly DayNote[];
}

/** The weeks of a month, Monday first, filled up with the days around it. `month` is `2026-11`. */
export function monthSheet(month: string, notes: readonly DayNote[]): readonly (readonly SheetDay[])[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const ahead = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const weeks = Math.ceil((ahead + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const at = new Date(Date.UTC(year, number - 1, 1 - ahead + week * 7 + column));
      const day = at.toISOString().slice(0, 10);
      return {
        day,
        outside: at.getUTCMonth() !== number - 1,
        weekend: column > 4,
        notes: notes.filter(
          ({ kind, startsOn, endsOn }) => kind !== 'weekend' && startsOn <= day && day <= endsOn,
        ),
      };
    }),
  );
}

/** The month that many months later: `2026-12` and 1 is `2027-01`. */
export function monthAfter(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The day that many days later. */
export function dayAfter(day: string, by: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10);
}

/** From a day to a day. */
export interface DaySpan {
  /** Empty: not chosen yet. */
  readonly from: string;
  readonly to: string;
}

/** What a press on a day does: the first is the begin, the second the end; one before the begin begins anew. */
export function spanWith(span: DaySpan, day: string): DaySpan {
  if (!span.from || span.to || day < span.from) return { from: day, to: '' };
  return { from: span.from, to: day };
}
