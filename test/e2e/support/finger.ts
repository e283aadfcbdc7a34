import type { CDPSession, Locator, Page } from 'playwright-core';

/** One finger on a page's glass, with the browser's own touches: they scroll, drag and are taken away as a hand's. */
export class Finger {
  readonly #page: Page;
  readonly #session: CDPSession;
  #at = { x: 0, y: 0 };

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page));
  }

  /** Puts it down on an element: in its middle, or so many pixels before its end. */
  async down(what: Locator, beforeEnd?: number): Promise<void> {
    const box = await what.boundingBox();
    if (!box) throw new Error('there is nothing to touch');
    const x = beforeEnd === undefined ? box.x + box.width / 2 : box.x + box.width - beforeEnd;
    this.#at = { x, y: box.y + box.height / 2 };
    await this.#touch('touchStart');
  }

  /** Puts it down, moves it at once, and lifts it: nothing is awaited between the first two, so that it never rests. */
  async swipe(what: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    const box = await what.boundingBox();
    if (!box) throw new Error('there is nothing to touch');
    this.#at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const down = this.#touch('touchStart');
    await Promise.all([down, this.move(by)]);
    await this.up();
  }

  /** Moves it in small steps, one for each frame. */
  async move(by: { readonly x?: number; readonly y?: number }): Promise<void> {
    const steps = 12;
    for (let step = 0; step < steps; step += 1) {
      this.#at = { x: this.#at.x + (by.x ?? 0) / steps, y: this.#at.y + (by.y ?? 0) / steps };
      await this.#touch('touchMove');
      await this.#page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async up(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async #touch(type: 'touchStart' | 'touchMove'): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [this.#at] });
  }
}
