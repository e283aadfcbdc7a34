import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Blocks } from './contract/live.ts';
import type { Looking } from './looking.ts';

/** The newest work of a seat. */
export interface SeatWork {
  readonly version: number;
  readonly blocks: Blocks | null;
}

/** Least time between two pictures of a seat's work, ms. */
export const workPause = 250;

/** What a broadcast needs. */
export interface SeatBroadcastNeeds {
  readonly looking: Pick<Looking, 'followers' | 'viewers'>;
  /** The seat's work as it is stored. */
  readonly read: (seatId: string) => Promise<SeatWork>;
  readonly sendWork: (pages: readonly string[], seatId: string, work: SeatWork) => void;
  readonly sendTrace: (pages: readonly string[], seatId: string, batch: TraceBatch) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Brings the seats' work and traces to the teachers' pages that look at them. A change goes out at once; of those that
 * follow within `workPause` only the last does, so that a seat costs at most four messages a second.
 */
export class SeatBroadcast {
  readonly #needs: SeatBroadcastNeeds;
  /** Seats that rest, with what is to be sent when the rest is over. */
  readonly #resting = new Map<string, { timer: ReturnType<typeof setTimeout>; next: SeatWork | null }>();

  constructor(needs: SeatBroadcastNeeds) {
    this.#needs = needs;
  }

  /** The seat's work was saved. */
  saved(seatId: string, work: SeatWork): void {
    const pages = this.#needs.looking.viewers(seatId);
    if (pages.length === 0) return;
    const rest = this.#resting.get(seatId);
    if (rest) rest.next = work;
    else {
      this.#needs.sendWork(pages, seatId, work);
      this.#rest(seatId);
    }
  }

  /** These pages begin to look at a seat: they get its work as it is. */
  begin(pages: readonly string[], seatId: string): void {
    this.#needs.read(seatId).then(
      (work) => {
        // Reading takes its time, in which a yes may have been taken back.
        const looking = this.#needs.looking.viewers(seatId);
        this.#needs.sendWork(
          pages.filter((page) => looking.includes(page)),
          seatId,
          work,
        );
      },
      (error: unknown) => this.#needs.failed(error),
    );
  }

  /** Something happened on the seat's Pi. */
  traced(seatId: string, batch: TraceBatch): void {
    const pages = this.#needs.looking.followers(seatId);
    if (pages.length > 0) this.#needs.sendTrace(pages, seatId, batch);
  }

  stop(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #rest(seatId: string): void {
    const timer = setTimeout(() => {
      const next = this.#resting.get(seatId)?.next;
      this.#resting.delete(seatId);
      if (next) this.saved(seatId, next);
    }, workPause);
    this.#resting.set(seatId, { timer, next: null });
  }
}
