import type { Problem } from '../../device/contract/problem.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { pupilEndpoints } from '../../server/api/contract/pupil-endpoints.ts';
import { callEndpoint } from '../client/call-endpoint.ts';
import { type Language, language } from '../locales/locale.ts';
import { problemOf } from '../ui/problem-text.ts';

/** Pause before a lesson that did not come is asked for again, ms. */
const retryPause = 3000;

/** Who waits for the lesson. */
export interface LessonListener {
  /** The lesson has come; `first`: none was there before. */
  came(first: boolean): void;
  /** It did not come, and will be asked for again; told once until it comes. */
  failed(problem: Problem): void;
}

/** The class's lesson in the page's language, asked for until it comes: without it there is no block to take. */
export class LessonSource {
  lesson: LessonView | null = null;
  readonly #listener: LessonListener;
  #id: string | undefined;
  #asked: Language | undefined;
  /** Number of the last request: an answer to an older one is late. */
  #latest = 0;
  #failed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: LessonListener) {
    this.#listener = listener;
  }

  /** Gets the lesson of this id; another one that was there is gone. */
  begin(id: string): void {
    if (id !== this.#id) this.lesson = null;
    this.#id = id;
    void this.#load();
  }

  /** Gets the lesson anew: it has changed on the server. The old one stays until the new one has come. */
  reload(): void {
    if (this.#id !== undefined) void this.#load();
  }

  /** Gets the lesson anew when the page speaks another language now. */
  followLanguage(): void {
    if (this.#asked && this.#asked !== language()) void this.#load();
  }

  /** Asks no more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#id = undefined;
  }

  async #load(): Promise<void> {
    clearTimeout(this.#timer);
    const lessonId = this.#id;
    if (lessonId === undefined) return;
    const asked = language();
    this.#asked = asked;
    this.#latest += 1;
    const own = this.#latest;
    try {
      const lesson = await callEndpoint(pupilEndpoints.lesson, { language: asked, lessonId }, {});
      if (own !== this.#latest || this.#id === undefined) return;
      const first = this.lesson === null;
      this.lesson = lesson;
      this.#failed = false;
      this.#listener.came(first);
    } catch (thrown) {
      if (own !== this.#latest || this.#id === undefined) return;
      if (!this.#failed) this.#listener.failed(problemOf(thrown));
      this.#failed = true;
      this.#timer = setTimeout(() => void this.#load(), retryPause);
    }
  }
}
