import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partGuides } from '../../lessons/parts/index.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import type { SbBlocks } from '../../web/pupil/blocks-editor.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { type SpawnedServer, spawnServer } from '../support/server.ts';
import { PupilPage } from './support/pupil-page.ts';

const work = partGuides.get('servo')?.workspace as Parameters<SbBlocks['load']>[0];

let server: SpawnedServer;
let browser: Browser;
let pupil: PupilPage;

beforeAll(async () => {
  ensurePage();
  server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  browser = await launchBrowser();
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
  pupil = await PupilPage.join(browser, server.url, room.class.code);
});

afterAll(async () => {
  await browser?.close();
  await server?.kill('SIGTERM');
  await server?.remove();
});

/** How often the page has asked for a file of this name. */
const asked = (name: string) => pupil.watched.requests.filter((url) => url.includes(`/${name}-`)).length;

/** Gives the editor the servo's work; what it would save at that moment, and why it could not show it yet, if so. */
const load = () =>
  pupil.page.evaluate(async (blocks) => {
    const editor = document.querySelector('sb-blocks') as SbBlocks;
    const late = new Promise<string>((resolve) => {
      editor.addEventListener('blocks-late', (event) => resolve((event as CustomEvent).detail), {
        once: true,
      });
    });
    editor.load(blocks);
    const saved = editor.save();
    const shown = (async () => {
      while (!document.querySelector('sb-blocks .blocklyBlockCanvas .steckbrett_servo_turn_wait'))
        await new Promise((resolve) => setTimeout(resolve, 20));
      return null;
    })();
    return { saved, reason: await Promise.race([late, shown]), after: editor.save() };
  }, work);

describe('blocks of parts beyond the basic kit, on the pupil’s page', () => {
  it('are not asked for by a lesson with LEDs, nor is the generator before the first touch', () => {
    expect([asked('more-parts'), asked('parts-de'), asked('generator')]).toEqual([0, 0, 0]);
  });

  it('say why nothing starts when the generator cannot be loaded, and a second press helps', async () => {
    await pupil.page.route('**/generator-*', (route) => route.abort());
    await pupil.run();
    await pupil.page.waitForSelector(marked('problem'));
    expect(await pupil.page.textContent(marked('problem'))).toContain('Versuche es gleich noch einmal');
    const before = asked('generator');
    await pupil.page.unroute('**/generator-*');
    await pupil.run();
    await pupil.page.waitForSelector(marked('problem'), { state: 'detached' });
    // How many of its files are asked for anew is the browser's matter: it keeps what it has.
    expect(asked('generator')).toBeGreaterThan(before);
  });

  it('do not cost the work when they cannot be loaded: it is kept as it came', async () => {
    await pupil.page.route('**/more-parts-*', (route) => route.abort());
    const { saved, reason, after } = await load();
    expect(reason).toMatch(/more-parts/);
    expect(saved).toEqual(work);
    expect(after).toEqual(work);
  });

  it('are not mistaken for what is shown meanwhile: nobody can build on that or run it', async () => {
    expect(await pupil.page.locator('.desk sb-blocks').getAttribute('inert')).toBe('');
    await pupil.run();
    await pupil.page.waitForSelector(marked('problem'));
    expect(await pupil.page.textContent(marked('problem'))).toContain('Sie kommen von selbst');
  });

  it('come by themselves when the server is back, and the page says no more of it', async () => {
    await pupil.page.unroute('**/more-parts-*');
    await pupil.page.waitForSelector('sb-blocks .blocklyBlockCanvas .steckbrett_servo_turn_wait');
    await pupil.page.waitForSelector(marked('problem'), { state: 'detached' });
    expect(await pupil.page.locator('.desk sb-blocks').getAttribute('inert')).toBeNull();
  });

  it('are there at once from then on, and become a program', async () => {
    const { reason } = await load();
    expect(reason).toBeNull();
    expect(asked('parts-de')).toBe(1);
    const program = await pupil.page.evaluate(() =>
      (document.querySelector('sb-blocks') as SbBlocks).program(),
    );
    expect(program).toContain("yield* turn_and_wait('servo', 180);");
  });
});
