import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import { pupilEndpoints } from '../../../server/api/contract/pupil-endpoints.ts';
import { callEndpoint } from '../../client/call-endpoint.ts';
import { language } from '../../locales/locale.ts';

/** Pause before a lesson that did not come is asked for again, ms. */
const retryPause = 5000;

/** The lessons that a class works on, in the page's language, each asked for once. */
export class LessonViews {
  readonly #came: () => void;
  readonly #views = new Map<string, LessonView | 'coming' | number>();

  /** @param came is called when a lesson has come, or can be asked for again. */
  constructor(came: () => void) {
    this.#came = came;
  }

  /** The lesson of this id; undefined until it has come: then it is asked for. */
  get(lessonId: string): LessonView | undefined {
    const key = `${language()} ${lessonId}`;
    const known = this.#views.get(key);
    if (typeof known === 'object') return known;
    const waits = known === 'coming' || (known !== undefined && performance.now() < known);
    if (!waits && lessonId !== '') void this.#load(key, lessonId);
    return undefined;
  }

  async #load(key: string, lessonId: string): Promise<void> {
    this.#views.set(key, 'coming');
    try {
      const view = await callEndpoint(pupilEndpoints.lesson, { language: language(), lessonId }, {});
      this.#views.set(key, view);
      this.#came();
    } catch {
      // Until then cards do without it.
      this.#views.set(key, performance.now() + retryPause);
      setTimeout(this.#came, retryPause + 1);
    }
  }
}

/** All goals of a lesson in their order. */
export function goalsOf(lesson: LessonView): LessonView['steps'][number]['goals'] {
  return lesson.steps.flatMap(({ goals }) => goals);
}
