import type { PersonView } from '../api/contract/endpoints.ts';
import type { Badge, Blocks, HandInView } from '../live/contract/live.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import type { StoredDeed } from './hand-in-store.ts';
import { owns } from './ownership.ts';
import { classUnknown, seatUnknown } from './problems.ts';

/** Takes work in from pupils, and gives it back. Whatever changes is told as `hand-in-changed`. */
export class HandInDesk {
  readonly #parts: ClassroomParts;

  constructor(parts: ClassroomParts) {
    this.#parts = parts;
  }

  /**
   * Hands in a seat's work as it is saved; again, it replaces what was handed in.
   *
   * @throws ProblemError `nothing-to-hand-in`, `class-ended`.
   */
  handIn(seatId: string): Promise<HandInView> {
    return this.#step(seatId, { type: 'hand-in', at: this.#parts.now() });
  }

  /**
   * Takes back what a seat has handed in.
   *
   * @throws ProblemError `work-returned` when the teacher was quicker, `class-ended`.
   */
  takeBack(seatId: string): Promise<HandInView> {
    return this.#step(seatId, { type: 'take-back' });
  }

  /**
   * Gives work back, with words and a badge.
   *
   * @throws ProblemError `nothing-handed-in`, `class-unknown`, `seat-unknown`.
   */
  async giveBack(
    person: PersonView,
    seat: SeatOfClass,
    said: { comment: string | null; badge: Badge | null },
  ): Promise<HandInView> {
    this.#mayCollect(person, seat);
    return this.#step(seat.seatId, { type: 'return', ...said, at: this.#parts.now() });
  }

  /**
   * Opens work again that was handed in or returned.
   *
   * @throws ProblemError `never-handed-in`, `class-unknown`, `seat-unknown`.
   */
  async reopen(person: PersonView, seat: SeatOfClass): Promise<HandInView> {
    this.#mayCollect(person, seat);
    return this.#step(seat.seatId, { type: 'reopen' });
  }

  /**
   * What a seat has handed in in its lesson.
   *
   * @throws ProblemError `class-unknown`, `seat-unknown`.
   */
  async handedIn(
    person: PersonView,
    seat: SeatOfClass,
  ): Promise<{ blocks: Blocks | null; handedInAt: number | null }> {
    this.#mayCollect(person, seat);
    const { handIns, roster } = this.#parts;
    const work = await handIns.work(seat.seatId, roster.lessonOf(seat.seatId) ?? '');
    return work ?? { blocks: null, handedInAt: null };
  }

  async #step(seatId: string, deed: StoredDeed): Promise<HandInView> {
    const { events, handIns, roster } = this.#parts;
    const { lessonId, handIn } = await handIns.step(seatId, deed);
    // The seat may have got another lesson meanwhile; what was said of the one before is in the database.
    if (roster.lessonOf(seatId) === lessonId) {
      roster.changeSeat(seatId, { handIn });
      const seat = roster.seat(seatId);
      if (seat) events.emit('hand-in-changed', seat);
    }
    return handIn;
  }

  /** @throws HttpProblem `class-unknown`, `seat-unknown`. */
  #mayCollect(person: PersonView, { classId, seatId }: SeatOfClass): void {
    const { roster } = this.#parts;
    const active = roster.class(classId);
    if (!active || !owns(person, active)) throw classUnknown();
    if (roster.seat(seatId)?.classId !== classId) throw seatUnknown();
  }
}

/** A seat, and the class in which it must be. */
export interface SeatOfClass {
  readonly classId: string;
  readonly seatId: string;
}
