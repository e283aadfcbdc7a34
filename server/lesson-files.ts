import { EventEmitter } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Lesson, loadLessons } from '../lessons/format/index.ts';
import type { LessonProblem } from '../lessons/format/lesson-problem.ts';
import type { LessonCatalog, LessonCatalogEvents } from './classroom/lesson-catalog.ts';

/**
 * The lessons of a folder, read when told to and kept in memory: no request reads a file. A lesson with mistakes is
 * logged and left out, the others stay usable.
 */
export class LessonFiles implements LessonCatalog {
  readonly events = new EventEmitter<LessonCatalogEvents>();
  readonly #folder: string;
  readonly #logger: Logger;
  #lessons = new Map<string, Lesson>();
  /** What each lesson holds, to see which has changed. */
  #prints = new Map<string, string>();

  constructor(folder: string, logger: Logger) {
    this.#folder = folder;
    this.#logger = logger;
  }

  all(): readonly Lesson[] {
    return [...this.#lessons.values()];
  }

  get(lessonId: string): Lesson | undefined {
    return this.#lessons.get(lessonId);
  }

  /**
   * Reads the folder anew and tells who listens which lessons have changed. A lesson that was good before and is broken
   * now stays as it was, so that nobody's page loses its lesson while somebody writes.
   *
   * @returns what is wrong now.
   */
  reload(): readonly LessonProblem[] {
    const { lessons, problems } = loadLessons(this.#folder);
    for (const { message, detail } of problems) this.#logger.error({ detail }, message.en);
    const kept = this.all().filter((old) => this.#isBroken(old, lessons));
    const now = [...lessons, ...kept].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
    this.#lessons = new Map(now.map((lesson) => [lesson.id, lesson]));
    const before = this.#prints;
    this.#prints = new Map(now.map((lesson) => [lesson.id, fingerprint(lesson)]));
    const ids = new Set([...before.keys(), ...this.#prints.keys()]);
    const changed = [...ids].filter((id) => before.get(id) !== this.#prints.get(id));
    if (changed.length > 0) this.events.emit('changed', changed);
    return problems;
  }

  /** Whether a lesson's folder is still there, but gives no lesson any more. */
  #isBroken(old: Lesson, lessons: readonly Lesson[]): boolean {
    const taken = lessons.some(({ folder, id }) => folder === old.folder || id === old.id);
    return !taken && existsSync(join(this.#folder, old.folder));
  }
}

/** Everything of a lesson that somebody could see, in one text; of pictures, when they were written. */
function fingerprint({ views, notes, pictures }: Lesson): string {
  const written = [...pictures].map(([name, { file }]) => [
    name,
    statSync(file, { throwIfNoEntry: false })?.mtimeMs,
  ]);
  return JSON.stringify([views, notes, written]);
}
