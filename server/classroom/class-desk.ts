import type { PersonView } from '../api/contract/endpoints.ts';
import type { ClassView } from '../live/contract/live.ts';
import type { StoredClass } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { owns } from './ownership.ts';
import { classUnknown, lessonUnknown } from './problems.ts';

/** Starts and ends classes. */
export class ClassDesk {
  readonly #parts: ClassroomParts;
  readonly #view: (one: StoredClass) => ClassView;

  constructor(parts: ClassroomParts, view: (one: StoredClass) => ClassView) {
    this.#parts = parts;
    this.#view = view;
  }

  /** @throws HttpProblem `lesson-unknown`. */
  async start(
    person: PersonView,
    { lessonId, name }: { lessonId: string; name: string },
  ): Promise<ClassView> {
    const { lessons, now, roster, store } = this.#parts;
    if (!lessons.get(lessonId)) throw lessonUnknown();
    const schoolId = person.school?.id ?? null;
    const started = await store.start({ name, lessonId, schoolId, teacherId: person.id, startedAt: now() });
    roster.addClass(started);
    return this.#view({ ...started, state: 'active' });
  }

  /**
   * Ends a class: programs stop, seats close, pages are told. Ending it again changes nothing.
   *
   * @throws HttpProblem `class-unknown`.
   */
  async end(person: PersonView, classId: string): Promise<ClassView> {
    const { events, handOver, now, roster, store } = this.#parts;
    const active = roster.class(classId);
    const found = active ?? (await store.class(classId));
    if (!found || !owns(person, found)) throw classUnknown();
    const ended = this.#view({ ...found, state: 'ended' });
    if (!active) return ended;
    const seats = roster.seatsOf(classId);
    // Before the stops, or a pupil could run something behind them.
    roster.removeClass(classId);
    // The stops leave before the database is asked: what moves should stand still first.
    const devices = seats.map(({ deviceId }) => deviceId);
    const stopping = Promise.all(devices.map((id) => (id === null ? undefined : handOver.release(id))));
    try {
      await store.end(classId, now());
    } catch (error) {
      roster.addClass(active);
      for (const seat of seats) roster.addSeat(seat);
      throw error;
    }
    events.emit('class-ended', ended, seats);
    await stopping;
    return ended;
  }
}
