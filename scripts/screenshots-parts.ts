import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { partGuides } from '../lessons/parts/index.ts';
import { marked } from '../test/support/browser.ts';
import { spawnServer } from '../test/support/server.ts';

/** How long an example runs before its picture is taken, in ms: until something can be seen, and before it ends. */
const patience = 2500;
const shortExamples: readonly string[] = ['buzzer', 'speaker'];

/**
 * The pictures of the parts: the gallery in both languages, and each part with its wiring while its example runs on
 * the virtual Pi.
 *
 * @param folder where the pictures go, in its folder `parts`.
 */
export async function photographParts(browser: Browser, folder: string): Promise<void> {
  const images = join(folder, 'parts');
  mkdirSync(images, { recursive: true });
  const server = await spawnServer({ environment: { LOG_LEVEL: 'error' } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const shoot = async (name: string, fullPage = false) => {
    await page.screenshot({ path: join(images, `${name}.jpg`), type: 'jpeg', quality: 60, fullPage });
    console.log(`docs/images/parts/${name}.jpg`);
  };
  try {
    for (const language of ['de', 'en']) {
      await page.goto(`${server.url}/parts?language=${language}`);
      await page.waitForTimeout(1500);
      await shoot(`gallery-${language}`, true);
    }
    for (const type of partGuides.keys()) {
      await page.goto(`${server.url}/parts?part=${type}&language=de`);
      await page.waitForSelector('sb-board .part');
      await page.click(marked('run'));
      if (type === 'potentiometer') await page.locator('sb-hands input').fill('65');
      await page.waitForTimeout(shortExamples.includes(type) ? 120 : patience);
      await shoot(type);
    }
  } finally {
    await page.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}
