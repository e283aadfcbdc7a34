import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lesson, loadLessons } from '../../lessons/format/index.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { ourCatalog } from '../lessons/format/catalog.ts';
import { marked } from '../support/browser.ts';
import { joinAsPupil, type Pupil } from '../support/pupil.ts';
import { answerQuizzes, buildSolution, playAt, prepare } from './support/play.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

const { lessons } = loadLessons(ourCatalog);

/** How often a lesson is played at most. */
const mostRounds = 5;

let world: World;

beforeAll(async () => {
  world = await World.start(1);
});

afterAll(async () => {
  await world?.stop();
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_id, lesson) => {
  it('is played through on the virtual Pi and on an agent, from joining to all goals', async () => {
    const started = await world.room.teacher.call('startClass', {}, { lessonId: lesson.id, name: lesson.id });
    const others = await joinOthers(started, lesson);
    // There is one Pi, and who comes first gets it.
    const atPi = await PupilPage.join(world.browser, world.server.url, started.code);
    const atVirtualPi = await PupilPage.join(world.browser, world.server.url, started.code);
    await atVirtualPi.target('virtual');
    const pages = [atPi, atVirtualPi];
    await Promise.all(pages.map((pupil) => buildSolution(world.server.url, pupil, lesson)));
    // On a busy machine a hand may come late; then it is played again, as pupils would.
    for (let round = 0; round < mostRounds; round += 1) {
      const waiting = await Promise.all(pages.map((pupil) => goalsMissing(pupil, lesson)));
      if (!waiting.includes(true)) break;
      await Promise.all(pages.map((pupil) => prepare(pupil, lesson.check.play)));
      await Promise.all(pages.map((pupil) => startOf(pupil)));
      await Promise.all([
        ...pages.map((pupil) => playAt(pupil, lesson.check.play)),
        sendFromOthers(others, lesson),
      ]);
    }
    await Promise.all(pages.map((pupil) => expectAllDone(pupil, lesson)));
    await Promise.all(pages.map((pupil) => stopIfRunning(pupil)));

    expect(pages.flatMap(({ watched }) => watched.complaints)).toEqual([]);
    await Promise.all(pages.map(({ page }) => page.context().close()));
    for (const { socket } of others.values()) socket.disconnect();
    await world.room.teacher.call('endClass', { classId: started.id }, {});
  });
});

/** Whether the page has goals that are not reached yet. */
async function goalsMissing({ page }: PupilPage, { views }: Lesson): Promise<boolean> {
  const panel = page.locator('sb-steps');
  for (const [index, { goals }] of views.de.steps.entries()) {
    if (goals.length === 0) continue;
    await panel.locator('nav button').nth(index).click();
    const states = await panel
      .locator('[data-goal]')
      .evaluateAll((all) => all.map((one) => one.dataset.state));
    if (states.length !== goals.length || states.some((state) => state !== 'reached')) return true;
  }
  return false;
}

/** Runs the program; resolved when it has begun. */
async function startOf(pupil: PupilPage): Promise<void> {
  if ((await pupil.page.locator('[data-kind="start"]').count()) > 0) {
    await stopIfRunning(pupil);
    await pupil.page.waitForSelector('[data-kind="end"]');
  }
  await pupil.run();
  await pupil.page.waitForSelector('[data-kind="end"]', { state: 'detached' });
  await pupil.page.waitForSelector('[data-kind="start"]');
}

/** A short program may have come to its own end. */
async function stopIfRunning(pupil: PupilPage): Promise<void> {
  if ((await pupil.page.locator('[data-kind="end"]').count()) === 0) await pupil.stop();
}

/** The pupils of whom the lesson's play gets messages; they have no page. */
async function joinOthers(started: ClassView, { check }: Lesson): Promise<Map<string, Pupil>> {
  const names = [...new Set(check.play.messages.map(({ from }) => from))];
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await joinAsPupil(world.server.url, started.code, name)] as const),
    ),
  );
}

/** Sends what comes from other Pis to everybody, when the lesson's play says. */
async function sendFromOthers(others: Map<string, Pupil>, { check }: Lesson): Promise<void> {
  await Promise.all(
    check.play.messages.map(async ({ at, from, name, value }) => {
      await new Promise((resolve) => setTimeout(resolve, at * 1000));
      const answer = await others.get(from)?.socket.emitWithAck('peers:send', { to: 'all', name, value });
      expect(answer).toMatchObject({ ok: true });
    }),
  );
}

/** Each step shows its goals as reached; with its questions answered, it is done, and in the end the lesson is. */
async function expectAllDone(pupil: PupilPage, lesson: Lesson): Promise<void> {
  const panel = pupil.page.locator('sb-steps');
  const { steps } = lesson.views.de;
  for (const [index, step] of steps.entries()) {
    const dot = panel.locator('nav button').nth(index);
    await dot.click();
    for (const { id } of step.goals) {
      const goal = panel.locator(`[data-goal="${id}"]`);
      // What the page says of a goal that is not reached tells why.
      const told = async () => [await goal.getAttribute('data-state'), await goal.textContent()];
      await expect.poll(told, { timeout: 5000 }).toEqual(['reached', expect.anything()]);
    }
    await answerQuizzes(pupil, step);
    const next = panel.locator('footer .next');
    if (!(await dot.getAttribute('class'))?.includes('done')) await next.click();
    await panel.locator(`nav button:nth-child(${index + 1}).done`).waitFor({ timeout: 5000 });
  }
  await panel.locator(marked('lesson-done')).waitFor({ timeout: 5000 });
}
