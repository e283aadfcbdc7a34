import type { CalendarBar } from '../../../server/api/contract/lending/calendar.ts';
import { daysLater } from './day-scale.ts';

/** A loan that is being moved: by so many days at its start and at its end. */
export interface Draft {
  readonly bar: CalendarBar;
  readonly startDays: number;
  readonly endDays: number;
}

type Rows = readonly { readonly bars: readonly CalendarBar[] }[];

/** The time that a draft would give its loan. */
export function draftSpan({ bar, startDays, endDays }: Draft): { startsAt: number; endsAt: number } {
  return { startsAt: daysLater(bar.startsAt, startDays), endsAt: daysLater(bar.endsAt, endDays) };
}

const taking = ['reserved', 'packed', 'out'];

/** The first loan that stands in the way of a draft, in any row of its loan. */
export function obstacle(rows: Rows, draft: Draft): CalendarBar | undefined {
  const { startsAt, endsAt } = draftSpan(draft);
  for (const { bars } of rows) {
    if (!bars.some(({ loanId }) => loanId === draft.bar.loanId)) continue;
    const found = bars.find(
      (one) =>
        one.loanId !== draft.bar.loanId &&
        taking.includes(one.state) &&
        one.startsAt < endsAt &&
        one.endsAt > startsAt,
    );
    if (found) return found;
  }
  return undefined;
}

/** Whether the whole loan can be moved, its end only, or nothing. */
export function movable({ state }: Pick<CalendarBar, 'state'>): 'whole' | 'end' | 'no' {
  if (state === 'reserved' || state === 'packed') return 'whole';
  return state === 'out' ? 'end' : 'no';
}

/** A draft changed by some days; an end never comes before its start. */
export function shifted(draft: Draft, days: number, what: 'whole' | 'end'): Draft {
  const next = {
    ...draft,
    startDays: draft.startDays + (what === 'whole' ? days : 0),
    endDays: draft.endDays + days,
  };
  const { startsAt, endsAt } = draftSpan(next);
  return endsAt > startsAt ? next : draft;
}
