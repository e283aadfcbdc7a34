/** A seat that this browser holds. */
export interface HeldSeat {
  readonly token: string;
  readonly nickname: string;
  /** The class's code, tidy: `K7F-3XM`. */
  readonly code: string;
  /** With which the pupil comes back on any machine; browsers of before there was such a code have none. */
  readonly resumeCode?: string;
}

const key = 'steckbrett.seats';

/**
 * The seats of this browser by class code, the last used first. A browser that forbids storage keeps them until
 * the page is closed.
 */
export class SeatStore {
  readonly #storage: Storage | null;
  readonly #dropped: (seat: HeldSeat) => void;
  #seats: HeldSeat[];

  /**
   * @param storage as `browserStorage()` gives it.
   * @param dropped hears of each seat that is held no longer, so that nothing else of it stays in the browser.
   */
  constructor(storage: Storage | null, dropped: (seat: HeldSeat) => void) {
    this.#storage = storage;
    this.#dropped = dropped;
    this.#seats = read(storage);
  }

  /** The seat in a class, or the last used. */
  find(code?: string): HeldSeat | undefined {
    return code ? this.#seats.find((seat) => seat.code === code) : this.#seats[0];
  }

  /** Keeps a seat, as the last used. */
  keep(seat: HeldSeat): void {
    this.#write([seat, ...this.#seats.filter(({ code }) => code !== seat.code)]);
  }

  /** Forgets the seat in a class. */
  forget(code: string): void {
    this.#write(this.#seats.filter((seat) => seat.code !== code));
  }

  #write(seats: HeldSeat[]): void {
    // A shared school computer sees many classes; the old ones have ended long ago.
    const before = this.#seats;
    this.#seats = seats.slice(0, 5);
    for (const seat of before) if (!this.#seats.some((one) => isSame(one, seat))) this.#dropped(seat);
    try {
      this.#storage?.setItem(key, JSON.stringify(this.#seats));
    } catch {
      // A full storage costs the seat after the page is closed, nothing now.
    }
  }
}

/** Whether both are one pupil's, under whose name things are kept: by another token it stays the same seat. */
function isSame(one: HeldSeat, other: HeldSeat): boolean {
  if (one.code !== other.code || one.nickname !== other.nickname) return false;
  return one.token === other.token || (!!one.resumeCode && one.resumeCode === other.resumeCode);
}

/** The browser's storage, or `null` when it is forbidden. */
export function browserStorage(which: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | null {
  try {
    const storage = window[which];
    storage.getItem(key);
    return storage;
  } catch {
    return null;
  }
}

function read(storage: Storage | null): HeldSeat[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isSeat) : [];
  } catch {
    return [];
  }
}

function isSeat(value: unknown): value is HeldSeat {
  if (typeof value !== 'object' || value === null) return false;
  return ['token', 'nickname', 'code'].every((name) => typeof Reflect.get(value, name) === 'string');
}
