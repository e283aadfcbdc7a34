import type { SteeringView, teacherRequests } from './contract/live.ts';
import { type HoldAction, leftOf, stepHold } from './hold.ts';

/** What a class can be held to. */
export type HeldTo = (typeof teacherRequests)['class:hold']['request']['_zod']['output']['what'];

/** The clock by which holds end. */
export interface HoldClock {
  /** ms; never goes back. */
  now(): number;
  /** Calls back after so many ms; returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
}

/** A class's holds: when each ends; null: it is not so. */
interface Held {
  readonly until: Record<HeldTo, number | null>;
  cancel: () => void;
}

/** What each class is held to. A hold ends by itself. */
export class Holds {
  readonly #clock: HoldClock;
  readonly #ended: (classId: string) => void;
  readonly #classes = new Map<string, Held>();

  /** @param ended a hold of the class has ended by itself. */
  constructor(clock: HoldClock, ended: (classId: string) => void) {
    this.#clock = clock;
    this.#ended = ended;
  }

  view(classId: string): SteeringView {
    const until = this.#classes.get(classId)?.until;
    const now = this.#clock.now();
    return {
      eyesUpMs: leftOf(until?.['eyes-up'] ?? null, now),
      programsOffMs: leftOf(until?.['programs-off'] ?? null, now),
    };
  }

  /** @returns what the class is held to then. */
  set(classId: string, what: HeldTo, action: HoldAction): SteeringView {
    const held = this.#classes.get(classId) ?? none();
    this.#classes.set(classId, held);
    held.until[what] = stepHold(held.until[what], action, this.#clock.now());
    this.#wait(classId, held);
    return this.view(classId);
  }

  /** The class has ended. */
  forget(classId: string): void {
    this.#classes.get(classId)?.cancel();
    this.#classes.delete(classId);
  }

  /** Nothing ends by itself any more. */
  stop(): void {
    for (const { cancel } of this.#classes.values()) cancel();
  }

  #wait(classId: string, held: Held): void {
    held.cancel();
    held.cancel = () => {};
    const now = this.#clock.now();
    const ends = Object.values(held.until).filter((until) => until !== null);
    if (ends.length === 0) return;
    held.cancel = this.#clock.after(Math.max(1, Math.ceil(Math.min(...ends) - now)), () => {
      const { until } = held;
      const over = this.#clock.now();
      for (const what of ['eyes-up', 'programs-off'] as const) {
        if (leftOf(until[what], over) === null) until[what] = null;
      }
      this.#wait(classId, held);
      this.#ended(classId);
    });
  }
}

function none(): Held {
  return { until: { 'eyes-up': null, 'programs-off': null }, cancel: () => {} };
}
