import type { SeatView } from '../../../server/live/contract/live.ts';

/** The seats by what there is to do with them. */
export interface CollectedSeats {
  /** Handed in or returned: first what waits for the teacher, the longest waiting at its head. */
  readonly works: readonly SeatView[];
  readonly waiting: number;
  /** Nothing is handed in, or it was opened again. */
  readonly open: readonly SeatView[];
}

/** Sorts a class by what is handed in. */
export function collectedSeats(seats: readonly SeatView[]): CollectedSeats {
  const handedIn = (seat: SeatView) => seat.handIn.state === 'handed-in';
  const works = seats
    .filter(({ handIn }) => handIn.state !== 'open')
    .toSorted(
      (a, b) =>
        Number(handedIn(b)) - Number(handedIn(a)) ||
        (a.handIn.handedInAt ?? 0) - (b.handIn.handedInAt ?? 0) ||
        a.nickname.localeCompare(b.nickname, 'de', { numeric: true }),
    );
  return {
    works,
    waiting: works.filter(handedIn).length,
    open: seats.filter(({ handIn }) => handIn.state === 'open'),
  };
}
