import type { ClassCount, ClassPrivacy, PersonView, SchoolView } from '../api/contract/endpoints.ts';
import { endsAfterHours } from '../live/contract/keep-time.ts';
import type { ClassView } from '../live/contract/live.ts';
import { parseClassCode } from './class-code.ts';
import type { StoredClass } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { classCodeUnknown } from './problems.ts';
import type { ClassCountTable } from './tables.ts';

/** What the shelf needs. */
export interface ClassShelfNeeds {
  readonly parts: Pick<ClassroomParts, 'now' | 'roster' | 'store'>;
  readonly schoolById: (id: string) => Promise<SchoolView | null>;
  readonly view: (one: StoredClass) => ClassView;
}

/** Shows what is kept: classes that have ended, the numbers of those that are deleted, and for how long. */
export class ClassShelf {
  readonly #needs: ClassShelfNeeds;

  constructor(needs: ClassShelfNeeds) {
    this.#needs = needs;
  }

  /** Ended classes of this person, for staff all, that are not deleted yet; the next to go comes first. */
  async ended(person: PersonView): Promise<{ class: ClassView; endedAt: number; pupils: number }[]> {
    const { parts, view } = this.#needs;
    const found = await parts.store.ended(person.role === 'staff' ? null : person.id, parts.now());
    return found.map((one) => ({ ...one, class: view(one.class) }));
  }

  /** The numbers of all classes that were deleted, the newest first. */
  async counts(): Promise<ClassCount[]> {
    const rows = await this.#needs.parts.store.counts();
    const schools = new Map<string, SchoolView | null>();
    for (const id of new Set(rows.map(({ school_id }) => school_id))) {
      if (id !== null) schools.set(id, await this.#needs.schoolById(id));
    }
    return rows.map((row) => countView(row, schools.get(row.school_id ?? '') ?? null));
  }

  /** As people see the numbers of a class. */
  async count(row: ClassCountTable): Promise<ClassCount> {
    return countView(row, row.school_id === null ? null : await this.#needs.schoolById(row.school_id));
  }

  /**
   * For how long what pupils leave in a class is kept, and whose it is.
   *
   * @throws HttpProblem `class-code-unknown`, also when the class is deleted.
   */
  async privacy(code: string): Promise<ClassPrivacy> {
    const { parts, schoolById } = this.#needs;
    const { now, roster, store } = parts;
    const tidy = parseClassCode(code) ?? '';
    const active = roster.classByCode(tidy);
    const ended = active ? undefined : await store.endedByCode(tidy, now());
    const found = active ?? ended;
    if (!found) throw classCodeUnknown();
    const school = found.schoolId === null ? null : await schoolById(found.schoolId);
    return {
      name: found.name,
      school: school && (school.city ? `${school.name}, ${school.city}` : school.name),
      state: active ? 'active' : 'ended',
      keepDays: found.keepDays,
      deletesAt: ended?.deletesAt ?? null,
      endsAfterHours,
    };
  }
}

function countView(
  { lesson_id: lessonId, day, pupils, goals }: ClassCountTable,
  school: SchoolView | null,
): ClassCount {
  return { lessonId, day, school, pupils, goals };
}
