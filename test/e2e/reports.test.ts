import { afterAll, beforeAll, describe, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { staffMember } from '../support/server.ts';
import { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start(0);
});
afterAll(() => world.stop());

const open = async (path: string) =>
  (await TeacherPage.signIn(world.browser, world.server.url, staffMember, { path })).page;

describe('the association', () => {
  it('sees how to begin, then what is due', async () => {
    const page = await open('/association');
    await page.locator(marked('beginning')).waitFor();
    await world.room.staff.call(
      'saveConsumable',
      {},
      { name: 'LED', icon: 'led', unitCents: 10, stock: 1, minimum: 20 },
    );
    await page.reload();
    await page.locator(marked('due-low-stock'), { hasText: 'LED' }).waitFor();
    // The day's figure leads to its list, also for who hears the page.
    await page.locator(marked('tile-low-stock'), { hasText: '1' }).click();
    await page.locator(`${marked('due-low-stock')}:focus`).waitFor();
    await page.context().close();
  });

  it('shares a page of thanks, which opens without signing in', async () => {
    const page = await open('/association#reports/sponsors');
    await page.click(marked('add-sponsor'));
    await page.fill(marked('sponsor-name'), 'Stiftung Löten');
    await page.check(marked('sponsor-open-page'));
    await page.click(marked('save-sponsor'));
    const link = page.locator(marked('sponsor-page'));
    await link.waitFor();
    const address = new URL((await link.getAttribute('data-url')) ?? '').pathname;
    await page.context().close();
    const stranger = await (await world.browser.newContext()).newPage();
    await stranger.goto(world.server.url + address);
    await stranger.locator(marked('sponsor-title'), { hasText: 'Stiftung Löten' }).waitFor();
    await stranger.context().close();
  });
});
