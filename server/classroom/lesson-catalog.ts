import type { EventEmitter } from 'node:events';
import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import type { Lesson, LessonSummary, LessonView } from '../../lessons/format/index.ts';

/** What happens to the catalogue while the server runs. */
export interface LessonCatalogEvents {
  /** Lessons of these ids are new, other than before, or gone. */
  changed: [lessonIds: readonly string[]];
}

/** Every lesson, read and checked before anybody asks. */
export interface LessonCatalog {
  readonly events: Pick<EventEmitter<LessonCatalogEvents>, 'on'>;
  /** In the catalogue's order. */
  all(): readonly Lesson[];
  get(lessonId: string): Lesson | undefined;
}

/** What a Pi should have wired for a lesson; the kit's default when an update has taken the lesson away. */
export function lessonWiring(catalog: Pick<LessonCatalog, 'get'>, lessonId: string): Wiring {
  return catalog.get(lessonId)?.views.de.wiring ?? camJamEduKit;
}

/** What a list shows of a lesson. */
export function summaryOf(view: LessonView): LessonSummary {
  const { id, title, summary, minutes, level, age, kit, wiring, steps } = view;
  return { id, title, summary, minutes, level, age, kit, wiring, stepCount: steps.length };
}
