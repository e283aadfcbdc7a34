import type { Classroom } from '../classroom/interface.ts';
import { ClassNotes } from './class-notes.ts';
import type { ClassNote, SteeringView } from './contract/live.ts';
import type { HoldAction } from './hold.ts';
import { type HeldTo, type HoldClock, Holds } from './holds.ts';
import { RaisedHands } from './raised-hands.ts';

/** Tells who has to hear of it. */
export interface SteeringListener {
  /** The class is held to something else than before. */
  held(classId: string, steering: SteeringView): void;
  /** Another note stands for the seat, or none. */
  noted(seatId: string, note: ClassNote | null): void;
  /** The seat's hand is up, down, or elsewhere in the queue. */
  handMoved(seatId: string, place: number | null): void;
}

/** What steering needs. */
export interface ClassSteeringNeeds {
  readonly classroom: Pick<Classroom, 'events' | 'seat'>;
  readonly clock: HoldClock;
  readonly listener: SteeringListener;
}

/** What a teacher holds each class to, what they have told it, and who has raised a hand. Lives with the server's process. */
export class ClassSteering {
  readonly #classroom: Pick<Classroom, 'seat'>;
  readonly #listener: SteeringListener;
  readonly #holds: Holds;
  readonly #notes = new ClassNotes();
  readonly #hands = new RaisedHands();

  constructor({ classroom, clock, listener }: ClassSteeringNeeds) {
    this.#classroom = classroom;
    this.#listener = listener;
    this.#holds = new Holds(clock, (classId) => listener.held(classId, this.view(classId)));
    classroom.events.on('pupil-moved', ({ classId }, from) => {
      if (!classroom.seat(from)?.pupils.length) this.#lower(classId, from);
    });
    classroom.events.on('pupil-removed', ({ classId, seatId }, goneSeats) => {
      if (!classroom.seat(seatId)?.pupils.length) this.#lower(classId, seatId);
      for (const gone of goneSeats) this.#notes.forgetSeat(gone);
    });
    classroom.events.on('class-ended', ({ id }, seats) => {
      this.#holds.forget(id);
      this.#hands.forget(id);
      this.#notes.forgetClass(id);
      for (const seat of seats) this.#notes.forgetSeat(seat.id);
    });
  }

  /** What the class is held to now. */
  view(classId: string): SteeringView {
    return this.#holds.view(classId);
  }

  /** @returns what the class is held to then; its pages are told. */
  hold(classId: string, what: HeldTo, action: HoldAction): SteeringView {
    const steering = this.#holds.set(classId, what, action);
    this.#listener.held(classId, steering);
    return steering;
  }

  /** The teacher's last words to a seat. */
  note(seatId: string): ClassNote | null {
    const seat = this.#classroom.seat(seatId);
    return seat ? this.#notes.of(seat.classId, seatId) : null;
  }

  /** Says something to these seats, and with `all` to those who will come; null takes it back. */
  tell(classId: string, seatIds: readonly string[], text: string | null, all: boolean): void {
    if (all) this.#notes.tellAll(classId, seatIds, text);
    else this.#notes.tell(seatIds, text);
    for (const seatId of seatIds) this.#listener.noted(seatId, this.note(seatId));
  }

  /** A seat's place in the queue of raised hands, from 1; null: not raised. */
  handPlace(seatId: string): number | null {
    const seat = this.#classroom.seat(seatId);
    return seat ? this.#hands.place(seat.classId, seatId) : null;
  }

  /** Raises a seat's hand, or takes it down. */
  hand(classId: string, seatId: string, raised: boolean): void {
    if (raised) this.#tellPlaces(this.#hands.raise(classId, seatId));
    else this.#lower(classId, seatId);
  }

  /** No hold ends by itself any more. */
  stop(): void {
    this.#holds.stop();
  }

  #lower(classId: string, seatId: string): void {
    this.#tellPlaces(this.#hands.lower(classId, seatId));
  }

  #tellPlaces(seatIds: readonly string[]): void {
    for (const seatId of seatIds) this.#listener.handMoved(seatId, this.handPlace(seatId));
  }
}
