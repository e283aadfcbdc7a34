import type { Browser, Locator, Page } from 'playwright-core';
import { marked, openPage, type WatchedPage } from '../../support/browser.ts';

/** A teacher at their page. */
export class TeacherPage {
  readonly page: Page;
  readonly watched: WatchedPage;

  private constructor(watched: WatchedPage) {
    this.watched = watched;
    this.page = watched.page;
  }

  /** Opens the teacher's page and signs in. */
  static async signIn(
    browser: Browser,
    origin: string,
    person: { email: string; password: string },
    options: { language?: 'de' | 'en'; width?: number; height?: number; touch?: boolean; path?: string } = {},
  ): Promise<TeacherPage> {
    const teacher = new TeacherPage(await openPage(browser, options));
    await teacher.page.goto(`${origin}${options.path ?? '/teacher'}`);
    await teacher.page.fill(marked('signin-email'), person.email);
    await teacher.page.fill(
      `${marked('signin-password')} input, input${marked('signin-password')}`,
      person.password,
    );
    await teacher.page.click(marked('signin-go'));
    return teacher;
  }

  /** Opens the running class from the list. */
  async openClass(name: string): Promise<void> {
    await this.page.locator(marked('running-class'), { hasText: name }).click();
    await this.page.waitForSelector(marked('class-code'));
  }

  /** A pupil's card. */
  seat(nickname: string): Locator {
    return this.page.locator(`${marked('seat-card')}[data-nickname="${nickname}"]`);
  }

  /** Resolved when the card of a pupil shows what is expected. */
  async sees(
    nickname: string,
    expected: { state?: 'idle' | 'running'; error?: 'yes' | 'no'; connected?: 'yes' | 'no' },
  ): Promise<void> {
    const filters = Object.entries(expected).map(([key, value]) => `[data-${key}="${value}"]`);
    await this.page.waitForSelector(`${marked('seat-card')}[data-nickname="${nickname}"]${filters.join('')}`);
  }
}
