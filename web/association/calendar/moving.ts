import type { CalendarBar, CalendarRow } from '../../../server/api/contract/lending/calendar.ts';
import { daysLater } from './day-scale.ts';

/** A loan that is being moved: by so many days at its start and at its end, or to another kit at the same time. */
export interface Draft {
  readonly bar: CalendarBar;
  /** The kit in whose row it was taken hold of. */
  readonly assetId: string;
  readonly startDays: number;
  readonly endDays: number;
  /** The kit that would go in its place; null: it stays the one it is. */
  readonly toAssetId: string | null;
}

/** A draft that changes nothing yet. */
export function freshDraft(bar: CalendarBar, assetId: string): Draft {
  return { bar, assetId, startDays: 0, endDays: 0, toAssetId: null };
}

/** Whether a draft would change anything. */
export function changes({ startDays, endDays, toAssetId }: Draft): boolean {
  return startDays !== 0 || endDays !== 0 || toAssetId !== null;
}

/** The time that a draft would give its loan. */
export function draftSpan({ bar, startDays, endDays }: Pick<Draft, 'bar' | 'startDays' | 'endDays'>): {
  startsAt: number;
  endsAt: number;
} {
  return { startsAt: daysLater(bar.startsAt, startDays), endsAt: daysLater(bar.endsAt, endDays) };
}

const taking = ['reserved', 'packed', 'out'];

/** The first loan that stands in the way of a draft: in any row of its loan, or in that of the other kit. */
export function obstacle(rows: readonly CalendarRow[], draft: Draft): CalendarBar | undefined {
  const { startsAt, endsAt } = draftSpan(draft);
  const { loanId } = draft.bar;
  for (const { asset, bars } of rows) {
    const meant =
      draft.toAssetId === null ? bars.some((bar) => bar.loanId === loanId) : asset.id === draft.toAssetId;
    if (!meant) continue;
    const found = bars.find(
      (one) =>
        one.loanId !== loanId &&
        taking.includes(one.state) &&
        one.startsAt < endsAt &&
        // What is overdue is away until it comes.
        (one.endsAt > startsAt || (one.overdue && startsAt < Date.now())),
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

/** A draft changed by some days; an end never comes before its start. Time and kit are changed one after the other. */
export function shifted(draft: Draft, days: number, what: 'whole' | 'end'): Draft {
  const next = {
    ...draft,
    toAssetId: null,
    startDays: draft.startDays + (what === 'whole' ? days : 0),
    endDays: draft.endDays + days,
  };
  const { startsAt, endsAt } = draftSpan(next);
  return endsAt > startsAt ? next : { ...draft, toAssetId: null };
}

/** Whether another kit can take a loan: only what is reserved and not packed yet is reserved anew. */
export function takes({ asset, bars }: CalendarRow, draft: Draft, rows: readonly CalendarRow[]): boolean {
  const from = rows.find((row) => row.asset.id === draft.assetId);
  return (
    draft.bar.state === 'reserved' &&
    asset.id !== draft.assetId &&
    asset.kind === from?.asset.kind &&
    asset.condition === 'usable' &&
    !bars.some(({ loanId, state }) => loanId === draft.bar.loanId && taking.includes(state))
  );
}

/** A draft that gives the loan another kit at its time as it is; null: its own again. */
export function handedTo(draft: Draft, toAssetId: string | null): Draft {
  return { ...draft, startDays: 0, endDays: 0, toAssetId };
}
