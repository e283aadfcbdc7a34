import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { marked, openPage } from '../support/browser.ts';
import { teacher } from '../support/classroom.ts';
import { type FilteringProxy, type FilterRules, startFilteringProxy } from '../support/filtering-proxy.ts';
import { PupilPage } from './support/pupil-page.ts';
import { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start(1);
});
afterAll(() => world?.stop());

let proxy: FilteringProxy;
afterEach(() => proxy?.close());

describe('a filter that refuses WebSocket, holds answers back until they are whole and cuts what takes 30 s', () => {
  it('lets a lesson through: join, save, run on a Pi, and the teacher sees it live', async () => {
    proxy = await startFilteringProxy(world.server.url, { buffers: true, cutAfter: 30_000 });
    const adult = await TeacherPage.signIn(world.browser, proxy.url, teacher);
    await adult.openClass(world.room.class.name);
    const pupil = await PupilPage.join(world.browser, proxy.url, world.room.class.code, {
      nickname: 'Biber',
    });
    await adult.sees('Biber', { connected: 'yes', state: 'idle' });
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.block('steckbrett_start'));
    await pupil.saved();
    await pupil.target('pi');
    await pupil.run();
    await pupil.sees(18, 1);
    await pupil.page.waitForSelector('[data-kind="end"]');
    await adult.page.click(marked('stop-all'));
    await adult.page.waitForSelector(marked('stop-all-result'));
    expect(proxy.refused).toContain('/socket.io/');
    await pupil.page.context().close();
    await adult.page.context().close();
  });
});

describe('the page that checks the network', () => {
  async function check(rules: FilterRules, language: 'de' | 'en' = 'de'): Promise<Page> {
    proxy = await startFilteringProxy(world.server.url, rules);
    const { page } = await openPage(world.browser, { language });
    await page.goto(`${proxy.url}/${language === 'de' ? 'netzwerk' : 'network'}`);
    await page.waitForSelector(`${marked('network-summary')}:not([data-verdict="testing"])`, {
      timeout: 90_000,
    });
    return page;
  }
  const verdicts = (page: Page) =>
    page
      .locator('[data-test^="check-"]')
      .evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((row) => [row.getAttribute('data-test')?.slice(6), row.getAttribute('data-verdict')]),
        ),
      );
  const all = ['/socket.io/', '/mqtt'];

  it('finds all ways open', async () => {
    const page = await check({ passUpgrades: all });
    expect(await verdicts(page)).toMatchObject({
      https: 'limited',
      websocket: 'good',
      polling: 'good',
      mqtt: 'good',
      clock: 'good',
    });
    expect(await page.locator(marked('it-text')).textContent()).not.toContain('Heute gestört');
    await page.context().close();
  });

  it('says what a filter takes away, and what stays, in words for a teacher and for the IT', async () => {
    const page = await check({});
    expect(await verdicts(page)).toMatchObject({ websocket: 'limited', polling: 'good', mqtt: 'bad' });
    expect(await page.locator(marked('check-websocket')).textContent()).toContain(
      'Der Unterricht läuft trotzdem',
    );
    const { hostname, port } = new URL(proxy.url);
    const text = await page.locator(marked('it-text')).textContent();
    for (const word of [hostname, port, '/socket.io/', '/mqtt', 'WebSocket', 'Heute gestört'])
      expect(text).toContain(word);
    await page.context().close();
  });

  it('says so in English, and when nothing at all gets through', async () => {
    const page = await check({ blocked: all }, 'en');
    expect(await verdicts(page)).toMatchObject({ websocket: 'bad', polling: 'bad', mqtt: 'bad' });
    expect(await page.locator(marked('check-websocket')).textContent()).toContain('nobody can join');
    await page.click(marked('it-copy'));
    await page.locator('sb-it-paragraph [role="status"]:not(:empty)').waitFor();
    await page.context().close();
  });
});
