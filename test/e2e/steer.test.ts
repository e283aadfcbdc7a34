import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

describe('a teacher steers the class', () => {
  let world: World;
  let fox: PupilPage;
  let owl: PupilPage;
  let teacher: TeacherPage;

  beforeAll(async () => {
    world = await World.start(0);
    teacher = await world.teacherInClass();
    // Before somebody signs in the page asks whether somebody has.
    teacher.watched.complaints.splice(0);
    const { code } = world.room.class;
    fox = await PupilPage.join(world.browser, world.lanOrigin, code, { nickname: 'Fuchs' });
    owl = await PupilPage.join(world.browser, world.lanOrigin, code, {
      nickname: 'Eule',
      width: 820,
      height: 1180,
      touch: true,
    });
    await Promise.all([fox, owl].map(({ page }) => page.waitForSelector(marked('hand'))));
  });

  afterAll(() => world?.stop());

  afterEach(() => {
    for (const { watched } of [fox, owl, teacher]) expect(watched.complaints.splice(0)).toEqual([]);
  });

  it('eyes up covers the pages, lets nothing behind be reached, and ends when the teacher ends it', async () => {
    await fox.target('virtual');
    await fox.run();
    await fox.page.waitForSelector(
      `${marked('stop')}[data-running="true"], ${marked('stop')}:not([disabled])`,
    );
    await teacher.page.click(`${marked('eyes-up')}`);
    for (const { page } of [fox, owl]) await page.waitForSelector(`${marked('eyes-up')}[open]`);
    for (let press = 0; press < 6; press += 1) await fox.page.keyboard.press('Tab');
    expect(await fox.page.evaluate(() => document.activeElement?.localName)).toMatch(/^(sb-eyes-up|body)$/);
    // What runs can be stopped all the same, and the cover stays.
    await fox.page.waitForSelector(marked('eyes-up-stop'));
    await fox.page.keyboard.press('Escape');
    await fox.page.keyboard.press('Escape');
    await fox.page.waitForSelector(marked('eyes-up-stop'), { state: 'detached' });
    expect(await fox.page.locator(`${marked('eyes-up')}[open]`).count()).toBe(1);

    await teacher.page.waitForSelector(marked('eyes-up-longer'));
    await teacher.page.click(marked('eyes-up'));
    for (const { page } of [fox, owl]) await page.waitForSelector(marked('eyes-up'), { state: 'detached' });
  });

  it('programs off stops the virtual Pi, and lets none be started', async () => {
    await fox.run();
    await teacher.sees('Fuchs', { state: 'running' });
    await teacher.page.click(marked('programs-off'));
    await teacher.sees('Fuchs', { state: 'idle' });
    await fox.run();
    await fox.page.locator(marked('problem'), { hasText: 'ausgeschaltet' }).waitFor();
    await teacher.page.waitForSelector(marked('programs-off-longer'));
    await teacher.page.click(marked('programs-off'));
    await teacher.page.waitForSelector(marked('programs-off-longer'), { state: 'detached' });
    await fox.run();
    await teacher.sees('Fuchs', { state: 'running' });
    await fox.stop();
    await teacher.sees('Fuchs', { state: 'idle' });
  });

  it('a note stands on the pages until it is put away or taken back', async () => {
    await teacher.page.click(marked('note'));
    await teacher.page.locator(marked('note-proposal'), { hasText: 'Noch 5 Minuten' }).click();
    await teacher.page.click(marked('note-send'));
    for (const { page } of [fox, owl])
      await page.locator(marked('class-note'), { hasText: 'Noch 5 Minuten' }).waitFor();
    await fox.page.click(marked('class-note-read'));
    await fox.page.waitForSelector(marked('class-note'), { state: 'detached' });
    await teacher.page.click(marked('note'));
    await teacher.page.click(marked('note-withdraw'));
    await owl.page.waitForSelector(marked('class-note'), { state: 'detached' });
    await teacher.page.keyboard.press('Escape');
  });

  it('a raised hand is in the queue, and goes down when the teacher is there', async () => {
    await owl.page.tap(marked('hand'));
    await owl.page.tap(marked('hand-raise'));
    await owl.page.waitForSelector(`${marked('hand')}[data-place="1"]`);
    const hand = teacher.page.locator(`${marked('hand-up')}[data-nickname="Eule"]`);
    await hand.locator(marked('hand-done')).click();
    await owl.page.waitForSelector(`${marked('hand')}:not([data-place])`);
    await hand.waitFor({ state: 'detached' });
  });

  it('a step opens on every page, also on one that was away', async () => {
    await owl.page.context().setOffline(true);
    await owl.page.waitForSelector(marked('offline'), { timeout: 60_000 });
    await teacher.page.click(marked('send'));
    await teacher.page.click(marked('send-step'));
    await teacher.page.click(marked('send-step-2'));
    await teacher.page.click(marked('send-go'));
    await fox.page.locator(marked('restarted'), { hasText: 'Schritt' }).waitFor();
    await owl.page.context().setOffline(false);
    for (const { page } of [fox, owl])
      await page.locator('sb-steps nav [aria-current="step"]', { hasText: '2' }).waitFor({ timeout: 60_000 });
    // A browser without a network says so.
    owl.watched.complaints.splice(0);
  });

  it('a lesson takes the place of the one before, and the blocks come back when the pupil wants them', async () => {
    await fox.write(fox.block('steckbrett_wait'), '3', '7');
    await fox.saved();
    await teacher.page.click(marked('send'));
    await teacher.page.click(marked('send-lesson'));
    await teacher.page.click(marked('lesson-traffic-light'));
    await teacher.page.click(marked('send-go'));
    await teacher.page.click(marked('send-sure'));
    for (const { page } of [fox, owl]) await page.locator('h1', { hasText: 'Ampel' }).waitFor();
    await fox.page.locator(marked('restarted'), { hasText: 'neue Lektion' }).waitFor();
    await fox.page.click(marked('restart-undo'));
    await fox.block('steckbrett_wait').filter({ hasText: '7' }).waitFor();
    await fox.saved();
  });
});
