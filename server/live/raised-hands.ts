/** The raised hands of each class, in the order in which they were raised. */
export class RaisedHands {
  readonly #queues = new Map<string, readonly string[]>();

  /** A seat's place in its class's queue, from 1; null: not raised. */
  place(classId: string, seatId: string): number | null {
    const index = this.of(classId).indexOf(seatId);
    return index < 0 ? null : index + 1;
  }

  /** The seats of a class whose hands are up, the first one first. */
  of(classId: string): readonly string[] {
    return this.#queues.get(classId) ?? [];
  }

  /** A raised hand keeps its place. @returns the seats whose place is another now. */
  raise(classId: string, seatId: string): readonly string[] {
    const queue = this.of(classId);
    if (queue.includes(seatId)) return [];
    this.#queues.set(classId, [...queue, seatId]);
    return [seatId];
  }

  /** @returns the seats whose place is another now: this one, and those behind it. */
  lower(classId: string, seatId: string): readonly string[] {
    const queue = this.of(classId);
    const index = queue.indexOf(seatId);
    if (index < 0) return [];
    this.#queues.set(classId, queue.toSpliced(index, 1));
    return queue.slice(index);
  }

  /** The class has ended. */
  forget(classId: string): void {
    this.#queues.delete(classId);
  }
}
