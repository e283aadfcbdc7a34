import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { type Look, shine, speak, wordsOf } from './support/look.ts';
import { pageStates, Stage } from './support/page-states.ts';
import { foreign, readTranslations } from './support/translations.ts';
import { World } from './support/world.ts';

/** From one to the next, only one thing changes; the last leads back to the first. */
const looks: readonly Look[] = [
  { language: 'de', scheme: 'light' },
  { language: 'de', scheme: 'dark' },
  { language: 'en', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
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

  it.each(pageStates)('$name: nothing that shuts somebody out', async ({ open, fixed }) => {
    const page = await open(stage);
    const found: Record<string, readonly string[]> = {};
    for (const { language, scheme } of fixed ? looks.slice(0, 1) : [...looks, looks[0]!]) {
      const name = `${language}, ${scheme}`;
      if (!fixed) {
        await shine(page, scheme);
        await speak(page, language);
        const strange = async () => foreign(await wordsOf(page), translations[other[language]]);
        await expect.poll(strange, { ...patient, message: `${name}: the other language` }).toEqual([]);
      }
      // Back where it began, only the words are looked at once more.
      if (!(name in found)) found[name] = await violations(page);
    }
    await page.setViewportSize(phone);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
        ...patient,
        message: 'width on a phone',
      })
      .toBeLessThanOrEqual(phone.width);
    expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
    await page.close();
  });
});
