import type { PersonView } from '../api/contract/endpoints.ts';
import type { ClassView } from '../live/contract/live.ts';
import type { StoredClass } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { hasLesson } from './lesson-catalog.ts';
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
    if (!hasLesson(lessons, lessonId)) throw lessonUnknown();
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
    const found = roster.class(classId) ?? (await store.class(classId));
    if (!found || !owns(person, found)) throw classUnknown();
    const ended = this.#view({ ...found, state: 'ended' });
    if (!roster.class(classId)) return ended;
    // The stops leave before the database is asked: what moves should stand still first.
    const devices = roster.seatsOf(classId).map(({ deviceId }) => deviceId);
    const stopping = Promise.all(devices.map((id) => (id === null ? undefined : handOver.release(id))));
    await store.end(classId, now());
    const seats = roster.seatsOf(classId);
    roster.removeClass(classId);
    events.emit('class-ended', ended, seats);
    await stopping;
    return ended;
  }
}
