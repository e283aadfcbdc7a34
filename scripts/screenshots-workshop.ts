import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadLessons } from '../lessons/format/index.ts';
import type { Blocks } from '../server/live/contract/live.ts';
import { buildSolution } from '../test/e2e/support/play.ts';
import { PupilPage } from '../test/e2e/support/pupil-page.ts';
import { marked, openPage } from '../test/support/browser.ts';
import { setUpClassroom, startAgents } from '../test/support/classroom.ts';
import { openPupil } from '../test/support/pupil.ts';
import { spawnServer } from '../test/support/server.ts';

const laptop = { width: 1280, height: 800 };
const tablet = { width: 820, height: 1180 };
const catalog = join(import.meta.dirname, '../lessons/catalog');

/** What pupils call themselves in the pictures. */
const names = {
  de: ['Flinker Fuchs', 'Kluge Eule', 'Netter Otter'],
  en: ['Quick Fox', 'Clever Owl', 'Kind Otter'],
} as const;

/**
 * The pictures of `docs/tour.md`: a pupil's way through the workshop, from the door to the file that goes home, with a
 * Pi whose board is simulated; in both languages.
 *
 * @param folder where the pictures go, in its folder `tour`.
 */
export async function photographWorkshop(browser: Browser, folder: string): Promise<void> {
  const images = join(folder, 'tour');
  mkdirSync(images, { recursive: true });
  const lesson = loadLessons(catalog).lessons.find(({ id }) => id === 'traffic-light');
  if (!lesson) throw new Error('there is no lesson “traffic-light”');
  for (const language of ['de', 'en'] as const) {
    const server = await spawnServer({ environment: { LOG_LEVEL: 'error' } });
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', {
      devices: 1,
      lessonId: lesson.id,
    });
    const agents = await startAgents(room.configs, server.mqttPort, room.staff);
    const shoot = async (page: Page, name: string) => {
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(images, `${name}-${language}.png`) });
      console.log(`docs/images/tour/${name}-${language}.png`);
    };
    const join_ = (index: 0 | 1 | 2, size = laptop) =>
      PupilPage.join(browser, server.url, room.class.code, {
        language,
        nickname: names[language][index],
        ...size,
      });
    try {
      await atTheDoor(browser, `${server.url}/?code=${room.class.code}`, language, shoot);

      const pupil = await join_(0);
      const { page } = pupil;
      await wire(page, shoot);
      await beginWith(server.url, pupil, lesson.views[language].starter);
      await buildSolution(server.url, pupil, lesson);
      await page.click(marked('bar-code'));
      await page.click(marked('code-python'));
      await page.waitForSelector('sb-code [data-block], sb-code .line');
      await shoot(page, 'code');
      await page.click(marked('bar-code'));

      await page.click(marked('bar-slow'));
      await pupil.run();
      await page.waitForSelector(marked('pause'));
      await page.click(marked('pause'));
      await page.waitForSelector(marked('resume'));
      await page.click(marked('step'));
      await shoot(page, 'step');
      await page.click(marked('bar-slow'));
      await page.click(marked('resume'));
      await page.click(marked('tab-recorder'));
      await page.waitForTimeout(7000);
      await shoot(page, 'recorder');

      const partner = await join_(1);
      await sitTogether(pupil, partner);
      await shoot(partner.page, 'together');
      const third = await join_(2, tablet);
      await third.target('pi');
      await third.page.click(marked('queue'));
      await third.page.waitForSelector(marked('turn-waiting'));
      await shoot(third.page, 'queue');

      await page.click(marked('work'));
      await page.waitForSelector('sb-history [data-test="version"]');
      await shoot(page, 'versions');
      await page.click(marked('work-code'));
      await shoot(page, 'come-back');
      await Promise.all([pupil, partner, third].map((one) => one.page.context().close()));
    } finally {
      await Promise.all(agents.map((agent) => agent.kill()));
      await server.kill('SIGTERM');
      await server.remove();
    }
  }
}

type Shoot = (page: Page, name: string) => Promise<void>;

async function atTheDoor(
  browser: Browser,
  address: string,
  language: 'de' | 'en',
  shoot: Shoot,
): Promise<void> {
  const { page } = await openPage(browser, { language, ...laptop });
  await page.goto(address);
  await page.waitForSelector(marked('join-nickname'));
  await shoot(page, 'join');
  await page.context().close();
}

/** Builds half of the circuit, and looks. */
async function wire(page: Page, shoot: Shoot): Promise<void> {
  await page.click(marked('bar-wiring'));
  for (let step = 0; step < 6; step += 1) await page.click(marked('build-done'));
  await shoot(page, 'wiring');
  await page.click(marked('bar-blocks'));
}

/** Saves the lesson's first blocks, so that the work has a history. */
async function beginWith(origin: string, pupil: PupilPage, starter: Blocks): Promise<void> {
  const seat = await openPupil(origin, await pupil.token());
  const { version } = seat.state.workspace;
  await seat.socket.emitWithAck('workspace:save', {
    base: version,
    blocks: starter,
    tab: 'first',
    force: true,
  });
  seat.socket.disconnect();
}

/** The second pupil knocks at the first one's seat, and is let in. */
async function sitTogether(host: PupilPage, guest: PupilPage): Promise<void> {
  await guest.page.click(marked('together'));
  await guest.page.locator(marked('seat')).first().click();
  await host.page.click(marked('knock-yes'));
  await guest.page.waitForSelector(marked('chip'));
}
