import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, openPage, type WatchedPage } from '../support/browser.ts';
import { staffMember } from '../support/classroom.ts';
import { PupilPage } from './support/pupil-page.ts';
import { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

let world: World;
let pupil: PupilPage;
let teacher: TeacherPage;

beforeAll(async () => {
  world = await World.start(0);
  pupil = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code, {
    nickname: 'Flinker Fuchs',
  });
  teacher = await world.teacherInClass();
}, 180_000);
afterAll(() => world.stop());

/** With `PICTURES=FOLDER` a page is kept as a picture, for the eye. */
async function look(page: WatchedPage['page'], name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of [
    [1280, 800],
    [820, 1180],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** What the pupil's browser keeps that names the class or the pupil. */
function keptInBrowser(): Promise<string[]> {
  return pupil.page.evaluate(async (code) => {
    const kept = Object.entries(localStorage).map((entry) => entry.join(' '));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const keys = database.transaction(store).objectStore(store).getAllKeys();
        await new Promise((resolve) => {
          keys.onsuccess = resolve;
        });
        // Work that is not sent yet stands under its seat.
        kept.push(...keys.result.map((key) => `${name} ${String(key)}`));
      }
      database.close();
    }
    return kept.filter((one) => one.includes(code) || one.includes('/') || one.includes('Flinker Fuchs'));
  }, world.room.class.code);
}

const patient = { timeout: 20_000 };

describe('a pupil who asks what is kept', () => {
  it.each([
    ['de', 'Was ist gespeichert?', 'Testklasse'],
    ['en', 'What is stored?', 'Testklasse'],
  ] as const)('reads it in plain words, for their class (%s)', async (language, heading, name) => {
    const { page, complaints, requests } = await openPage(world.browser, { language });
    await page.goto(`${world.lanOrigin}/datenschutz?class=${world.room.class.code}`);
    await page.waitForSelector(marked('privacy-when'));
    expect(await page.locator('h1').textContent()).toBe(heading);
    expect(await page.locator('sb-class-facts h2').textContent()).toBe(name);
    expect(await page.locator(marked('privacy-when')).textContent()).toContain('7');
    await look(page, `privacy-${language}`);
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(world.lanOrigin))).toEqual([]);
    await page.context().close();
  });

  it('finds the page at the door, and a wrong code gets a sentence', async () => {
    const { page } = await openPage(world.browser);
    await page.goto(world.lanOrigin);
    await page.click(marked('privacy'));
    await page.fill(marked('privacy-code'), 'XXX-XXX');
    await page.click(marked('privacy-go'));
    await page.locator('sb-problem-note', { hasText: 'Diesen Code gibt es gerade nicht' }).waitFor();
    await page.context().close();
  });
});

describe('the end of a class', () => {
  it('is asked for with the days for which it is kept', async () => {
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.page.locator('[data-id="first-light"]'));
    await pupil.saved();
    await expect.poll(keptInBrowser, patient).not.toEqual([]);
    await teacher.page.click(marked('end-class'));
    await teacher.page.click(marked('keep-1'));
    await look(teacher.page, 'end-dialog');
    await teacher.page.click(marked('end-class-confirm'));
    const left = await teacher.page.waitForSelector(`${marked('class-over')} ${marked('deleted-in')}`);
    expect(await left.textContent()).toContain('in 24 Stunden');
    await look(teacher.page, 'class-over');
  });

  it('leaves the pupil their page, offers the work as a file, and runs nothing', async () => {
    await pupil.page.waitForSelector(marked('class-ended'));
    await pupil.block('steckbrett_led_set').waitFor();
    await look(pupil.page, 'pupil-over');
    await pupil.page.click(marked('over-file'));
    await pupil.page.locator('sb-files').waitFor();
    await look(pupil.page, 'pupil-file');
    await pupil.page.keyboard.press('Escape');
    await pupil.page.click(marked('run'));
    await pupil.page.locator(marked('problem'), { hasText: 'Die Stunde ist zu Ende' }).waitFor();
  });

  it('leaves nothing of the seat in their browser', async () => {
    await expect.poll(keptInBrowser, patient).toEqual([]);
    await pupil.page.goto(world.lanOrigin);
    await pupil.page.waitForSelector(marked('join-code'));
    expect(await keptInBrowser()).toEqual([]);
  });

  it('stands on the teacher’s start with its record, until it is deleted at once', async () => {
    await teacher.page.click(marked('over-close'));
    const row = teacher.page.locator(marked('ended-class'), { hasText: 'Testklasse' });
    expect(await row.textContent()).toContain('in 24 Stunden');
    await look(teacher.page, 'ended-classes');
    await row.locator(marked('ended-record')).click();
    await teacher.page.locator(marked('record-csv')).waitFor();
    await teacher.page.keyboard.press('Escape');
    await row.locator(marked('delete-class')).click();
    await row.locator(marked('delete-class-confirm')).click();
    await row.waitFor({ state: 'detached' });
    const { classes } = await world.room.teacher.call('endedClasses', {}, {});
    expect(classes).toEqual([]);
  });

  it('leaves numbers, which the association sees', async () => {
    const { page } = await TeacherPage.signIn(world.browser, world.server.url, staffMember, {
      path: '/association#reports/classes',
    });
    const row = page.locator(marked('count-row'));
    await row.filter({ hasText: 'Testschule' }).waitFor();
    expect(
      await page
        .locator(`${marked('count-sum')} td`)
        .first()
        .textContent(),
    ).toBe('1');
    await look(page, 'figures');
    await page.context().close();
  });
});
