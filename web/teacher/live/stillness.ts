import type { SeatView } from '../../../server/live/contract/live.ts';

/** What changes when a pupil gets on. */
function signsOf({
  savedAt,
  program,
  lastError,
  lessonId,
  step,
  goals,
  handIn,
  connected,
}: SeatView): string {
  return JSON.stringify([savedAt, program, lastError?.code, lessonId, step, goals, handIn.state, connected]);
}

/** Since when nothing has changed at the seats, as this page has seen it. Times are ms on one clock that never goes back. */
export class Stillness {
  readonly #seats = new Map<string, { signs: string; since: number }>();

  /** The class as it is now. */
  see(seats: readonly SeatView[], now: number): void {
    for (const seat of seats) {
      const signs = signsOf(seat);
      if (this.#seats.get(seat.id)?.signs !== signs) this.#seats.set(seat.id, { signs, since: now });
    }
    if (this.#seats.size === seats.length) return;
    const here = new Set(seats.map(({ id }) => id));
    for (const id of this.#seats.keys()) if (!here.has(id)) this.#seats.delete(id);
  }

  /** For how many whole minutes nothing has changed. */
  minutes(seatId: string, now: number): number {
    const since = this.#seats.get(seatId)?.since ?? now;
    return Math.floor((now - since) / 60_000);
  }
}
