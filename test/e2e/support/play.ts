import type { Locator } from 'playwright-core';
import type { LessonCheck } from '../../../lessons/format/check-schema.ts';
import type { Lesson } from '../../../lessons/format/index.ts';
import type { LessonStep } from '../../../lessons/format/lesson-view.ts';
import { openPupil } from '../../support/pupil.ts';
import type { PupilPage } from './pupil-page.ts';

type Hand = LessonCheck['play']['hands'][number];

/** Gives a page the lesson's solution, as if it had been built there in another tab. */
export async function buildSolution(origin: string, pupil: PupilPage, lesson: Lesson): Promise<void> {
  const seat = await openPupil(origin, await pupil.token());
  await seat.socket.emitWithAck('workspace:save', {
    base: seat.state.workspace.version,
    blocks: lesson.solution,
    tab: 'another-tab',
    force: true,
  });
  seat.socket.disconnect();
  const wanted = JSON.stringify(lesson.solution).match(/"type":"(?!math_number|text"|steckbrett_colour")/g);
  await pupil.page.waitForFunction(
    (count) => document.querySelectorAll('sb-blocks .blocklyBlockCanvas .blocklyDraggable').length >= count,
    wanted?.length ?? 0,
  );
}

/** Does at a page what the lesson's `play` says, from the start of a program on: hands on the board, keys on the pad. */
export async function playAt(pupil: PupilPage, { hands, keys, seconds }: LessonCheck['play']): Promise<void> {
  const started = performance.now();
  const until = (at: number) =>
    pupil.page.waitForTimeout(Math.max(0, at * 1000 - (performance.now() - started)));
  const doings = [
    ...hands
      .filter(({ at, value }) => at > 0 || value === undefined)
      .map((hand) => ({ at: hand.at, act: () => workHand(pupil, hand) })),
    ...keys.map(({ at, key }) => ({
      at,
      act: () => pupil.page.locator(`sb-key-pad [data-key="${key}"]`).click(),
    })),
  ].toSorted((a, b) => a.at - b.at);
  for (const { at, act } of doings) {
    await until(at);
    await act();
  }
  await until(seconds);
}

/** What has to be so before the program begins: a sensor's first value. */
export async function prepare(pupil: PupilPage, { hands }: LessonCheck['play']): Promise<void> {
  for (const hand of hands.filter(({ at, value }) => at === 0 && value !== undefined))
    await workHand(pupil, hand);
}

/** Works an input of a part as a hand would: its control below the board, or the part itself by the keyboard. */
async function workHand({ page }: PupilPage, { part, input, value }: Hand): Promise<void> {
  const control = page.locator(`sb-hands [data-hands="${part}"] [data-input="${input}"]`);
  if (value !== undefined) return move(control, value);
  if ((await control.count()) > 0) return control.click();
  if (input === 'press') {
    await page.locator(`sb-board .part.can[data-part="${part}"]`).focus();
    await page.keyboard.down('Space');
  } else {
    await page.keyboard.up('Space');
  }
}

/** Drags a slider to a value. */
function move(slider: Locator, value: number): Promise<void> {
  return slider.evaluate((element, to) => {
    (element as HTMLInputElement).valueAsNumber = to;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Answers each question of the step that is open, rightly; those of its hint, too. */
export async function answerQuizzes({ page }: PupilPage, { caption, hint }: LessonStep): Promise<void> {
  const inHint = hint.some(({ kind }) => kind === 'quiz');
  if (inHint) await page.locator('sb-steps .hint-button').click();
  const quizzes = [...caption, ...hint].flatMap((piece) => (piece.kind === 'quiz' ? [piece.quiz] : []));
  for (const [index, { answers }] of quizzes.entries()) {
    const quiz = page.locator('sb-steps sb-quiz').nth(index);
    for (const [place, { right }] of answers.entries()) {
      if (right) await quiz.locator('input').nth(place).check();
    }
    await quiz.locator('button[type="submit"]').click();
  }
}
