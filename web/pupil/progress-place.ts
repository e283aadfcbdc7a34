import { browserStorage, type HeldSeat } from './seat-store.ts';

/** A seat, as far as its progress is concerned. */
export type Place = Pick<HeldSeat, 'code' | 'nickname'>;

/** Where this browser keeps how far somebody was at a seat. */
export function progressKey({ code, nickname }: Place): string {
  return `steckbrett.progress.${code}.${nickname}`;
}

/** The seat is held no longer: the next one at a shared computer finds nothing of it. */
export function forgetProgress(seat: Place): void {
  try {
    browserStorage()?.removeItem(progressKey(seat));
  } catch {
    // Without storage there is nothing to forget.
  }
}
