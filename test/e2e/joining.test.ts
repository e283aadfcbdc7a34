import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../provisioning/api-client.ts';
import { marked } from '../support/browser.ts';
import { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

/** One way to use the door; each types with the keyboard, on the glass or on the desk. */
interface Hands {
  readonly by: string;
  readonly options: { readonly width: number; readonly height: number; readonly touch?: boolean };
  readonly enter: (page: Page, code: string) => Promise<void>;
}

const hands: readonly Hands[] = [
  {
    by: 'mouse',
    options: { width: 1280, height: 800 },
    enter: async (page, code) => {
      await page.click(marked('join-code'));
      await page.keyboard.type(code);
      await page.click(marked('join-go'));
    },
  },
  {
    by: 'keyboard alone',
    options: { width: 1280, height: 800 },
    enter: async (page, code) => {
      // The field has the focus from the beginning.
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
    },
  },
  {
    by: 'touch',
    options: { width: 820, height: 1180, touch: true },
    enter: async (page, code) => {
      await page.tap(marked('join-code'));
      await page.keyboard.type(code);
      await page.tap(marked('join-go'));
    },
  },
];

const text = (page: Page, name: string) => page.locator(marked(name)).textContent();
const value = (page: Page, name: string) => page.locator(marked(name)).inputValue();
const asTyped = (code: string) => code.replace('-', '').toLowerCase();

describe('the door', () => {
  let world: World;
  let teacher: TeacherPage;

  beforeAll(async () => {
    world = await World.start(0);
    teacher = await world.teacherInClass();
  });
  afterAll(() => world?.stop());

  const door = (options: Parameters<typeof PupilPage.atDoor>[2] = {}) =>
    PupilPage.atDoor(world.browser, world.lanOrigin, options);

  it.each(hands)('lets in by $by, and lets back in on another machine, to the same work', async (way) => {
    const first = await door(way.options);
    const proposed = await value(first.page, 'join-nickname');
    await way.enter(first.page, asTyped(world.room.class.code));
    await first.ready();
    const nickname = await text(first.page, 'nickname');
    expect(nickname).toContain(proposed);
    await first.write(first.block('steckbrett_wait'), '3', '7');
    await first.saved();

    await first.page.locator(marked('menu')).press('Enter');
    await first.page.locator(marked('leave')).press('Enter');
    const code = (await text(first.page, 'come-back-code')) ?? '';
    await first.page.locator(marked('leave-now')).press('Enter');
    await first.page.waitForSelector(marked('join-code'));

    const back = await door(way.options);
    await way.enter(back.page, asTyped(code));
    await back.ready();
    expect(await text(back.page, 'nickname')).toBe(nickname);
    await back.block('steckbrett_wait').locator('.blocklyInputField', { hasText: '7' }).waitFor();
    for (const { watched } of [first, back]) expect(watched.complaints).toEqual([]);
    for (const { page } of [first, back]) await page.context().close();
  });

  it('says what is wrong with a code that nobody has', async () => {
    const { page } = await door();
    await page.fill(marked('join-code'), '9999cccc');
    expect(await value(page, 'join-code')).toBe('9999-CCCC');
    expect(await page.locator(marked('join-nickname')).count()).toBe(0);
    await page.click(marked('join-go'));
    expect(await text(page, 'join-problem')).toContain('Diesen Code kennt der Server nicht');
    await page.fill(marked('join-code'), 'ccc999');
    await page.click(marked('join-go'));
    expect(await text(page, 'join-problem')).toContain('Diesen Code gibt es gerade nicht');
    await page.context().close();
  });

  it('proposes a made-up name in the page’s language, and another one', async () => {
    const { page } = await door();
    const german = await value(page, 'join-nickname');
    await page.click(marked('join-dice'));
    const another = await value(page, 'join-nickname');
    expect(another).not.toBe(german);
    await page.locator('sb-language-switch button', { hasText: 'EN' }).click();
    await page.locator('label', { hasText: 'Your nickname' }).waitFor();
    expect(await value(page, 'join-nickname')).not.toBe(another);
    await page.fill(marked('join-nickname'), 'Zed');
    await page.locator('sb-language-switch button', { hasText: 'DE' }).click();
    await page.locator('label', { hasText: 'Dein Spitzname' }).waitFor();
    expect(await value(page, 'join-nickname')).toBe('Zed');
    await page.context().close();
  });

  it('brings back who lost everything, with a new code from the teacher', async () => {
    const lost = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code, {
      nickname: 'Luchs',
    });
    await lost.page.context().close();
    await teacher.seat('Luchs').locator(marked('seat-pupils')).click();
    await teacher.page.click(marked('pupil-code'));
    const code = (await text(teacher.page, 'pupil-new-code')) ?? '';
    await teacher.page.keyboard.press('Escape');
    const back = await door();
    await back.page.fill(marked('join-code'), code);
    await back.page.click(marked('join-go'));
    await back.ready();
    expect(await text(back.page, 'nickname')).toBe('Luchs');
    await back.page.context().close();
  });

  it('is passed by who comes back after five other browsers of theirs, as if nothing had been', async () => {
    const mine = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code, {
      nickname: 'Wiesel',
    });
    await mine.page.goto('about:blank');
    const held = await mine.page.context().storageState();
    const [seat] = JSON.parse(
      held.origins.flatMap(({ localStorage }) => localStorage).find(({ name }) => name === 'steckbrett.seats')
        ?.value ?? '[]',
    );
    for (let count = 0; count < 5; count++) {
      await new ApiClient(world.server.url).call('resume', {}, { code: seat.resumeCode });
    }
    await mine.page.goto(world.lanOrigin);
    await mine.ready();
    expect(await text(mine.page, 'nickname')).toBe('Wiesel');
    await mine.page.context().close();
  });

  it('is where a pupil stands whom the teacher has removed; a new name reaches the page at once', async () => {
    const { page, watched } = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code, {
      nickname: 'Goldmarie',
    });
    await teacher.seat('Goldmarie').locator(marked('seat-pupils')).click();
    await teacher.page.fill(marked('pupil-nickname'), 'Schneefuchs');
    await teacher.page.press(marked('pupil-nickname'), 'Enter');
    await page.locator(marked('nickname'), { hasText: 'Schneefuchs' }).waitFor();
    await teacher.seat('Schneefuchs').waitFor();

    await teacher.page.click(marked('pupil-remove'));
    await teacher.page.click(marked('pupil-remove-confirm'));
    await page.waitForSelector(marked('join-problem'));
    expect(await text(page, 'join-problem')).toContain('Deine Lehrkraft hat deinen Platz freigegeben');
    await teacher.seat('Schneefuchs').waitFor({ state: 'detached' });
    expect(watched.complaints).toEqual([]);
    await page.context().close();
  });
});
