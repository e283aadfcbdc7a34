import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Lesson, loadLessons } from '../lessons/format/index.ts';
import type { Blocks } from '../server/live/contract/live.ts';
import { PupilPage } from '../test/e2e/support/pupil-page.ts';
import { TeacherPage } from '../test/e2e/support/teacher-page.ts';
import { marked, openPage } from '../test/support/browser.ts';
import { type Classroom, setUpClassroom, startAgents, teacher } from '../test/support/classroom.ts';
import { joinAsPupil, openPupil, type Pupil } from '../test/support/pupil.ts';
import { spawnServer } from '../test/support/server.ts';

const laptop = { width: 1280, height: 800 };
const wall = { width: 1920, height: 1080 };
const catalog = join(import.meta.dirname, '../lessons/catalog');
type Language = 'de' | 'en';

/** What pupils call themselves in the pictures; the first two have a page. */
const names = {
  de: 'Flinker Fuchs,Kluge Eule,Netter Otter,Leiser Luchs,Frecher Dachs,Wilde Biene,Ruhiger Reiher,Bunter Specht,Schneller Hase,Stolzer Rabe,Kleine Maus,Starker Bär',
  en: 'Quick Fox,Clever Owl,Kind Otter,Quiet Lynx,Bold Badger,Busy Bee,Calm Heron,Bright Robin,Fast Hare,Proud Raven,Little Mouse,Strong Bear',
} as const;

/**
 * The pictures of a teacher's first lesson in `docs/tour.md`: twelve pupils, two of them with a page of their own, and
 * three Pis whose boards are simulated; in both languages.
 *
 * @param folder where the pictures go, in its folder `class`.
 */
export async function photographClass(browser: Browser, folder: string): Promise<void> {
  const images = join(folder, 'class');
  mkdirSync(images, { recursive: true });
  const lesson = loadLessons(catalog).lessons.find(({ id }) => id === 'traffic-light');
  if (!lesson) throw new Error('there is no lesson “traffic-light”');
  for (const language of ['de', 'en'] as const) {
    const server = await spawnServer({
      environment: { LOG_LEVEL: 'error', PUBLIC_URL: 'http://steckbrett.local' },
    });
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', {
      devices: 3,
      lessonId: lesson.id,
      className: '7b',
    });
    const agents = await startAgents(room.configs, server.mqttPort, room.staff);
    const shoot = async (page: Page, name: string) => {
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(images, `${name}-${language}.png`) });
      console.log(`docs/images/class/${name}-${language}.png`);
    };
    try {
      await lead({ browser, origin: server.url, room, lesson, language, shoot });
    } finally {
      await Promise.all(agents.map((agent) => agent.kill()));
      await server.kill('SIGTERM');
      await server.remove();
    }
  }
}

interface Scene {
  readonly browser: Browser;
  readonly origin: string;
  readonly room: Classroom;
  readonly lesson: Lesson;
  readonly language: Language;
  readonly shoot: (page: Page, name: string) => Promise<void>;
}

/** Leads a class through a lesson, and photographs it. */
async function lead({ browser, origin, room, lesson, language, shoot }: Scene): Promise<void> {
  const { code, id } = room.class;
  const visit = async (path: string, name: string, size = laptop) => {
    const { page } = await openPage(browser, { language, ...size });
    await page.goto(`${origin}${path}`);
    await page.waitForLoadState('networkidle');
    await shoot(page, name);
    await page.context().close();
  };
  const adult = await TeacherPage.signIn(browser, origin, teacher, { language, ...laptop });
  const { page } = adult;
  await page.waitForSelector(marked('class-start'));
  await shoot(page, 'start');
  await adult.openClass('7b');

  const [foxName = '', owlName = '', ...others] = names[language].split(',');
  const fox = await PupilPage.join(browser, origin, code, { language, nickname: foxName, ...laptop });
  await fox.page.waitForSelector(marked('my-pi'));
  await shoot(fox.page, 'my-pi');
  await fox.page.click(marked('my-pi-yes'));
  const owl = await PupilPage.join(browser, origin, code, { language, nickname: owlName, ...laptop });
  const pupils: Pupil[] = [];
  for (const nickname of others) pupils.push(await joinAsPupil(origin, code, nickname));
  await build(origin, { fox, owl, pupils }, lesson, language);

  const [projector] = await Promise.all([
    page.context().waitForEvent('page'),
    page.click(marked('projector')),
  ]);
  await projector.setViewportSize(wall);
  await projector.waitForSelector(marked('projector-code'));
  await shoot(projector, 'projector');
  await projector.close();

  await page.waitForSelector(marked('seat-card'));
  await page.waitForTimeout(6000);
  await shoot(page, 'live');
  await page.locator(`${marked('seat-card')}[data-nickname="${foxName}"] ${marked('seat-look')}`).click();
  await fox.page.click(marked('looking-yes'));
  await page.waitForTimeout(2500);
  await shoot(page, 'follow');
  await page.click(marked('follow-close'));
  await page.waitForTimeout(2000);

  await page.click(marked('send'));
  await page.waitForSelector('sb-class-actions dialog[open]');
  await shoot(page, 'send');
  await page.keyboard.press('Escape');
  await page.click(`sb-class-actions ${marked('eyes-up')}`);
  await owl.page.waitForSelector(marked('eyes-up'));
  await shoot(owl.page, 'eyes-up');
  await page.click(`sb-class-actions ${marked('eyes-up')}`);

  await page.click(marked('room-collect'));
  await page.waitForSelector(marked('work-card'));
  await page.waitForTimeout(1500);
  const card = page.locator(marked('work-card'), { hasText: owlName });
  await card.locator(marked('work-comment')).fill(words[language]);
  await card.locator(marked('badge-idea')).click();
  await page.evaluate(() => scrollTo(0, 290));
  await shoot(page, 'collect');
  await card.locator(marked('work-return')).click();
  await owl.page.waitForSelector(marked('feedback'));
  await shoot(owl.page, 'badge');
  await page.click(marked('room-goals'));
  await page.waitForSelector(marked('matrix'));
  await shoot(page, 'goals');

  await page.click(marked('room-live'));
  await page.click(marked('end-class'));
  await page.waitForSelector(marked('end-class-confirm'));
  await shoot(page, 'end');
  await visit(`/privacy?class=${code}`, 'privacy');
  await visit('/network', 'network');
  for (const pupil of pupils) pupil.socket.disconnect();
  await Promise.all([page, fox.page, owl.page].map((one) => one.context().close()));
  await room.teacher.call('endClass', { classId: id }, {});
}

const words = {
  de: 'Die Gelbphase ist eine tolle Idee. Probiere noch, wie lange Rot dauern muss.',
  en: 'The amber phase is a great idea. Try how long red has to last.',
} as const;

/** Each pupil has come as far as their place in the list allows. */
async function build(
  origin: string,
  { fox, owl, pupils }: { fox: PupilPage; owl: PupilPage; pupils: readonly Pupil[] },
  lesson: Lesson,
  language: Language,
): Promise<void> {
  const { starter, steps } = lesson.views[language];
  const { solution } = lesson.notes[language];
  const goals = steps.flatMap((step) => step.goals.map((goal) => goal.id));
  const seats = [await twin(origin, fox), await twin(origin, owl), ...pupils];
  for (const [index, seat] of seats.entries()) {
    const far = index < 2 ? 1 : ((index * 5) % 7) / 6;
    await save(seat, far > 0.4 ? (solution as Blocks) : (starter as Blocks));
    const step = Math.min(steps.length - 1, Math.floor(far * steps.length));
    await seat.socket.emitWithAck('progress:save', {
      lessonId: lesson.id,
      step,
      furthest: step,
      goals: goals.slice(0, Math.round(far * goals.length)),
      quizzes: [],
      left: [],
      celebrated: [],
      finished: false,
    });
    if (index % 3 === 0) await seat.socket.emitWithAck('virtual:state', { state: 'running', error: null });
  }
  await pupils[4]?.socket.emitWithAck('hand:raise', { raised: true });
  await pupils[1]?.socket.emitWithAck('virtual:state', { state: 'idle', error: mistake });
  for (const index of [2, 5]) await pupils[index]?.socket.emitWithAck('work:hand-in', {});
  await owl.page.waitForTimeout(1000);
  await owl.page.click(`sb-hand-in ${marked('hand-in')}`);
  await owl.page.click(marked('hand-in-now'));
  await fox.run();
}

const mistake = {
  code: 'value-not-a-number',
  message: {
    de: 'Hier fehlt eine Zahl: „warte … Sekunden“.',
    en: 'A number is missing here: “wait … seconds”.',
  },
};

/** A second connection of a page's pupil. */
async function twin(origin: string, pupil: PupilPage): Promise<Pupil> {
  return openPupil(origin, await pupil.token());
}

async function save({ socket, state }: Pupil, blocks: Blocks): Promise<void> {
  await socket.emitWithAck('workspace:save', {
    base: state.workspace.version,
    blocks,
    tab: 'pictures',
    force: true,
  });
}
