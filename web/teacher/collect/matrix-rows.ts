import type { SeatView } from '../../../server/live/contract/live.ts';

/** The seats of one lesson. */
export interface LessonSeats {
  readonly lessonId: string;
  readonly seats: readonly SeatView[];
}

/** The seats by their lesson, the class's first; in each by name. */
export function seatsByLesson(seats: readonly SeatView[], classLessonId: string): LessonSeats[] {
  const ids = new Set([classLessonId, ...seats.map(({ lessonId }) => lessonId)]);
  return [...ids]
    .map((lessonId) => ({
      lessonId,
      seats: seats
        .filter((seat) => seat.lessonId === lessonId)
        .toSorted((a, b) => a.nickname.localeCompare(b.nickname, 'de', { numeric: true })),
    }))
    .filter((one) => one.seats.length > 0);
}
