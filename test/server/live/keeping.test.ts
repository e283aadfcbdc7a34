import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LessonProgress } from '../../../server/live/contract/live.ts';
import { resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 0 });
});
afterAll(() => school.close());

describe('the versions of a pupil’s work', () => {
  it('can be listed and fetched, the other side of a conflict too', async () => {
    const { socket } = await school.join('Fuchs');
    const save = (base: number, text: string, tab: string) =>
      socket.emitWithAck('workspace:save', { base, blocks: { text }, tab });
    await save(0, 'first', 'tab-1');
    await save(1, 'second', 'tab-1');
    await save(0, 'of another tab', 'tab-2');
    const { versions } = resultOf(await socket.emitWithAck('history:list', {}));
    expect(versions.map(({ kind, current }) => [kind, current])).toEqual([
      ['rejected', false],
      ['saved', true],
      ['saved', false],
    ]);
    const texts = [];
    for (const { number } of versions) {
      texts.push(resultOf(await socket.emitWithAck('history:get', { number })).blocks);
    }
    expect(texts).toEqual([{ text: 'of another tab' }, { text: 'second' }, { text: 'first' }]);
  });

  it('are nobody else’s', async () => {
    const [one, other] = [await school.join('Dachs'), await school.join('Igel')];
    await one.socket.emitWithAck('workspace:save', { base: 0, blocks: { a: 1 }, tab: 't' });
    expect(resultOf(await other.socket.emitWithAck('history:list', {})).versions).toEqual([]);
    expect(await refusalOf(other.socket.emitWithAck('history:get', { number: 1 }))).toBe('version-unknown');
  });
});

describe('a pupil’s progress', () => {
  const told: LessonProgress = {
    lessonId: 'blink',
    step: 1,
    furthest: 2,
    goals: ['light'],
    quizzes: [],
    left: [0],
    celebrated: [],
    finished: false,
  };

  it('is there on another computer, and comes to a page that is open', async () => {
    const { socket, token, state } = await school.join('Eule');
    expect(state.progress).toBeNull();
    const open = await school.openPage(token);
    const news = heard(open.socket, 'progress:changed');
    expect(await socket.emitWithAck('progress:save', told)).toEqual({ ok: true, result: {} });
    expect(await news).toEqual(told);
    const less = { ...told, step: 0, goals: [], left: [] };
    await socket.emitWithAck('progress:save', less);
    expect((await school.openPage(token)).state.progress).toEqual({ ...told, step: 0 });
  });

  it('is not pushed out by a page that is still in another lesson', async () => {
    const { socket, token } = await school.join('Luchs');
    await socket.emitWithAck('progress:save', told);
    const other = { ...told, lessonId: 'traffic-light', goals: [], furthest: 0 };
    expect(await socket.emitWithAck('progress:save', other)).toEqual({ ok: true, result: {} });
    expect((await school.openPage(token)).state.progress).toEqual(told);
  });

  it.each([
    ['a step that is none', { ...told, step: -1 }],
    ['a flood of goals', { ...told, goals: Array.from({ length: 1000 }, (_, at) => `goal ${at}`) }],
  ])('with %s is refused', async (_, progress) => {
    const { socket } = await school.join(`Wiesel ${progress.step + 2}`);
    expect(await refusalOf(socket.emitWithAck('progress:save', progress))).toBe('request-invalid');
  });
});
