import type { HandInView } from '../../../server/live/contract/live.ts';

const key = 'steckbrett.feedback';

/** What the teacher said, as this tab can tell it from what they said before. */
function mark(seatId: string, { badge, comment, handedInAt }: HandInView): string {
  return [seatId, handedInAt, badge, comment].join('\n');
}

/** Whether this tab has shown what the teacher said; it forgets with the tab. */
export function wasSeen(seatId: string, handIn: HandInView): boolean {
  try {
    return sessionStorage.getItem(key) === mark(seatId, handIn);
  } catch {
    return false;
  }
}

/** The pupil has closed what the teacher said: a reload need not show it again. */
export function rememberSeen(seatId: string, handIn: HandInView): void {
  try {
    sessionStorage.setItem(key, mark(seatId, handIn));
  } catch {
    // A browser that forbids storage shows it once more after a reload.
  }
}
