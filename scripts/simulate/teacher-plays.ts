import { setTimeout as sleep } from 'node:timers/promises';
import type { LessonPlan } from './lesson.ts';
import { askedOfPi, type SimulatedPupil, unansweredByPi } from './pupil.ts';
import type { SimulatedTeacher } from './teacher.ts';

/** Does what teachers do, at the parts of the lesson where they do it. `at` gives the time of a part, by `performance.now()`. */
export async function playTeacher(
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  plan: LessonPlan,
  at: (part: number) => number,
): Promise<void> {
  const seatIds = () => [...teacher.seats.keys()];
  const acts: readonly (readonly [part: number, act: () => Promise<unknown>])[] = [
    [0.16, () => teacher.showPictures()],
    [0.22, () => teacher.ask('class:send', { to: 'all', what: { kind: 'step', step: 1 } })],
    [0.26, () => teacher.ask('class:note', { to: 'all', text: 'Noch zwanzig Minuten!' })],
    [0.32, () => lookUp(teacher, pupils)],
    [0.38, () => teacher.ask('class:hold', { what: 'eyes-up', action: 'off' })],
    [0.42, () => programsOff(teacher, pupils)],
    [0.5, () => teacher.ask('class:hold', { what: 'programs-off', action: 'off' })],
    [
      0.56,
      () =>
        teacher.ask('class:send', {
          to: seatIds().slice(0, 2),
          what: { kind: 'lesson', lessonId: plan.otherLessonId },
        }),
    ],
    [0.6, () => teacher.ask('class:send', { to: seatIds().slice(2, 4), what: { kind: 'starter' } })],
    [0.64, () => teacher.ask('class:note', { to: 'all', text: null })],
    [0.68, () => teacher.showPictures()],
    [0.72, () => stopAll(teacher, pupils)],
    [0.88, () => teacher.ask('seat:follow', { seatId: null })],
  ];
  let next = 0;
  // On a slow machine the lesson lasts longer; the teacher leaves nothing out.
  while (next < acts.length || performance.now() < at(0.9)) {
    for (let act = acts[next]; act && performance.now() >= at(act[0]); act = acts[next]) {
      next += 1;
      await act[1]();
    }
    await teacher.helpThoseWhoAsk();
    await teacher.giveBack();
    await sleep(Math.min(2000, plan.seconds * 10));
  }
}

async function lookUp(teacher: SimulatedTeacher, pupils: readonly SimulatedPupil[]): Promise<void> {
  const held = await teacher.ask('class:hold', { what: 'eyes-up', action: 'on' });
  const { ledger } = (pupils[0] as SimulatedPupil).world;
  ledger.expect((held?.eyesUpMs ?? 0) > 0, '“eyes up” did not count');
  await teacher.ask('class:hold', { what: 'eyes-up', action: 'longer' });
  ledger.tell('“eyes up”');
}

/** Nothing runs and nothing can be started, whatever pupils try. */
async function programsOff(teacher: SimulatedTeacher, pupils: readonly SimulatedPupil[]): Promise<void> {
  const { ledger } = (pupils[0] as SimulatedPupil).world;
  const held = await teacher.ask('class:hold', { what: 'programs-off', action: 'on' });
  ledger.expect((held?.programsOffMs ?? 0) > 0, '“programs off” did not count');
  for (const pupil of pupils.slice(0, 3)) {
    if (!pupil.state?.device) continue;
    const answer = await pupil.ask('program:run', { source: '' });
    if (answer?.ok) ledger.complain(`${pupil.nickname} started a program while programs were off`);
  }
  ledger.tell('“programs off”');
}

async function stopAll(teacher: SimulatedTeacher, pupils: readonly SimulatedPupil[]): Promise<void> {
  const { ledger } = (pupils[0] as SimulatedPupil).world;
  const stopped = await teacher.ask('class:stop-all', {});
  if (!stopped) return;
  ledger.count(askedOfPi, stopped.stopped + stopped.missing.length);
  ledger.count(unansweredByPi, stopped.missing.length);
}
