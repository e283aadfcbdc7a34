/** `npm run screenshots`: the pictures of README and docs, taken from a demo classroom by a real browser. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { type RunningDemo, startDemo } from '../provisioning/demo/demo.ts';
import { demoStaff, demoTeacher } from '../provisioning/demo/people.ts';
import { PupilPage } from '../test/e2e/support/pupil-page.ts';
import { TeacherPage } from '../test/e2e/support/teacher-page.ts';
import { launchBrowser, marked } from '../test/support/browser.ts';
import { openPupil } from '../test/support/pupil.ts';
import { photographAssociation } from './screenshots-association.ts';
import { photographClass } from './screenshots-class.ts';
import { photographLessons } from './screenshots-lessons.ts';
import { photographParts } from './screenshots-parts.ts';
import { photographWorkshop } from './screenshots-workshop.ts';
import { ensurePage } from './setup/page.ts';

const root = resolve(import.meta.dirname, '..');
const images = join(root, 'docs/images');
const solution: unknown = JSON.parse(
  readFileSync(join(root, 'lessons/catalog/01-blink/solution.json'), 'utf8'),
);

/** Only some pictures: `npm run screenshots --` and any of `parts`, `lessons`, `class`, `association`, `workshop` and `pages`. */
const only = process.argv.slice(2);
const wanted = (group: string) => only.length === 0 || only.includes(group);

const laptop = { width: 1280, height: 800 };
const projector = { width: 1920, height: 1080 };
const tablet = { width: 820, height: 1180 };

ensurePage();
mkdirSync(images, { recursive: true });
const browser = await launchBrowser();
try {
  if (wanted('pages')) {
    for (const language of ['de', 'en'] as const) await withDemo((demo) => photograph(demo, language));
  }
  if (wanted('association')) {
    for (const language of ['de', 'en'] as const)
      await withDemo((demo) => photographAssociation(browser, demo, images, language));
  }
  if (wanted('lessons')) await photographLessons(browser, images);
  if (wanted('class')) await photographClass(browser, images);
  if (wanted('workshop')) await photographWorkshop(browser, images);
  if (wanted('parts')) await photographParts(browser, images);
} finally {
  await browser.close();
}

/** A fresh demo classroom, so that each language shows only its own pupils. */
async function withDemo(act: (demo: RunningDemo) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steckbrett-screenshots-'));
  const demo = await startDemo(
    { DATA_DIR: dataDir, PORT: '0', MQTT_PORT: '0', PUBLIC_URL: 'http://steckbrett.local' },
    pino({ level: 'error' }),
  );
  try {
    await act(demo);
  } finally {
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function photograph(demo: RunningDemo, language: 'de' | 'en'): Promise<void> {
  const origin = `http://localhost:${demo.server.port}`;
  const shoot = async (page: Page, name: string) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(images, `${name}-${language}.png`) });
    console.log(`docs/images/${name}-${language}.png`);
  };
  const code = /code=(\S+)/.exec(demo.box)?.[1] ?? '';

  const teacher = await TeacherPage.signIn(browser, origin, demoTeacher, { language, ...laptop });
  await teacher.page.locator(marked('running-class')).first().click();
  await teacher.page.waitForSelector(marked('class-code'));

  const pupil = await PupilPage.join(browser, origin, code, { language, ...laptop });
  await withSolution(origin, pupil);
  await pupil.run();
  await pupil.sees(18, 1);
  await shoot(pupil.page, 'pupil');

  const tabletPupil = await PupilPage.join(browser, origin, code, { language, ...tablet });
  await withSolution(origin, tabletPupil);
  await tabletPupil.target('virtual');
  await tabletPupil.run();
  await tabletPupil.sees(18, 1);
  await shoot(tabletPupil.page, 'pupil-tablet');

  const third = await PupilPage.join(browser, origin, code, { language, ...laptop });
  await third.ready();
  await shoot(teacher.page, 'teacher');

  const wall = await TeacherPage.signIn(browser, origin, demoTeacher, { language, ...projector });
  await wall.page.locator(marked('running-class')).first().click();
  await wall.page.waitForSelector(marked('class-code'));
  const [view] = await Promise.all([
    wall.page.context().waitForEvent('page'),
    wall.page.click(marked('projector')),
  ]);
  await view.setViewportSize(projector);
  await view.waitForSelector(marked('projector-code'));
  await shoot(view, 'projector');

  const staff = await TeacherPage.signIn(browser, origin, demoStaff, {
    language,
    ...laptop,
    path: '/association#fleet',
  });
  await staff.page.waitForSelector(marked('device-row'));
  await shoot(staff.page, 'association');

  const contexts = [teacher, pupil, tabletPupil, third, wall, staff].map(({ page }) => page.context());
  await Promise.all(contexts.map((context) => context.close()));
}

/** Gives a page the lesson's solution, as if it had been built there in another tab. */
async function withSolution(origin: string, pupil: PupilPage): Promise<void> {
  const seat = await openPupil(origin, await pupil.token());
  await seat.socket.emitWithAck('workspace:save', {
    base: seat.state.workspace.version,
    blocks: solution as Record<string, unknown>,
    tab: 'screenshots',
    force: true,
  });
  seat.socket.disconnect();
  await pupil.page.waitForSelector('sb-blocks .blocklyBlockCanvas .steckbrett_forever');
}
