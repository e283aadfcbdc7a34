import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { walk } from './support/keyboard-walk.ts';
import { type Look, movingOf, shine, speak, wordsOf } from './support/look.ts';
import { pageStates, Stage } from './support/page-states.ts';
import { foreign, readTranslations } from './support/translations.ts';
import { World } from './support/world.ts';

/** Words are the languages' matter and contrast is the schemes', so two looks see what four would; between them both are switched. */
const looks: readonly Look[] = [
  { language: 'de', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
];
const other = { de: 'en', en: 'de' } as const;
const phone = { width: 360, height: 740 };
const patient = { timeout: 20_000, interval: 250 };

describe('every page, in both languages and by day and night', () => {
  let world: World;
  let stage: Stage;
  const translations = readTranslations();

  beforeAll(async () => {
    world = await World.start(1);
    stage = await Stage.set(world);
  });
  afterAll(() => world?.stop());

  /** Switches, and waits until no text is left of the other language. */
  async function show(page: Page, { language, scheme }: Look): Promise<void> {
    await shine(page, scheme);
    await speak(page, language);
    const strange = async () => foreign(await wordsOf(page), translations[other[language]]);
    await expect.poll(strange, { ...patient, message: `not ${language}` }).toEqual([]);
  }

  it.each(pageStates)('$name: nothing that shuts somebody out', async ({ open, fixed, covered }) => {
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
  });
});
