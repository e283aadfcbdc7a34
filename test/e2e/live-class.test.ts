import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { joinAsPupil } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

describe('the live class', () => {
  let world: World;
  let fox: PupilPage;
  let teacher: TeacherPage;

  beforeAll(async () => {
    world = await World.start(1);
    teacher = await world.teacherInClass();
    ({ pupil: fox } = await world.pupilWithPi({ nickname: 'Fuchs', origin: world.lanOrigin }));
    // Before the sign-in, the page asks who is signed in.
    teacher.watched.complaints.length = 0;
  });

  afterAll(() => world?.stop());

  afterEach(() => {
    for (const { watched } of [fox, teacher]) expect(watched.complaints.splice(0)).toEqual([]);
  });

  /** Resolved when the teacher's picture of a seat says this. */
  async function pictured(nickname: string, words: RegExp): Promise<void> {
    await teacher.seat(nickname).locator(`sb-block-miniature svg[aria-label]`).waitFor();
    await expect
      .poll(() => teacher.seat(nickname).locator('sb-block-miniature svg').getAttribute('aria-label'), {
        timeout: 15_000,
      })
      .toMatch(words);
  }

  it('shows a small picture of the blocks, and each change of it', async () => {
    await pictured('Fuchs', /3/);
    await fox.write(fox.block('steckbrett_wait'), '3', '47');
    await pictured('Fuchs', /47/);
  });

  it('shows it also to who comes later, when nothing changes', async () => {
    await teacher.page.reload();
    await pictured('Fuchs', /47/);
    await teacher.seat('Fuchs').locator(marked('seat-step')).waitFor();
    // Before the page knew who is signed in, it asked.
    teacher.watched.complaints.length = 0;
  });

  it('tells the step, and finds who needs help first', async () => {
    await fox.openStep(2);
    await teacher.seat('Fuchs').locator(marked('seat-step'), { hasText: 'Schritt 2/' }).waitFor();
    const hare = await joinAsPupil(world.server.url, world.room.class.code, 'Zobel');
    await hare.socket.emitWithAck('hand:raise', { raised: true });
    const first = teacher.page.locator(marked('seat-card')).first();
    await expect.poll(() => first.getAttribute('data-nickname'), { timeout: 15_000 }).toBe('Zobel');
    await teacher.seat('Zobel').locator(marked('seat-hand-down')).click();
    await teacher.seat('Zobel').locator(marked('seat-hand')).waitFor({ state: 'detached' });
    hare.socket.disconnect();
  });

  it('finds a name, and tells which cards are chosen', async () => {
    await teacher.page.fill(marked('live-search'), 'fu');
    await teacher.seat('Zobel').waitFor({ state: 'detached' });
    await teacher.page.click(marked('live-choose'));
    await teacher.page.click(marked('live-choose-all'));
    await teacher.page.getByText('1 ausgewählt').first().waitFor();
    await teacher.page.click(marked('live-choose'));
    await teacher.page.fill(marked('live-search'), '');
    await teacher.seat('Zobel').waitFor();
  });

  it('follows a pupil with their yes only, sees their blocks run, and is sent away by them', async () => {
    const follow = teacher.page.locator(marked('seat-follow'));
    const seen = teacher.page.locator(`${marked('seat-follow')} sb-block-miniature svg`);
    await teacher.seat('Fuchs').locator(marked('seat-look')).click();
    await follow.getByText('Wartet auf das Ja von Fuchs').waitFor();
    expect(await seen.count()).toBe(0);
    await fox.page.click(marked('looking-no'));
    await follow.getByText('möchte gerade nicht').waitFor();

    await fox.page.click(marked('looking-open'));
    await fox.page.click(marked('looking-change'));
    await fox.page.waitForSelector(marked('looking-followed'));
    await seen.waitFor();
    await fox.run();
    await follow.locator('.glows').first().waitFor({ state: 'attached' });
    await follow.getByText('GPIO 18', { exact: true }).waitFor();
    await fox.stop();

    await fox.page.click(marked('looking-end'));
    await follow.getByText('möchte gerade nicht').waitFor();
    expect(await seen.count()).toBe(0);
    await teacher.page.click(marked('follow-close'));
    await follow.waitFor({ state: 'detached' });
  });

  it('takes the question away when the teacher does not wait', async () => {
    const otter = await PupilPage.join(world.browser, world.server.url, world.room.class.code, {
      nickname: 'Otter',
      language: 'en',
    });
    await teacher.seat('Otter').locator(marked('seat-look')).click();
    await otter.page.waitForSelector(marked('looking-question'));
    await teacher.page.keyboard.press('Escape');
    await otter.page.waitForSelector(marked('looking-question'), { state: 'detached' });
    expect(otter.watched.complaints).toEqual([]);
  });
});
