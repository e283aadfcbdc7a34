import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { partGuides } from '../lessons/parts/index.ts';
import { marked } from '../test/support/browser.ts';
import { spawnServer } from '../test/support/server.ts';

/** How long an example runs before its picture is taken, in ms: until something can be seen. */
const patience = 2500;

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
    await page.screenshot({ path: join(images, `${name}.jpg`), type: 'jpeg', quality: 72, fullPage });
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
      await page.waitForTimeout(patience);
      await shoot(type);
    }
  } finally {
    await page.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}
