import type { LessonProgress } from '../live/contract/live.ts';
import type { ClassroomParts } from './classroom-parts.ts';

/** Keeps how far the seats are, for their pages and for the teacher. */
export class ProgressDesk {
  readonly #parts: ClassroomParts;

  constructor(parts: ClassroomParts) {
    this.#parts = parts;
  }

  /**
   * Adds what a page has reached; what a page says that is still in another lesson counts for nothing. Whoever shows the
   * class hears of another step, or of more goals, as `progress-changed`.
   *
   * @returns what the seat has reached now, or `null` when nothing is new.
   */
  async add(seatId: string, told: LessonProgress): Promise<LessonProgress | null> {
    const { events, progress, roster } = this.#parts;
    if (told.lessonId !== roster.lessonOf(seatId)) return null;
    const now = await progress.add(seatId, told);
    const before = roster.seat(seatId)?.progress;
    if (!now || now.lessonId !== roster.lessonOf(seatId)) return now;
    roster.changeSeat(seatId, { progress: { step: now.step, goals: now.goals } });
    const seat = roster.seat(seatId);
    const seen = before?.step !== now.step || before.goals.length !== now.goals.length;
    if (seat && seen) events.emit('progress-changed', seat);
    return now;
  }
}
