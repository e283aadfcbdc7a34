import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { type Language, language } from '../../locales/locale.ts';
import { problemOf } from '../../ui/problem-text.ts';

/** Pause before lessons that did not come are asked for again, ms. */
const retryPause = 3000;

/** Gets lessons in a language; one that is no longer in the catalogue is left out. @throws ProblemError `no-connection`. */
export async function getLessons(ids: readonly string[], wanted: Language): Promise<Map<string, LessonView>> {
  const lessons = await Promise.all(
    ids.map((lessonId) =>
      call('lesson', { language: wanted, lessonId }, {}).catch((thrown: unknown) => {
        if (problemOf(thrown).code === 'lesson-unknown') return null;
        throw thrown;
      }),
    ),
  );
  return new Map(lessons.flatMap((lesson) => (lesson ? [[lesson.id, lesson]] : [])));
}

/** The lessons that a class has, in the page's language, asked for until they come. */
export class ClassLessons implements ReactiveController {
  lessons: ReadonlyMap<string, LessonView> = new Map();
  /** Why they are not there (yet). */
  problem: Problem | null = null;
  readonly #host: ReactiveControllerHost;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = '';
  }

  /** From now on these are needed; asks for them when they are others than before, or the language is. */
  want(ids: readonly string[]): void {
    const all = [...new Set(ids)].toSorted();
    const asked = [language(), ...all].join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    void this.#get(all, asked);
  }

  async #get(ids: readonly string[], asked: string): Promise<void> {
    try {
      const lessons = await getLessons(ids, language());
      if (asked !== this.#asked) return;
      this.lessons = lessons;
      this.problem = null;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.problem = problemOf(thrown);
      this.#timer = setTimeout(() => void this.#get(ids, asked), retryPause);
    }
    this.#host.requestUpdate();
  }
}
