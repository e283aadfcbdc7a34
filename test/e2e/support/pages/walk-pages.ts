import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../axe.ts';
import { walk } from '../keyboard-walk.ts';
import { type Look, movingOf, shine, speak, wordsOf } from '../look.ts';
import { foreign, readTranslations } from '../translations.ts';
import { World } from '../world.ts';
import type { PageState } from './page-state.ts';
import { Stage } from './stage.ts';

/** Words are the languages' matter and contrast is the schemes', so two looks see what four would; between them both are switched. */
const looks: readonly Look[] = [
  { language: 'de', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
];
const other = { de: 'en', en: 'de' } as const;
const phone = { width: 360, height: 740 };
const patient = { timeout: 20_000, interval: 250 };

/**
 * Defines a test for each of the pages: in both languages, by day and night, it shuts nobody out, keyboards reach all of
 * it, it fits a phone, and it asks nobody but our own server.
 */
export function walkPages(pages: readonly PageState[]): void {
  describe('every page, in both languages and by day and night', () => {
    let world: World;
    let stage: Stage;
    /** Hosts that were asked. */
    const asked = new Set<string>();
    /** What our own policy keeps a page from asking of somebody else. */
    const forbidden: string[] = [];
    const translations = readTranslations();

    beforeAll(async () => {
      world = await World.start(1);
      stage = await Stage.set(world);
      for (const context of [stage.pupil, stage.teacher, stage.staff, stage.nobody]) watch(context);
    });
    afterAll(() => world?.stop());

    function watch(context: BrowserContext): void {
      const note = (address: string) => {
        if (/^(https?|wss?):/.test(address)) asked.add(new URL(address).host);
      };
      context.on('request', (request) => note(request.url()));
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) forbidden.push(message.text());
      });
      context.on('page', (page: Page) => page.on('websocket', (socket) => note(socket.url())));
    }

    /** Switches, and waits until no text is left of the other language. */
    async function show(page: Page, { language, scheme }: Look): Promise<void> {
      await shine(page, scheme);
      await speak(page, language);
      const strange = async () => foreign(await wordsOf(page), translations[other[language]]);
      await expect.poll(strange, { ...patient, message: `not ${language}` }).toEqual([]);
    }

    it.each(pages)(
      '$name: nothing that shuts somebody out, nobody else asked',
      async ({ open, fixed, covered }) => {
        asked.clear();
        forbidden.length = 0;
        const page = await open(stage);
        const found: string[] = [];
        for (const look of fixed ? looks.slice(0, 1) : looks) {
          if (!fixed) await show(page, look);
          found.push(...(await violations(page)));
        }
        const { stops, missed, unseen } = await walk(page);
        expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
        expect(stops > 0).toBe(!covered);
        // Browsers of these tests want less motion.
        expect(await movingOf(page)).toEqual([]);
        // And back.
        if (!fixed) await show(page, looks[0]!);
        await page.setViewportSize(phone);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
            ...patient,
            message: 'width on a phone',
          })
          .toBeLessThanOrEqual(phone.width);
        expect(found).toEqual([]);
        await page.close();
        expect([...asked]).toEqual([new URL(world.server.url).host]);
        expect(forbidden).toEqual([]);
      },
    );
  });
}
