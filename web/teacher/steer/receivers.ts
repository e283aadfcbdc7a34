import { msg, str } from '@lit/localize';
import type { ClassState, Receivers, SeatView } from '../../../server/live/contract/live.ts';

/** Whom something goes to: the chosen seats that are still there, or all. */
export function receiversOf(now: ClassState, chosen: readonly string[]): Receivers {
  const seats = chosen.filter((id) => now.seats.some((seat) => seat.id === id));
  return seats.length > 0 ? seats : 'all';
}

/** The seats that are meant. */
export function seatsMeant(now: ClassState, to: Receivers): readonly SeatView[] {
  return to === 'all' ? now.seats : now.seats.filter(({ id }) => to.includes(id));
}

/** As people read it: `Fuchs, Dachs und 3 weitere`. */
export function receiversText(now: ClassState, to: Receivers): string {
  if (to === 'all') return msg('die ganze Klasse');
  const names = seatsMeant(now, to).map(({ nickname }) => nickname);
  if (names.length <= 3) return names.join(', ');
  return msg(str`${names.slice(0, 2).join(', ')} und ${names.length - 2} weitere`);
}

/** The lesson in which those are who are meant; the class's, when they are in several. */
export function lessonMeant(now: ClassState, to: Receivers): string {
  const lessons = new Set(seatsMeant(now, to).map(({ lessonId }) => lessonId));
  const [only] = lessons;
  return lessons.size === 1 && only !== undefined ? only : now.class.lessonId;
}

/** The notes that stand now, each with the seats that see it, the most widely seen first. */
export function notesNow(now: ClassState): { readonly text: string; readonly seats: readonly SeatView[] }[] {
  const seen = Map.groupBy(
    now.seats.filter(({ note }) => note),
    ({ note }) => note?.text ?? '',
  );
  return [...seen]
    .map(([text, seats]) => ({ text, seats }))
    .toSorted((a, b) => b.seats.length - a.seats.length);
}

/** Those who raised a hand, in order. */
export function handsUp(now: ClassState): readonly SeatView[] {
  return now.seats
    .filter(({ handPlace }) => handPlace !== null)
    .toSorted((a, b) => (a.handPlace ?? 0) - (b.handPlace ?? 0));
}
