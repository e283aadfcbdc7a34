import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import { type Language, language } from '../locales/locale.ts';
import { call } from './api.ts';

/** The lessons that there are, in the page's language, anew when that changes; none where they can't be had. */
export class LessonCatalogue implements ReactiveController {
  lessons: readonly LessonSummary[] = [];
  readonly #host: ReactiveControllerHost;
  #asked: Language | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#asked !== language()) void this.#load();
  }

  async #load(): Promise<void> {
    const asked = language();
    this.#asked = asked;
    try {
      const { lessons } = await call('lessons', { language: asked }, {});
      if (asked !== language()) return;
      this.lessons = lessons;
      this.#host.requestUpdate();
    } catch {
      // Whoever shows them does without: a request can be made, a lesson is known by its id.
    }
  }
}
