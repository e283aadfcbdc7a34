import type { PersonView } from '../api/contract/endpoints.ts';
import type { ClassView } from '../live/contract/live.ts';
import type { StoredClass } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { owns } from './ownership.ts';
import { classUnknown, lessonUnknown } from './problems.ts';

/** Days for which a class is kept after its end where its teacher has not said. */
const defaultKeepDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** Starts, changes and ends classes. */
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
    const started = await store.start({
      name,
      lessonId,
      schoolId,
      teacherId: person.id,
      startedAt: now(),
      keepDays: defaultKeepDays,
    });
    roster.addClass(started);
    return this.#view({ ...started, state: 'active', deletesAt: null });
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
    const endedAt = now();
    const deletesAt = endedAt + found.keepDays * dayMs;
    const ended = this.#view({ ...found, state: 'ended', deletesAt });
    if (!active) return ended;
    // Before the stops, or a pupil could run something behind them.
    const { seats, restore } = roster.removeClass(classId);
    // The stops leave before the database is asked: what moves should stand still first.
    const devices = seats.map(({ deviceId }) => deviceId);
    const stopping = Promise.all(devices.map((id) => (id === null ? undefined : handOver.release(id))));
    try {
      await store.end(classId, endedAt, deletesAt);
    } catch (error) {
      restore();
      throw error;
    }
    events.emit('class-ended', ended, seats);
    await stopping;
    return ended;
  }

  /**
   * Says whether pupils may take every block; their pages are told.
   *
   * @throws HttpProblem `class-unknown`.
   */
  async allowAllBlocks(person: PersonView, classId: string, allBlocks: boolean): Promise<ClassView> {
    const { events, roster, store } = this.#parts;
    const active = roster.class(classId);
    if (!active || !owns(person, active)) throw classUnknown();
    await store.setAllBlocks(classId, allBlocks);
    // Its lesson may be another one since it was asked for.
    const changed = { ...(roster.class(classId) ?? active), allBlocks };
    roster.changeClass(changed);
    const view = this.#view({ ...changed, state: 'active', deletesAt: null });
    if (roster.class(classId)) events.emit('class-changed', view);
    return view;
  }
}
