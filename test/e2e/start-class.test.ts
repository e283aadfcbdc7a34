import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { marked, type WatchedPage, watch } from '../support/browser.ts';
import { teacher as account } from '../support/classroom.ts';
import { PupilPage } from './support/pupil-page.ts';
import { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

/** The page's strip about the Pi before the pupil. */
const strip = marked('my-pi');

/** Resolved when the page says that nothing is left to ask about the Pi. */
async function settled(pupil: PupilPage): Promise<void> {
  await pupil.page.locator(strip).waitFor({ state: 'detached' });
}

describe('a lesson begins', () => {
  let world: World;
  let teacher: TeacherPage;
  let projector: WatchedPage;
  let fox: PupilPage;
  let otter: PupilPage;
  let code = '';
  const pages: WatchedPage[] = [];

  beforeAll(async () => {
    world = await World.start(3);
    // The classroom of every test has a class; this teacher begins another.
    await world.room.teacher.call('endClass', { classId: world.room.class.id }, {});
    teacher = await TeacherPage.signIn(world.browser, world.server.url, account);
    await teacher.page.waitForSelector(marked('class-start'));
    // The page had asked who is there before anybody was.
    teacher.watched.complaints.length = 0;
    pages.push(teacher.watched);
  });

  afterAll(() => world?.stop());

  afterEach(() => {
    for (const { complaints } of pages) expect(complaints.splice(0)).toEqual([]);
  });

  it('with three clicks: the lesson, begin, onto the projector', async () => {
    const { page } = teacher;
    await page.locator('sb-start-steps').waitFor();
    await page.click(marked('lesson-traffic-light'));
    await page.click(marked('class-start'));
    const opened = page.context().waitForEvent('page');
    await page.click(marked('projector'));
    projector = watch(await opened);
    pages.push(projector);
    code = (await page.textContent(marked('class-code')))?.trim() ?? '';
    const shown = projector.page.locator(marked('projector-code'));
    await shown.waitFor();
    expect((await shown.textContent())?.trim()).toBe(code);
    await projector.page.locator('h1', { hasText: 'Ampel' }).waitFor();
  });

  it('pupils say the number of the Pi before them, and the projector shows who sits where', async () => {
    // By a label's link, past the door; and by typing.
    fox = await PupilPage.atDoor(world.browser, world.lanOrigin);
    pages.push(fox.watched);
    await fox.page.goto(`${world.lanOrigin}/?pi=2&code=${code}`);
    await fox.page.fill(marked('join-nickname'), 'Fuchs');
    await fox.page.click(marked('join-go'));
    await fox.ready();
    await projector.page.locator(marked('projector-name'), { hasText: /Fuchs\s*Pi 2/ }).waitFor();
    await settled(fox);
    expect(new URL(fox.page.url()).search).toBe('');

    otter = await PupilPage.join(world.browser, world.server.url, code, { nickname: 'Otter' });
    pages.push(otter.watched);
    await otter.page.locator(strip, { hasText: 'Dein Pi hat die Nummer 1. Stimmt das?' }).waitFor();
    await otter.page.click(marked('my-pi-blink'));
    await otter.page.locator(marked('my-pi-blink'), { hasText: 'Blinken lassen' }).waitFor();
    await otter.page.click(marked('my-pi-other'));
    await otter.page.fill(marked('my-pi-number'), '44');
    await otter.page.keyboard.press('Enter');
    await otter.page.locator(marked('my-pi-problem'), { hasText: 'keinen Pi 44' }).waitFor();
    await otter.page.fill(marked('my-pi-number'), `${world.server.url}/?pi=3`);
    await otter.page.keyboard.press('Enter');
    await projector.page.locator(marked('projector-name'), { hasText: /Otter\s*Pi 3/ }).waitFor();
    await settled(otter);
  });

  it('whoever comes to a Pi that is taken sits down with who has it', async () => {
    const igel = await PupilPage.join(world.browser, world.server.url, code, {
      nickname: 'Igel',
      width: 820,
      height: 1180,
    });
    pages.push(igel.watched);
    await igel.page.click(marked('my-pi-other'));
    await igel.page.fill(marked('my-pi-number'), '2');
    await igel.page.click(marked('my-pi-claim'));
    await igel.page.locator(marked('my-pi-taken'), { hasText: 'An Pi 2 sitzt schon Fuchs' }).waitFor();
    await igel.page.click(marked('my-pi-knock'));
    await igel.page.locator(marked('my-pi-taken'), { hasText: 'angeklopft' }).waitFor();
    await fox.page.click(marked('knock-yes'));
    await projector.page.locator(marked('projector-name'), { hasText: 'Fuchs + Igel' }).waitFor();
    await settled(igel);
  });

  it('what the teacher gives counts as said', async () => {
    await teacher.seat('Otter').locator(marked('seat-device')).selectOption({ label: 'Pi 1 · pi-01' });
    await projector.page.locator(marked('projector-name'), { hasText: /Otter\s*Pi 1/ }).waitFor();
    await settled(otter);
  });

  it('one click takes the names off the wall, and one brings them back', async () => {
    const { page } = projector;
    await page.click(marked('projector-names'));
    await page.locator(marked('projector-name')).first().waitFor({ state: 'detached' });
    await page.locator(marked('projector-count'), { hasText: '3 sind dabei' }).waitFor();
    await page.click(marked('projector-names'));
    await page.locator(marked('projector-name')).first().waitFor();
  });

  it('the next class is named as the last one', async () => {
    const { page } = teacher;
    await page.goto(`${world.server.url}/teacher`);
    await page.fill(marked('class-name'), '7b');
    await page.fill(marked('lesson-search'), 'melod');
    await page.click(marked('lesson-melody'));
    await page.click(marked('class-start'));
    await page.waitForSelector(marked('class-code'));
    await page.goto(`${world.server.url}/teacher`);
    const proposed = page.locator(marked('class-name'));
    await proposed.waitFor();
    // „7b“ runs, and so does the one of before: neither is proposed again.
    await expect.poll(() => proposed.inputValue(), { timeout: 15_000 }).toMatch(/^Klasse \d+\.\d+\. \(2\)$/);
  });
});
