import type { PersonView } from '../api/contract/endpoints.ts';
import { defaultKeepDays, deletionTime } from '../live/contract/keep-time.ts';
import type { ClassView } from '../live/contract/live.ts';
import type { StoredClass } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { owns } from './ownership.ts';
import { classUnknown, lessonUnknown } from './problems.ts';
import type { Retention } from './retention.ts';
import type { ActiveClass } from './roster.ts';
import type { SignsOfLife } from './signs-of-life.ts';
import type { ClassCountTable } from './tables.ts';

/** What the desk needs beside the classroom's parts. */
export interface ClassDeskNeeds {
  readonly parts: ClassroomParts;
  readonly retention: Pick<Retention, 'delete' | 'look'>;
  readonly signsOfLife: Pick<SignsOfLife, 'forgotten'>;
  readonly view: (one: StoredClass) => ClassView;
}

/** Starts, changes, ends and deletes classes. */
export class ClassDesk {
  readonly #needs: ClassDeskNeeds;

  constructor(needs: ClassDeskNeeds) {
    this.#needs = needs;
  }

  /** @throws HttpProblem `lesson-unknown`. */
  async start(
    person: PersonView,
    { lessonId, name }: { lessonId: string; name: string },
  ): Promise<ClassView> {
    const { parts, view } = this.#needs;
    const { lessons, now, roster, store } = parts;
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
    return view({ ...started, state: 'active', deletesAt: null });
  }

  /**
   * Ends a class: programs stop, seats close, pages are told. Ending it again changes nothing.
   *
   * @param keepDays for how long it is kept; as was set, unless given
   * @throws HttpProblem `class-unknown`.
   */
  async end(person: PersonView, classId: string, keepDays?: number): Promise<ClassView> {
    const { parts, view } = this.#needs;
    const active = parts.roster.class(classId);
    const found = active ?? (await parts.store.class(classId));
    if (!found || !owns(person, found)) throw classUnknown();
    if (active) return this.#end({ ...active, keepDays: keepDays ?? active.keepDays });
    // It has ended, or somebody else is ending it just now.
    const stored = await parts.store.class(classId);
    const deletesAt = stored?.deletesAt ?? deletionTime(parts.now(), found.keepDays);
    return view({ ...found, state: 'ended', deletesAt });
  }

  /** Ends the classes that everybody has left. */
  async endForgotten(): Promise<void> {
    for (const one of await this.#needs.signsOfLife.forgotten()) {
      const active = this.#needs.parts.roster.class(one.id);
      if (active) await this.#end(active);
    }
  }

  /**
   * Deletes a class; one that is active ends first.
   *
   * @returns what stays of it.
   * @throws HttpProblem `class-unknown`, also when somebody else has deleted it meanwhile.
   */
  async delete(person: PersonView, classId: string): Promise<ClassCountTable> {
    const { parts, retention } = this.#needs;
    const active = parts.roster.class(classId);
    const found = active ?? (await parts.store.class(classId));
    if (!found || !owns(person, found)) throw classUnknown();
    if (active) await this.#close({ ...active, keepDays: 0 });
    const count = await retention.delete(classId);
    if (!count) throw classUnknown();
    return count;
  }

  /**
   * Changes what is given; pages are told. Of a class that has ended, only how long it is kept can be changed, counted
   * from its end.
   *
   * @throws HttpProblem `class-unknown`.
   */
  async change(
    person: PersonView,
    classId: string,
    change: { allBlocks?: boolean | undefined; keepDays?: number | undefined },
  ): Promise<ClassView> {
    const { parts, retention, view } = this.#needs;
    const { events, roster, store } = parts;
    const active = roster.class(classId);
    const found = active ?? (await store.class(classId));
    if (!found || !owns(person, found)) throw classUnknown();
    const allBlocks = change.allBlocks ?? found.allBlocks;
    const keepDays = change.keepDays ?? found.keepDays;
    if (active) {
      await store.setSettings(classId, { allBlocks, keepDays });
      const now = roster.class(classId);
      const changed = { ...(now ?? active), allBlocks, keepDays };
      roster.changeClass(changed);
      const shown = view({ ...changed, state: 'active', deletesAt: null });
      if (now) events.emit('class-changed', shown);
      return shown;
    }
    const deletesAt = await store.keepEnded(classId, keepDays);
    if (deletesAt === undefined) throw classUnknown();
    await retention.look();
    return view({ ...found, keepDays, state: 'ended', deletesAt });
  }

  async #end(ending: ActiveClass): Promise<ClassView> {
    const ended = await this.#close(ending);
    await this.#needs.retention.look();
    return ended;
  }

  /** @param ending with the days for which it will be kept */
  async #close(ending: ActiveClass): Promise<ClassView> {
    const { events, handOver, now, roster, store } = this.#needs.parts;
    const { id, keepDays } = ending;
    const endedAt = now();
    const deletesAt = deletionTime(endedAt, keepDays);
    const ended = this.#needs.view({ ...ending, state: 'ended', deletesAt });
    // Before the stops, or a pupil could run something behind them.
    const { seats, restore } = roster.removeClass(id);
    // The stops leave before the database is asked: what moves should stand still first.
    const devices = seats.map(({ deviceId }) => deviceId);
    const stopping = Promise.all(devices.map((id) => (id === null ? undefined : handOver.release(id))));
    try {
      await store.end(id, { endedAt, deletesAt, keepDays });
    } catch (error) {
      restore();
      throw error;
    }
    events.emit('class-ended', ended, seats);
    await stopping;
    return ended;
  }
}
