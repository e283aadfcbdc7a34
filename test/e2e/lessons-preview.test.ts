import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBlocks } from '../../lessons/format/block-notation.ts';
import { type RunningPreview, startPreview } from '../../scripts/lessons/preview-server.ts';
import { launchBrowser, openPage, type WatchedPage } from '../support/browser.ts';
import { makeCatalog } from '../support/lessons.ts';
import { openPupil } from '../support/pupil.ts';

/** What somebody has built in the preview. */
const work = readBlocks(`steckbrett_start
steckbrett_forever
  steckbrett_led_set PART=red STATE=on
`);

describe('a lesson’s preview', () => {
  const catalog = makeCatalog('Light');
  let preview: RunningPreview;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    preview = await startPreview({
      catalog: catalog.folder,
      lessonId: 'light',
      port: 0,
      onReload: () => {},
    });
    browser = await launchBrowser();
    watched = await openPage(browser, { language: 'de' });
  });
  afterAll(async () => {
    await browser.close();
    await preview.stop();
    catalog.delete();
  });

  const shows = (text: string) => watched.page.getByText(text, { exact: true }).first().waitFor();
  const hasWork = () => watched.page.waitForSelector('sb-blocks .blocklyBlockCanvas .steckbrett_forever');

  it('opens the pupils’ page, seated already', async () => {
    await watched.page.goto(preview.address);
    await shows('Licht an!');
    expect(new URL(watched.page.url()).search).toBe('');
  });

  it('shows a change of the text at once, and loses no work by it', async () => {
    const token = await watched.page.evaluate(() => JSON.parse(localStorage['steckbrett.seats'])[0].token);
    const seat = await openPupil(preview.server.url, token);
    await seat.socket.emitWithAck('workspace:save', { base: 0, blocks: work, tab: 'preview', force: true });
    seat.socket.disconnect();
    await hasWork();
    catalog.change('01-light/lesson.de.md', '## Licht an!', '## Licht, bitte!');
    await shows('Licht, bitte!');
    await hasWork();
  });

  it('keeps seat, text and work when the page is loaded anew', async () => {
    await watched.page.reload();
    await shows('Licht, bitte!');
    await hasWork();
    expect(watched.complaints).toEqual([]);
  });
});
