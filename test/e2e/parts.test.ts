import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partCatalog } from '../../device/parts/catalog.ts';
import { partGuides } from '../../lessons/parts/index.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import type { SbBoard } from '../../web/board/board.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { type SpawnedServer, spawnServer } from '../support/server.ts';

let server: SpawnedServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const strangers: string[] = [];

beforeAll(async () => {
  ensurePage();
  server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(server.url).host) strangers.push(request.url());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.kill('SIGTERM');
  await server?.remove();
});

/** The page of one part, its board drawn with all that is wired. */
async function openPart(type: string, language = 'de'): Promise<void> {
  await page.goto(`${server.url}/parts?part=${type}&language=${language}`);
  const wired = partGuides.get(type)?.wiring.parts.length ?? 0;
  await page.waitForFunction(
    (count) => document.querySelector('sb-board')?.shadowRoot?.querySelectorAll('.part').length === count,
    wired,
  );
}

/** What the board says of its parts, as a screen reader hears it. */
const spoken = () => page.locator('sb-board .part').evaluateAll((all) => all.map((one) => one.ariaLabel));

/** What the program does: its printed lines, and what the board says of its parts but the one that a hand works. */
async function doings(handled: string): Promise<string> {
  const parts = await page
    .locator('sb-board .part')
    .evaluateAll(
      (all, id) => all.filter((one) => (one as HTMLElement).dataset.part !== id).map((one) => one.ariaLabel),
      handled,
    );
  const printed = await page.locator('sb-console li[data-kind="print"]').allTextContents();
  return JSON.stringify([parts, printed]);
}

/** Does what a pupil would do to a part that senses: drags it to one end and to the other, switches it, holds it down. */
async function* workByHand(part: string): AsyncGenerator<void> {
  const hands = page.locator(`sb-hands [data-hands="${part}"] [data-input]`);
  for (let index = 0; index < (await hands.count()); index += 1) {
    const hand = hands.nth(index);
    if ((await hand.getAttribute('type')) !== 'range') {
      await hand.click();
      yield;
    } else {
      for (const end of ['End', 'Home']) {
        await hand.press(end);
        yield;
      }
    }
  }
  const held = page.locator(`sb-board .part.can[data-part="${part}"]`);
  if ((await held.count()) === 0) return;
  await held.focus();
  await page.keyboard.down('Space');
  yield;
  await page.keyboard.up('Space');
}

describe('the page of all parts', () => {
  it('shows every part of the kit in the gallery, and leads to it and back', async () => {
    await page.goto(`${server.url}/bauteile?language=de`);
    const cards = page.locator('sb-part-card a');
    await cards.first().waitFor();
    expect(
      await cards.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.part).sort()),
    ).toEqual([...partCatalog.keys()].sort());
    await page.click('sb-part-card a[data-part="servo"]');
    await page.waitForSelector('.part-page[data-part="servo"]');
    await page.goBack();
    await cards.first().waitFor();
  });

  it.each([...partGuides.keys()])(
    'wires the %s, runs its example on the virtual Pi so that it does something, and stops',
    async (type) => {
      await openPart(type);
      const own = partGuides.get(type)?.wiring.parts.find((one) => one.type === type)?.id ?? '';
      const senses = Object.keys(partCatalog.get(type)?.inputs ?? {}).length > 0;
      const before = await doings(senses ? own : '');
      await page.click(marked('run'));
      await page.waitForSelector('.part-page[data-running="true"]');
      const seen = new Set<string>();
      const look = async () => seen.add(await doings(senses ? own : ''));
      if (senses) {
        for await (const _done of workByHand(own)) await page.waitForTimeout(150).then(look);
      }
      await expect
        .poll(async () => [...(await look())].some((one) => one !== before), { timeout: 20_000 })
        .toBe(true);
      // A short example may have come to its end by itself.
      await page.click(marked('stop'), { timeout: 1000 }).catch(() => undefined);
      await page.waitForSelector('.part-page[data-running="false"]');
    },
  );

  it('lets a hand drag what a sensor measures, and the keyboard too', async () => {
    await openPart('distance');
    const slider = page.locator('sb-hands input[data-input="distance"]');
    await slider.fill('42');
    await expect.poll(async () => (await spoken()).join()).toMatch(/4[123] cm/);
    await slider.focus();
    await slider.press('Home');
    await expect.poll(async () => (await spoken()).join()).toMatch(/: [23] cm/);
  });

  it('draws the common leg of an RGB LED to plus or to minus, as the wiring says', async () => {
    await openPart('rgb-led');
    const plus = page.locator('sb-board .wire[data-supply="3v3"]');
    expect(await plus.count()).toBe(0);
    await page.evaluate(() => {
      const board = document.querySelector('sb-board') as SbBoard;
      const [led] = board.wiring.parts;
      if (led) board.wiring = { parts: [{ ...led, options: { common: 'anode' } }] };
    });
    await plus.waitFor({ state: 'attached' });
  });

  it('says everything in English too', async () => {
    await openPart('switch', 'en');
    expect(await page.textContent('h1')).toBe('Switch');
    expect((await spoken()).join()).toContain('switch on GPIO');
    await page.click('sb-language-switch [data-test="language-de"]');
    await expect.poll(async () => (await spoken()).join()).toContain('Schalter an GPIO');
  });

  it('says why an example cannot start without the connection, and starts it at the next press', async () => {
    const other = await browser.newPage();
    await other.goto(`${server.url}/parts?part=led&language=de`);
    await other.waitForSelector('sb-blocks .steckbrett_start');
    await other.route('**/generator-*', (route) => route.abort());
    await other.click(marked('run'));
    await other.locator('.problem', { hasText: 'Versuche es gleich noch einmal' }).waitFor();
    await other.unroute('**/generator-*');
    await other.click(marked('run'));
    await other.waitForSelector('.part-page[data-running="true"]');
    expect(await other.textContent('.problem')).toBe('');
    await other.close();
  });

  it('tells what is missing in the picture while drawings cannot be loaded, until they come', async () => {
    const other = await browser.newPage();
    await other.route('**/servo-*', (route) => route.abort());
    await other.goto(`${server.url}/parts?part=servo&language=de`);
    const missing = other.locator('sb-board .incomplete');
    await missing.filter({ hasText: 'Ein Teil fehlt noch im Bild' }).waitFor();
    await other.unroute('**/servo-*');
    await other.waitForSelector('sb-board .part[data-type="servo"]');
    expect(await missing.textContent()).toBe('');
    await other.close();
  });

  it('asked nobody but our own server, and complained about nothing', () => {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
