import type { Problem } from '../../device/contract/problem.ts';
import type { SeatView } from './contract/live.ts';

/** What the pages of one seat do. */
interface Activity {
  /** The open pages, by socket, and whether the virtual Pi of each runs. */
  readonly pages: Map<string, 'idle' | 'running'>;
  /** Why the last run on a virtual Pi failed. */
  virtualError: Problem | null;
  /** Where the pupil ran last. */
  where: SeatView['program']['where'];
}

/** Who is here, and what runs in the pages. Lives with the connections, so it is not stored. */
export class SeatActivity {
  readonly #seats = new Map<string, Activity>();

  opened(seatId: string, page: string): void {
    this.#of(seatId).pages.set(page, 'idle');
  }

  closed(seatId: string, page: string): void {
    this.#seats.get(seatId)?.pages.delete(page);
  }

  /** A page tells what its virtual Pi does. */
  virtual(seatId: string, page: string, state: 'idle' | 'running', error: Problem | null): void {
    const activity = this.#of(seatId);
    activity.pages.set(page, state);
    activity.where = 'virtual';
    activity.virtualError = error;
  }

  /** The pupil runs a program on the Pi. */
  ranOnPi(seatId: string): void {
    this.#of(seatId).where = 'pi';
  }

  forget(seatId: string): void {
    this.#seats.delete(seatId);
  }

  isConnected(seatId: string): boolean {
    return (this.#seats.get(seatId)?.pages.size ?? 0) > 0;
  }

  runsVirtually(seatId: string): boolean {
    return [...(this.#seats.get(seatId)?.pages.values() ?? [])].includes('running');
  }

  where(seatId: string): SeatView['program']['where'] {
    return this.#seats.get(seatId)?.where ?? 'pi';
  }

  virtualError(seatId: string): Problem | null {
    return this.#seats.get(seatId)?.virtualError ?? null;
  }

  #of(seatId: string): Activity {
    const known = this.#seats.get(seatId);
    if (known) return known;
    const activity: Activity = { pages: new Map(), virtualError: null, where: 'pi' };
    this.#seats.set(seatId, activity);
    return activity;
  }
}
