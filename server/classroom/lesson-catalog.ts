import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import type { LessonView } from '../api/contract/endpoints.ts';

/** Every lesson in each language; the same lessons, in the same order. */
export type LessonCatalog = Readonly<Record<'de' | 'en', readonly LessonView[]>>;

/** Whether a lesson can be started. */
export function hasLesson(catalog: LessonCatalog, lessonId: string): boolean {
  return catalog.de.some(({ id }) => id === lessonId);
}

/** What a Pi should have wired for a lesson; the kit's default when an update has taken the lesson away. */
export function lessonWiring(catalog: LessonCatalog, lessonId: string): Wiring {
  return catalog.de.find(({ id }) => id === lessonId)?.wiring ?? camJamEduKit;
}
