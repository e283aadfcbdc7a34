import { randomUUID } from 'node:crypto';
import type { ClassNote } from './contract/live.ts';

/** The teacher's last words to each class and to single seats. Who comes later finds what was said to all. */
export class ClassNotes {
  readonly #toAll = new Map<string, ClassNote>();
  /** Null: what was said to all has been withdrawn for this seat. */
  readonly #toSeat = new Map<string, ClassNote | null>();

  /** What stands for a seat; null: nothing. */
  of(classId: string, seatId: string): ClassNote | null {
    const own = this.#toSeat.get(seatId);
    return own === undefined ? (this.#toAll.get(classId) ?? null) : own;
  }

  /** From now on this stands for all of the class, whatever single seats were told. */
  tellAll(classId: string, seatIds: readonly string[], text: string | null): void {
    for (const seatId of seatIds) this.#toSeat.delete(seatId);
    if (text === null) this.#toAll.delete(classId);
    else this.#toAll.set(classId, noteOf(text));
  }

  /** From now on this stands for these seats. */
  tell(seatIds: readonly string[], text: string | null): void {
    const note = text === null ? null : noteOf(text);
    for (const seatId of seatIds) this.#toSeat.set(seatId, note);
  }

  /** The seat is gone. */
  forgetSeat(seatId: string): void {
    this.#toSeat.delete(seatId);
  }

  /** The class has ended. */
  forgetClass(classId: string): void {
    this.#toAll.delete(classId);
  }
}

function noteOf(text: string): ClassNote {
  return { id: randomUUID(), text };
}
