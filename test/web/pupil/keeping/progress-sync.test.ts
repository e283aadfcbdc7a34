import { describe, expect, it } from 'vitest';
import type { LessonProgress } from '../../../../server/live/contract/live.ts';
import { ProgressSync, progressPause } from '../../../../web/pupil/keeping/progress-sync.ts';

const nothing: LessonProgress = {
  lessonId: 'blink',
  step: 0,
  furthest: 0,
  goals: [],
  quizzes: [],
  left: [],
  celebrated: [],
  finished: false,
};

/** A page with its progress, a server that can be away, and a clock that is wound by hand. */
function page(own: LessonProgress) {
  const sent: LessonProgress[] = [];
  const waiting = new Set<{ ms: number; callback: () => void }>();
  const desk = { own, away: false, sent };
  const sync = new ProgressSync({
    own: () => desk.own,
    took: (progress) => {
      desk.own = progress;
    },
    async send(progress) {
      if (desk.away) throw new Error('away');
      sent.push(progress);
    },
    clock: {
      now: () => 0,
      after(ms, callback) {
        const timer = { ms, callback };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
  });
  /** Lets the pause pass that is waited for; gives its length, or nothing. */
  async function pass(): Promise<number | undefined> {
    const [timer] = waiting;
    if (!timer) return undefined;
    waiting.delete(timer);
    timer.callback();
    await new Promise((done) => setImmediate(done));
    return timer.ms;
  }
  return { desk, sync, pass };
}

describe('progress on the server', () => {
  it('is taken over on another computer, with the step that was open', () => {
    const { desk, sync } = page(nothing);
    sync.hear({ ...nothing, step: 2, furthest: 3, goals: ['light'] }, true);
    expect(desk.own).toMatchObject({ step: 2, furthest: 3, goals: ['light'] });
  });

  it('leaves the open step of a page in use alone', () => {
    const { desk, sync } = page({ ...nothing, step: 1, furthest: 1 });
    sync.hear({ ...nothing, step: 3, furthest: 3, goals: ['light'] }, false);
    expect(desk.own).toMatchObject({ step: 1, furthest: 3, goals: ['light'] });
  });

  it('is told what this page has more, once', async () => {
    const { desk, sync, pass } = page({ ...nothing, goals: ['sound'] });
    sync.hear({ ...nothing, goals: ['light'] }, false);
    expect(await pass()).toBe(progressPause.quiet);
    expect(desk.sent).toMatchObject([{ goals: ['light', 'sound'] }]);
    expect(await pass()).toBeUndefined();
  });

  it('is told again later when it did not arrive', async () => {
    const { desk, sync, pass } = page(nothing);
    sync.hear(null, true);
    desk.away = true;
    desk.own = { ...nothing, goals: ['light'] };
    sync.changed();
    await pass();
    desk.away = false;
    expect(await pass()).toBe(progressPause.failed);
    expect(desk.sent).toMatchObject([{ goals: ['light'] }]);
  });

  it('counts for nothing when it is of another lesson', () => {
    const { desk, sync } = page(nothing);
    sync.hear({ ...nothing, lessonId: 'alarm', goals: ['siren'] }, true);
    expect(desk.own).toEqual(nothing);
  });
});
