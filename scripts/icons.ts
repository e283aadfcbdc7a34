/** `node scripts/run.mjs scripts/icons.ts`: draws the icons of the installed page from the mark, after that has changed. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../test/support/browser.ts';

const web = resolve(import.meta.dirname, '../web');
const mark = readFileSync(join(web, 'pupil/favicon.svg'), 'utf8');
/** Name, side in pixels, how much of it the mark fills, and what is behind; devices cut a maskable icon to a circle. */
const icons = [
  ['icon-192', 192, 1, 'transparent'],
  ['icon-512', 512, 1, 'transparent'],
  ['icon-maskable-512', 512, 0.6, '#fbf8f1'],
  ['icon-apple-180', 180, 0.78, '#fbf8f1'],
] as const;

const browser = await launchBrowser();
const page = await browser.newPage();
for (const [name, side, part, behind] of icons) {
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${behind}}svg{width:${part * 100}vw}</style>${mark}`,
  );
  await page.screenshot({ path: join(web, 'public', `${name}.png`), omitBackground: true });
}
await browser.close();
