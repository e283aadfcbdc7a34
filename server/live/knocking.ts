/** How long a knock is heard, ms. */
export const knockTime = 60_000;

/** How a knock ended. */
export type KnockEnd = 'yes' | 'no' | 'late' | 'withdrawn';

interface Knock {
  readonly seatId: string;
  readonly timer: NodeJS.Timeout;
}

/** What hears of each knock. */
export interface KnockListener {
  began(pupilId: string, seatId: string): void;
  ended(pupilId: string, seatId: string, how: KnockEnd): void;
}

/** Who would like to sit down where; a pupil knocks at one seat at a time. Lives with the connections, so it is not stored. */
export class Knocking {
  readonly #knocks = new Map<string, Knock>();
  readonly #listener: KnockListener;

  constructor(listener: KnockListener) {
    this.#listener = listener;
  }

  /** The pupils who knock at a seat, in the order in which they came. */
  at(seatId: string): string[] {
    return [...this.#knocks].filter(([, knock]) => knock.seatId === seatId).map(([pupilId]) => pupilId);
  }

  knock(pupilId: string, seatId: string): void {
    if (this.#knocks.get(pupilId)?.seatId === seatId) return;
    this.end(pupilId, 'withdrawn');
    const timer = setTimeout(() => this.end(pupilId, 'late'), knockTime);
    timer.unref();
    this.#knocks.set(pupilId, { seatId, timer });
    this.#listener.began(pupilId, seatId);
  }

  /** Ends a pupil's knock; false when there is none. */
  end(pupilId: string, how: KnockEnd): boolean {
    const knock = this.#knocks.get(pupilId);
    if (!knock) return false;
    clearTimeout(knock.timer);
    this.#knocks.delete(pupilId);
    this.#listener.ended(pupilId, knock.seatId, how);
    return true;
  }

  stop(): void {
    for (const { timer } of this.#knocks.values()) clearTimeout(timer);
  }
}
