import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadLessons } from '../lessons/format/index.ts';
import { buildSolution, playAt, prepare } from '../test/e2e/support/play.ts';
import { PupilPage } from '../test/e2e/support/pupil-page.ts';
import { TeacherPage } from '../test/e2e/support/teacher-page.ts';
import { marked } from '../test/support/browser.ts';
import { setUpClassroom, teacher } from '../test/support/classroom.ts';
import { spawnServer } from '../test/support/server.ts';

const laptop = { width: 1280, height: 800 };
const catalog = join(import.meta.dirname, '../lessons/catalog');

/**
 * The pictures of lessons: two pupils' pages while the lesson's own play runs, the teacher's choice of lessons, and a
 * sheet to print; in both languages.
 *
 * @param folder where the pictures go, in its folder `lessons`.
 */
export async function photographLessons(browser: Browser, folder: string): Promise<void> {
  const images = join(folder, 'lessons');
  mkdirSync(images, { recursive: true });
  const server = await spawnServer({ environment: { LOG_LEVEL: 'error' } });
  const { lessons } = loadLessons(catalog);
  const shoot = async (page: Page, name: string) => {
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/lessons/${name}.png`);
  };
  try {
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    await room.teacher.call('endClass', { classId: room.class.id }, {});
    for (const language of ['de', 'en'] as const) {
      for (const [id, step] of [
        ['traffic-light', 1],
        ['temperature', 1],
      ] as const) {
        const lesson = lessons.find((one) => one.id === id)!;
        const started = await room.teacher.call('startClass', {}, { lessonId: id, name: '7b' });
        const pupil = await PupilPage.join(browser, server.url, started.code, { language, ...laptop });
        await buildSolution(server.url, pupil, lesson);
        await pupil.page.locator('sb-steps nav button').nth(step).click();
        await prepare(pupil, lesson.check.play);
        await pupil.run();
        await playAt(pupil, lesson.check.play);
        // The traffic light goes on after the play; a picture of darkness would say little.
        if (id === 'traffic-light') {
          await pupil.page.keyboard.up('Space');
          await pupil.sees(24, 1);
        }
        const curve = pupil.page.locator(marked('console-curve'));
        if ((await curve.count()) > 0) await curve.click();
        await shoot(pupil.page, `${id}-${language}`);
        await pupil.page.context().close();
        await room.teacher.call('endClass', { classId: started.id }, {});
      }
      const adult = await TeacherPage.signIn(browser, server.url, teacher, { language, ...laptop });
      await adult.page.waitForSelector(marked('lesson-blink'));
      await shoot(adult.page, `choice-${language}`);
      await adult.page.setViewportSize({ width: 1280, height: 1180 });
      await adult.page.goto(`${server.url}/print?lesson=traffic-light&sheet=worksheet&language=${language}`);
      await adult.page.waitForSelector('sb-print-app[ready]');
      await shoot(adult.page, `worksheet-${language}`);
      await adult.page.context().close();
    }
  } finally {
    await server.kill('SIGTERM');
    await server.remove();
  }
}
