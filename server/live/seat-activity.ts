import type { Problem } from '../../device/contract/problem.ts';
import type { SeatView } from './contract/live.ts';

/** What the pages of one seat do. */
interface Activity {
  /** The open pages, by socket: whose each is, and whether its virtual Pi runs. */
  readonly pages: Map<string, { readonly pupilId: string; readonly virtualPi: 'idle' | 'running' }>;
  /** Why the last run on a virtual Pi failed. */
  virtualError: Problem | null;
  /** Where the pupil ran last. */
  where: SeatView['program']['where'];
}

/** Who is here, and what runs in the pages. Lives with the connections, so it is not stored. */
export class SeatActivity {
  readonly #seats = new Map<string, Activity>();
  readonly #seatOfPage = new Map<string, string>();

  opened(seatId: string, page: string, pupilId: string): void {
    this.#of(seatId).pages.set(page, { pupilId, virtualPi: 'idle' });
    this.#seatOfPage.set(page, seatId);
  }

  /** @returns the seat at which the page was open. */
  closed(page: string): string | undefined {
    const seatId = this.#seatOfPage.get(page);
    this.#seatOfPage.delete(page);
    this.#seats.get(seatId ?? '')?.pages.delete(page);
    return seatId;
  }

  /** A page tells what its virtual Pi does. */
  virtual(seatId: string, page: string, state: 'idle' | 'running', error: Problem | null): void {
    const activity = this.#of(seatId);
    const open = activity.pages.get(page);
    if (open) activity.pages.set(page, { ...open, virtualPi: state });
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

  /** Whether a page of this pupil is open at the seat. */
  isHere(seatId: string, pupilId: string): boolean {
    return this.#pages(seatId).some((page) => page.pupilId === pupilId);
  }

  runsVirtually(seatId: string): boolean {
    return this.#pages(seatId).some(({ virtualPi }) => virtualPi === 'running');
  }

  where(seatId: string): SeatView['program']['where'] {
    return this.#seats.get(seatId)?.where ?? 'pi';
  }

  virtualError(seatId: string): Problem | null {
    return this.#seats.get(seatId)?.virtualError ?? null;
  }

  #pages(seatId: string) {
    return [...(this.#seats.get(seatId)?.pages.values() ?? [])];
  }

  #of(seatId: string): Activity {
    const known = this.#seats.get(seatId);
    if (known) return known;
    const activity: Activity = { pages: new Map(), virtualError: null, where: 'pi' };
    this.#seats.set(seatId, activity);
    return activity;
  }
}
