import { browserStorage, type HeldSeat } from './seat-store.ts';

/** A seat, as far as its progress is concerned. */
export type Place = Pick<HeldSeat, 'code' | 'nickname'>;

/** Where this browser keeps how far somebody was at a seat. */
export function progressKey({ code, nickname }: Place): string {
  return `steckbrett.progress.${code}.${nickname}`;
}

/** Where it keeps what somebody has built there; `place`: `code.nickname`. */
export const wiringKey = (place: string): string => `steckbrett.wiring.${place}`;

/** The seat is held no longer: the next one at a shared computer finds nothing of it. */
export function forgetProgress(seat: Place): void {
  // Without a connection what could be undone stays; nobody gets to see it.
  void import('./keeping/undo-place.ts').then(({ forgetUndo }) => forgetUndo(seat)).catch(() => {});
  void import('./keeping/last-known.ts').then(({ forgetLastKnown }) => forgetLastKnown(seat)).catch(() => {});
  try {
    browserStorage()?.removeItem(progressKey(seat));
    browserStorage()?.removeItem(wiringKey(`${seat.code}.${seat.nickname}`));
  } catch {
    // Without storage there is nothing to forget.
  }
}
