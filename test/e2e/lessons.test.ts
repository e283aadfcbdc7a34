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
    await Promise.all(pages.map((pupil) => prepare(pupil, lesson.check.play)));
    await Promise.all(pages.map((pupil) => pupil.run()));
    await Promise.all(pages.map((pupil) => pupil.page.waitForSelector('[data-kind="start"]')));
    await Promise.all([
      ...pages.map((pupil) => playAt(pupil, lesson.check.play)),
      sendFromOthers(others, lesson),
    ]);
    await Promise.all(pages.map((pupil) => expectAllDone(pupil, lesson)));
    await Promise.all(pages.map((pupil) => pupil.stop().catch(() => undefined)));

    expect(pages.flatMap(({ watched }) => watched.complaints)).toEqual([]);
    await Promise.all(pages.map(({ page }) => page.context().close()));
    for (const { socket } of others.values()) socket.disconnect();
    await world.room.teacher.call('endClass', { classId: started.id }, {});
  });
});

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
      await panel.locator(`[data-goal="${id}"][data-state="reached"]`).waitFor({ timeout: 5000 });
    }
    await answerQuizzes(pupil, step);
    const next = panel.locator('footer .next');
    if (!(await dot.getAttribute('class'))?.includes('done')) await next.click();
    await panel.locator(`nav button:nth-child(${index + 1}).done`).waitFor({ timeout: 5000 });
  }
  await panel.locator(marked('lesson-done')).waitFor({ timeout: 5000 });
}
