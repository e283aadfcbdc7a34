import type { Browser, Locator, Page } from 'playwright-core';
import { marked, type WatchedPage } from '../../support/browser.ts';
import { TeacherPage } from './teacher-page.ts';

/** Somebody of the association at their page. */
export class AssociationPage {
  readonly page: Page;
  readonly watched: WatchedPage;

  private constructor(watched: WatchedPage) {
    this.watched = watched;
    this.page = watched.page;
  }

  /** Opens a part of the association's page (`loans`, `loans/new` …) and signs in. */
  static async signIn(
    browser: Browser,
    origin: string,
    person: { email: string; password: string },
    part: string,
    options: { language?: 'de' | 'en'; width?: number; height?: number; touch?: boolean } = {},
  ): Promise<AssociationPage> {
    const { watched } = await TeacherPage.signIn(browser, origin, person, {
      ...options,
      path: `/association#${part}`,
    });
    await watched.page.waitForSelector(marked('nav-loans'));
    // The page had asked who is there before anybody was.
    watched.complaints.length = 0;
    return new AssociationPage(watched);
  }

  /** Goes to a part of the page, by its address. */
  async go(part: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, part);
  }

  /** Opens a loan from the list, by its number. */
  async openLoan(number: string): Promise<void> {
    await this.go('loans');
    await this.page.locator(`${marked('loan-row')}[data-number="${number}"]`).click();
    await this.page.waitForSelector(marked('phase-requested'));
  }

  /** Presses the one next action of a loan. */
  async next(stage: string): Promise<void> {
    await this.page.locator(`${marked('loan-next')}[data-stage="${stage}"]`).click();
  }

  /** Types a label's code where a hardware scanner would. */
  async scan(code: string): Promise<void> {
    const field = this.page.locator(marked('scan-field'));
    await field.fill(code);
    await field.press('Enter');
  }

  /** Resolved when the loan is in that state. */
  async sees(state: string): Promise<void> {
    // Its stages are over the page, so that it has no size of its own.
    await this.page.waitForSelector(`${marked('loan')}[data-state="${state}"]`, { state: 'attached' });
  }

  /** Draws a signature with the mouse. */
  async draw(pad: 'sign-association' | 'sign-school', name: string): Promise<void> {
    const place = this.page.locator(marked(pad));
    await place.locator(marked('signature-name')).fill(name);
    const field = place.locator(marked('signature-field'));
    await field.scrollIntoViewIfNeeded();
    const box = await field.boundingBox();
    if (!box) throw new Error('the field to sign in is not there');
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await this.page.mouse.move(...at(0.15, 0.7));
    await this.page.mouse.down();
    for (let step = 1; step <= 40; step += 1) {
      const x = 0.15 + (step / 40) * 0.65;
      await this.page.mouse.move(...at(x, 0.5 - 0.25 * Math.sin(step / 3) * (1 - step / 60)));
    }
    await this.page.mouse.up();
    await place.locator('.pad[data-signed="yes"]').waitFor();
  }

  /** A thing at its return. */
  returned(code: string): Locator {
    return this.page.locator(`${marked('return-item')}[data-code="${code}"]`);
  }
}
