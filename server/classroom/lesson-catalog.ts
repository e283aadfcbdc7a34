import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import type { Lesson } from '../../lessons/format/index.ts';

/** Every lesson, in the catalogue's order. */
export type LessonCatalog = readonly Pick<Lesson, 'id' | 'views'>[];

/** Whether a lesson can be started. */
export function hasLesson(catalog: LessonCatalog, lessonId: string): boolean {
  return catalog.some(({ id }) => id === lessonId);
}

/** What a Pi should have wired for a lesson; the kit's default when an update has taken the lesson away. */
export function lessonWiring(catalog: LessonCatalog, lessonId: string): Wiring {
  return catalog.find(({ id }) => id === lessonId)?.views.de.wiring ?? camJamEduKit;
}
