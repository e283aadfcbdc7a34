import { mondayOf } from './day-scale.ts';
import type { Grouping } from './row-window.ts';

/** What of the calendar is shown, and how. */
export interface CalendarView {
  readonly zoom: Zoom;
  /** The first day shown. */
  readonly first: Date;
  /** What kits are searched for. */
  readonly text: string;
  readonly grouping: Grouping;
  /** Only what is free in the time that was asked for. */
  readonly onlyFree: boolean;
}

export type Zoom = keyof typeof zooms;

/** How wide a day is, CSS pixels, and how many are shown. */
export const zooms = { weeks: { width: 32, days: 98 }, months: { width: 11, days: 280 } } as const;

/** A week before a day's week: what has just been is in sight, too. */
export function firstBefore(at: number): Date {
  return mondayOf(at - 7 * 86_400_000);
}
