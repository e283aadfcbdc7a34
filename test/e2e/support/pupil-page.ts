import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { marked, openPage, type WatchedPage, watch } from '../../support/browser.ts';

const seatsSchema = z.array(z.object({ token: z.string() }));

/** A pupil at their page: what hands do there. */
export class PupilPage {
  readonly page: Page;
  readonly watched: WatchedPage;

  private constructor(watched: WatchedPage) {
    this.watched = watched;
    this.page = watched.page;
  }

  /** Opens the page by the class's link, takes the proposed nickname and sits down. */
  static async join(
    browser: Browser,
    origin: string,
    code: string,
    options: { nickname?: string } & Parameters<typeof openPage>[1] = {},
  ): Promise<PupilPage> {
    const pupil = new PupilPage(await openPage(browser, options));
    await pupil.page.goto(`${origin}/?code=${code}`);
    if (options.nickname) await pupil.page.fill(marked('join-nickname'), options.nickname);
    await pupil.page.click(marked('join-go'));
    await pupil.ready();
    return pupil;
  }

  /** Opens the page without a code: the pupil stands at the door. */
  static async atDoor(
    browser: Browser,
    origin: string,
    options: Parameters<typeof openPage>[1] = {},
  ): Promise<PupilPage> {
    const pupil = new PupilPage(await openPage(browser, options));
    await pupil.page.goto(origin);
    await pupil.page.waitForSelector(marked('join-code'));
    return pupil;
  }

  /** Joins in a browser that a test has prepared. */
  static async inContext(context: BrowserContext, address: string): Promise<PupilPage> {
    const pupil = new PupilPage(watch(await context.newPage()));
    await pupil.page.goto(address);
    await pupil.page.click(marked('join-go'));
    await pupil.ready();
    return pupil;
  }

  /** A second tab in the same browser. */
  async secondTab(): Promise<PupilPage> {
    const tab = new PupilPage(watch(await this.page.context().newPage()));
    await tab.page.goto(this.page.url());
    await tab.ready();
    return tab;
  }

  /** Resolved when blocks can be used and the lesson is there. */
  async ready(): Promise<void> {
    await this.page.waitForSelector('.blocklyToolboxCategory');
    await this.page.waitForSelector('sb-blocks .blocklyBlockCanvas .blocklyDraggable');
  }

  /** Opens a step of the lesson, counted from 1. */
  async openStep(step: number): Promise<void> {
    await this.page
      .locator('sb-steps nav button')
      .nth(step - 1)
      .click();
  }

  /** A block of the work by its type, the last made of them. */
  block(type: string): Locator {
    return this.page.locator(`sb-blocks .blocklySvg .blocklyBlockCanvas .${type}`).last();
  }

  /** Drags a new block out of the toolbox to where it snaps below another block, by real pointer events. */
  async dragBelow(category: string, type: string, neighbour: Locator): Promise<void> {
    await this.drag(category, type, neighbour, (box) => ({ x: box.x, y: box.y + box.height - 4 }));
  }

  /** Drags a new block out of the toolbox into the mouth of a loop. */
  async dragInto(category: string, type: string, loop: Locator): Promise<void> {
    await this.drag(category, type, loop, (box) => ({ x: box.x + 16, y: box.y + 42 }));
  }

  /** Picks an option of a block's dropdown. */
  async choose(block: Locator, shown: string, option: string): Promise<void> {
    await block.locator('.blocklyDropdownField', { hasText: shown }).first().click();
    await this.page.locator('.blocklyMenuItem', { hasText: new RegExp(`^${option}$`) }).click();
  }

  /** Writes a number into the field that shows another. */
  async write(block: Locator, shown: string, text: string): Promise<void> {
    await block.locator('.blocklyInputField', { hasText: shown }).first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  run(): Promise<void> {
    return this.page.click(marked('run'));
  }

  stop(): Promise<void> {
    return this.page.click(marked('stop'));
  }

  target(target: 'pi' | 'virtual'): Promise<void> {
    return this.page.click(marked(`target-${target}`));
  }

  /** Resolved when the page shows this level at a pin. */
  async sees(gpio: number, level: 0 | 1): Promise<void> {
    await this.page.waitForSelector(`.wire[data-gpio="${gpio}"][data-level="${level}"]`, {
      state: 'attached',
    });
  }

  /** Resolved when the work is on the server. */
  async saved(): Promise<void> {
    await this.page.waitForSelector(`${marked('saved-state')}[data-state="saved"]`);
  }

  /** Resolved when the browser has the page and its lesson, so that they open without a network. */
  async kept(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller, undefined, {
      timeout: 90_000,
    });
    await this.page.evaluate(async () => {
      const lessons = await caches.open('steckbrett-lessons');
      while ((await lessons.keys()).length === 0) await new Promise((resolve) => setTimeout(resolve, 200));
    });
  }

  /** The secret of this page's seat, with which a test can speak for it without the page's good manners. */
  async token(): Promise<string> {
    const stored = await this.page.evaluate(() => localStorage.getItem('steckbrett.seats'));
    return seatsSchema.parse(JSON.parse(stored ?? '[]'))[0]?.token ?? '';
  }

  /** How many blocks of a type the work holds. */
  count(type: string): Promise<number> {
    return this.page.locator(`sb-blocks .blocklySvg .blocklyBlockCanvas .${type}`).count();
  }

  private async drag(
    category: string,
    type: string,
    neighbour: Locator,
    place: (box: { x: number; y: number; width: number; height: number }) => { x: number; y: number },
  ): Promise<void> {
    const to = place(await boxOf(neighbour));
    await this.page.locator('.blocklyToolboxCategory', { hasText: category }).click();
    const from = await boxOf(this.page.locator(`.blocklyFlyout .${type}`).first());
    // Held at the top left, where there is no field that would open instead.
    const grip = { x: 6, y: 14 };
    await this.page.mouse.move(from.x + grip.x, from.y + grip.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + grip.x + 30, from.y + grip.y + 10, { steps: 4 });
    await this.page.mouse.move(to.x + grip.x + 4, to.y + grip.y + 4, { steps: 12 });
    await this.page.mouse.move(to.x + grip.x, to.y + grip.y, { steps: 4 });
    await this.page.mouse.up();
  }
}

async function boxOf(locator: Locator) {
  await locator.waitFor();
  const box = await locator.boundingBox();
  if (!box) throw new Error('not visible');
  return box;
}
