import { ProblemError } from '../../device/contract/problem.ts';
import type { ClassView, Receivers } from '../live/contract/live.ts';
import type { SentWork } from '../live/contract/sent-work.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { lessonWiring } from './lesson-catalog.ts';
import { classEnded, lessonUnknown, stepUnknown } from './problems.ts';
import { type ActiveClass, type ActiveSeat, neverHandedIn } from './roster.ts';
import type { FreshStart, SendStore } from './send-store.ts';

/** What a teacher can send. */
export type Sendable =
  | { readonly kind: 'lesson'; readonly lessonId: string }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'starter' };

/** Sends lessons, steps and starters to the seats of a class. Whoever gets something is told as `work-sent`. */
export class LessonSender {
  readonly #parts: ClassroomParts;
  readonly #store: SendStore;
  readonly #view: (one: ActiveClass) => ClassView;
  /** The step that all of a class were sent, and of which lesson, for those who come later. A restart forgets it. */
  readonly #stepOfAll = new Map<string, { readonly lessonId: string; readonly step: number }>();

  /** @param failed hears why somebody who came later did not get the step that all have. */
  constructor(
    parts: ClassroomParts,
    store: SendStore,
    view: (one: ActiveClass) => ClassView,
    failed: (error: unknown) => void,
  ) {
    this.#parts = parts;
    this.#store = store;
    this.#view = view;
    parts.events.on('seat-added', (seat) => void this.#catchUp(seat).catch(failed));
    parts.events.on('class-ended', ({ id }) => this.#stepOfAll.delete(id));
  }

  /**
   * @returns how many seats have it.
   * @throws HttpProblem `lesson-unknown`. ProblemError `class-ended`, `step-unknown`.
   */
  async send(classId: string, to: Receivers, what: Sendable): Promise<number> {
    const { lessons, roster } = this.#parts;
    if (!roster.class(classId)) throw new ProblemError(classEnded());
    const seats = roster.seatsOf(classId);
    const meant = to === 'all' ? seats : seats.filter(({ id }) => to.includes(id));
    const seatIds = meant.map(({ id }) => id);
    switch (what.kind) {
      case 'lesson':
        if (!lessons.get(what.lessonId)) throw lessonUnknown();
        await this.#sendLesson(classId, to === 'all' ? 'all' : seatIds, what.lessonId);
        return meant.length;
      case 'starter':
        await this.#sendStarter(seatIds);
        return meant.length;
      case 'step':
        if (to === 'all') this.#rememberStep(classId, what.step);
        return this.#sendStep(seatIds, what.step);
    }
  }

  async #sendLesson(classId: string, to: readonly string[] | 'all', lessonId: string): Promise<void> {
    const { events, now, roster } = this.#parts;
    const fresh = await this.#store.lesson(classId, lessonId, to, now());
    const before = roster.class(classId);
    if (!before) throw new ProblemError(classEnded());
    if (to === 'all') {
      const changed = { ...before, lessonId };
      roster.changeClass(changed);
      if (this.#stepOfAll.get(classId)?.lessonId !== lessonId) this.#stepOfAll.delete(classId);
      for (const { id } of roster.allSeatsOf(classId)) roster.changeSeat(id, { ownLessonId: null });
      events.emit('class-changed', this.#view(changed));
    } else {
      const ownLessonId = lessonId === before.lessonId ? null : lessonId;
      for (const id of to) roster.changeSeat(id, { ownLessonId });
    }
    await Promise.all(fresh.map((one) => this.#beginLesson(one, lessonId)));
  }

  async #beginLesson({ seatId, setAside, workspace }: FreshStart, lessonId: string): Promise<void> {
    const { handIns, handOver, lessons, progress, roster } = this.#parts;
    const { deviceId } = roster.seat(seatId) ?? {};
    // The stop leaves before anything is asked: what moves should stand still first.
    const still = deviceId ? handOver.release(deviceId) : undefined;
    // Until it is read what there was of this lesson, nothing of the other may be taken for it.
    roster.changeSeat(seatId, { savedAt: workspace.savedAt, progress: null, handIn: neverHandedIn });
    const [reached, handIn] = await Promise.all([
      progress.read(seatId, lessonId),
      handIns.read(seatId, lessonId),
    ]);
    if (roster.lessonOf(seatId) === lessonId) {
      roster.changeSeat(seatId, {
        progress: reached && { step: reached.step, goals: reached.goals },
        handIn,
      });
      this.#told(seatId, { kind: 'lesson', lessonId, setAside, workspace });
    }
    await still;
    // Meanwhile the teacher may have thought better of it, or the Pi may have gone to somebody else.
    if (!deviceId || roster.seat(seatId)?.deviceId !== deviceId) return;
    await handOver.rewire(deviceId, lessonWiring(lessons, roster.lessonOf(seatId) ?? lessonId));
  }

  async #sendStarter(seatIds: readonly string[]): Promise<void> {
    const { handOver, now, roster } = this.#parts;
    const fresh = await this.#store.starter(seatIds, now());
    const stopping = fresh.map(({ seatId, ...start }) => {
      const { deviceId } = roster.seat(seatId) ?? {};
      roster.changeSeat(seatId, { savedAt: start.workspace.savedAt });
      const still = deviceId ? handOver.release(deviceId) : undefined;
      this.#told(seatId, { kind: 'starter', ...start });
      return still;
    });
    await Promise.all(stopping);
  }

  /** A seat whose lesson has no such step is left as it is. */
  async #sendStep(seatIds: readonly string[], step: number): Promise<number> {
    const { events, lessons, roster } = this.#parts;
    const seats = seatIds.flatMap((id) => {
      const lessonId = roster.lessonOf(id);
      const steps = lessonId === undefined ? 0 : (lessons.get(lessonId)?.views.de.steps.length ?? 0);
      return lessonId !== undefined && step < steps ? [{ id, lessonId }] : [];
    });
    if (seats.length === 0 && seatIds.length > 0) throw new ProblemError(stepUnknown());
    const told = await this.#store.step(seats, step);
    for (const [index, { id, lessonId }] of seats.entries()) {
      const now = told[index];
      if (!now || roster.lessonOf(id) !== lessonId) continue;
      roster.changeSeat(id, { progress: { step: now.step, goals: now.goals } });
      const seat = roster.seat(id);
      if (!seat) continue;
      events.emit('progress-sent', seat, now);
      events.emit('work-sent', seat, { kind: 'step', step });
    }
    return seats.length;
  }

  #rememberStep(classId: string, step: number): void {
    const { lessons, roster } = this.#parts;
    const { lessonId } = roster.class(classId) ?? {};
    const steps = lessons.get(lessonId ?? '')?.views.de.steps.length ?? 0;
    if (lessonId !== undefined && step < steps) this.#stepOfAll.set(classId, { lessonId, step });
  }

  /** Who has just come gets the step that all the others have. */
  async #catchUp({ id, classId }: ActiveSeat): Promise<void> {
    const sent = this.#stepOfAll.get(classId);
    if (sent && this.#parts.roster.lessonOf(id) === sent.lessonId) await this.#sendStep([id], sent.step);
  }

  #told(seatId: string, sent: Exclude<SentWork, { kind: 'step' }>): void {
    const { events, roster } = this.#parts;
    const seat = roster.seat(seatId);
    if (!seat) return;
    events.emit('work-sent', seat, sent);
    events.emit('workspace-saved', seat, sent.workspace);
  }
}
