import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, openPage } from '../support/browser.ts';
import { openPupil, resultOf } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

const start = 'steckbrett_start';
const light = 'steckbrett_led_set';
/** As long as a slow machine may need, ms. */
const patience = 60_000;

let world: World;
let pupil: PupilPage;
let teacher: TeacherPage;

beforeAll(async () => {
  world = await World.start(0);
  pupil = await PupilPage.join(world.browser, world.server.url, world.room.class.code, { nickname: 'Fuchs' });
  teacher = await world.teacherInClass();
});
afterAll(() => world?.stop());

const enter = (room: string) => teacher.page.click(marked(`room-${room}`));
const card = () => teacher.page.locator(`${marked('work-card')}[data-nickname="Fuchs"]`);
/** Resolved when the pupil's button says so. */
const stands = (state: string) =>
  pupil.page.locator(`${marked('hand-in')}[data-state="${state}"]`).waitFor({ timeout: patience });

async function download(name: string): Promise<Download> {
  const [file] = await Promise.all([
    teacher.page.waitForEvent('download', { timeout: patience }),
    teacher.page.click(marked(name)),
  ]);
  return file;
}

async function handIn(): Promise<void> {
  await pupil.page.click(marked('hand-in'), { timeout: patience });
  await pupil.page
    .locator(`${marked('hand-in-dialog')} sb-block-picture[ready]`)
    .waitFor({ timeout: patience });
  await pupil.page.click(marked('hand-in-now'));
  await stands('handed-in');
}

describe('collecting', () => {
  it('takes the work in, gives it back with words and a badge, and opens it again', async () => {
    await pupil.dragBelow('Licht', light, pupil.block(start));
    // Not saved yet: the page sees to it before it hands in.
    await handIn();

    await enter('collect');
    await card().locator('sb-block-picture[ready]').waitFor({ timeout: patience });
    await card().locator(marked('work-comment')).fill('Das Licht ist schön.');
    await card().locator(marked('badge-idea')).click();
    await card().locator(marked('work-return')).click();
    await teacher.page
      .locator(`${marked('work-card')}[data-state="returned"]`)
      .waitFor({ timeout: patience });

    await pupil.page.locator(`${marked('feedback-badge')}[data-badge="idea"]`).waitFor({ timeout: patience });
    expect(await pupil.page.locator(marked('feedback-comment')).textContent()).toBe('Das Licht ist schön.');
    await pupil.page.click(marked('feedback-go-on'));
    await pupil.page.locator(marked('feedback')).waitFor({ state: 'detached', timeout: patience });

    await card().locator(marked('work-reopen')).click();
    await stands('open');
    expect(await pupil.page.locator(marked('hand-in')).getAttribute('data-badge')).toBe('idea');
    await teacher.page.locator(marked('collect-empty')).waitFor({ timeout: patience });

    await handIn();
    await pupil.page.click(marked('hand-in'));
    await pupil.page.click(marked('hand-in-back'));
    await stands('open');
    await handIn();
  });

  it('gives several back at once with the same badge', async () => {
    await enter('collect');
    await teacher.page.click(marked('pick-all'), { timeout: patience });
    await teacher.page.click(marked('return-all'));
    await stands('returned');
    await pupil.page.locator(`${marked('feedback-badge')}[data-badge="star"]`).waitFor({ timeout: patience });
    // What was said before stays said.
    expect(await pupil.page.locator(marked('feedback-comment')).textContent()).toBe('Das Licht ist schön.');
    await pupil.page.click(marked('feedback-go-on'));
  });

  it('shows who has reached which goal, also without names', async () => {
    const { steps } = await world.room.teacher.call('lesson', { language: 'de', lessonId: 'blink' }, {});
    const goals = steps.flatMap((step) => step.goals);
    const seat = await openPupil(world.server.url, await pupil.token());
    const progress = { lessonId: 'blink', step: 1, furthest: 1, goals: [goals[0]?.id ?? ''], quizzes: [] };
    resultOf(
      await seat.socket.emitWithAck('progress:save', {
        ...progress,
        left: [],
        celebrated: [],
        finished: false,
      }),
    );
    seat.socket.disconnect();

    await enter('goals');
    const row = teacher.page.locator(`${marked('matrix-row')}[data-nickname="Fuchs"]`);
    await row.locator('[data-reached="yes"]').first().waitFor({ timeout: patience });
    expect(await row.locator('[data-reached]').count()).toBe(goals.length);
    const said = async (text: ReturnType<typeof row.locator>) =>
      (await text.textContent())?.replace(/\s+/g, ' ').trim();
    expect(await said(row.locator(marked('seat-total')))).toBe(`1 / ${goals.length}`);
    expect(await said(teacher.page.locator(marked('goal-total')).first())).toBe('1 / 1');
    await teacher.page.check(marked('names-hidden'));
    await row.waitFor({ state: 'detached', timeout: patience });
    expect(await teacher.page.locator(marked('matrix')).textContent()).not.toContain('Fuchs');
  });

  it('ends in two files for the teacher’s records', async () => {
    await enter('collect');
    const table = await download('record-csv');
    expect(table.suggestedFilename()).toMatch(/^steckbrett-testklasse-\d{4}-\d\d-\d\d\.csv$/);
    const [head, line] = (await readFile(await table.path(), 'utf8')).split('\r\n');
    expect(head?.startsWith('\uFEFFName;')).toBe(true);
    expect(line).toContain('Stark gemacht;Das Licht ist schön.');

    const report = await download('record-html');
    expect(report.suggestedFilename()).toMatch(/^steckbrett-testklasse-\d{4}-\d\d-\d\d\.html$/);
    const text = await readFile(await report.path(), 'utf8');

    // Opened without any network: everything is in the file.
    const { page, complaints, requests } = await openPage(world.browser);
    await page.context().setOffline(true);
    await page.setContent(text);
    expect(await page.locator('h1').textContent()).toBe('Stundenbericht: Testklasse');
    expect(await page.locator('.privacy').textContent()).toContain('Schule');
    expect(await page.locator('tbody th[scope="row"]').allTextContents()).toEqual(['Fuchs']);
    const picture = page.locator('.picture svg');
    expect(await picture.getAttribute('aria-label')).toMatch(/^Programm von Fuchs: .+/);
    expect((await picture.boundingBox())?.height).toBeGreaterThan(40);
    // Each picture has a name, and nothing runs or is asked for.
    expect(await page.locator('svg:not([aria-label]):not([aria-hidden])').count()).toBe(0);
    expect(await page.locator('script, link, img, [onclick], [onload]').count()).toBe(0);
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
    await page.context().close();

    expect(pupil.watched.complaints).toEqual([]);
    // Before signing in, nobody is signed in.
    expect(teacher.watched.complaints.filter((one) => !one.includes('401'))).toEqual([]);
  });
});
