import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LessonProgress, teacherRequests } from '../../../server/live/contract/live.ts';
import { type Pupil, resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;
let page: Awaited<ReturnType<School['teacherPage']>>;
let classId: string;

beforeAll(async () => {
  school = await openSchool({ devices: 1 });
  classId = school.class.id;
  page = await school.teacherPage();
  await page.emitWithAck('class:watch', { classId });
});
afterAll(() => school.close());

type What = (typeof teacherRequests)['class:send']['request']['_zod']['output']['what'];

const send = async (to: 'all' | string[], what: What) =>
  resultOf(await page.emitWithAck('class:send', { classId, to, what })).seats;
const save = async ({ socket }: Pupil, base: number, text: string) =>
  socket.emitWithAck('workspace:save', { base, blocks: { text }, tab: 't' });
const blocksOf = async ({ socket }: Pupil, number: number) =>
  resultOf(await socket.emitWithAck('history:get', { number })).blocks;
const again = async ({ token }: Pupil) => (await school.openPage(token)).state;
const seatOf = ({ state }: Pupil) => state.seat.id;

const reached: LessonProgress = {
  lessonId: 'blink',
  step: 2,
  furthest: 2,
  goals: ['light'],
  quizzes: [],
  left: [0, 1],
  celebrated: [],
  finished: false,
};

describe('a lesson', () => {
  it('sent to one seat begins there anew, the work waits in the history, and the Pi is wired for it', async () => {
    const agent = await school.connectPi(1);
    const [fox, badger] = [await school.join('Fuchs'), await school.join('Dachs')];
    expect(fox.state.device?.id).toBe('pi-01');
    await save(fox, 0, 'my blinking');
    await fox.socket.emitWithAck('progress:save', reached);
    const running = heard(page, 'device:changed', ({ program }) => program.state === 'running');
    await agent.report({ state: 'running', runId: 'run-1-endless' });
    await running;

    const second = await school.openPage(fox.token);
    const told = [fox, second].map(({ socket }) => heard(socket, 'work:sent'));
    const states = [fox, second].map(({ socket }) => heard(socket, 'seat:state'));
    const shown = heard(page, 'seat:changed', ({ lessonId }) => lessonId === 'light-chain');
    const wired = agent.desired.length;
    expect(await send([seatOf(fox)], { kind: 'lesson', lessonId: 'light-chain' })).toBe(1);

    for (const sent of await Promise.all(told)) {
      expect(sent).toMatchObject({
        kind: 'lesson',
        lessonId: 'light-chain',
        setAside: 1,
        workspace: { version: 2, blocks: null, savedBy: null },
      });
    }
    for (const state of await Promise.all(states)) {
      expect(state).toMatchObject({
        seat: { lessonId: 'light-chain' },
        class: { lessonId: 'blink' },
        workspace: { version: 2, blocks: null },
        progress: null,
      });
    }
    expect(await shown).toMatchObject({ id: seatOf(fox), step: null, goals: [] });
    expect(agent.orders.some(({ action }) => action.type === 'stop')).toBe(true);
    await expect.poll(() => agent.desired.length, { timeout: 15_000 }).toBeGreaterThan(wired);
    expect(await blocksOf(fox, 1)).toEqual({ text: 'my blinking' });
    expect((await again(badger)).seat.lessonId).toBe('blink');

    // Back in the first lesson the seat is where it was, and begins with its blocks anew.
    await send([seatOf(fox)], { kind: 'lesson', lessonId: 'blink' });
    expect(await again(fox)).toMatchObject({ seat: { lessonId: 'blink' }, progress: reached });
  });

  it('sent to all is the class’s lesson, for those who come later, too; who is in it keeps their work', async () => {
    const [owl, lynx] = [await school.join('Eule'), await school.join('Luchs')];
    await save(owl, 0, 'of the owl');
    await save(lynx, 0, 'of the lynx');
    await send([seatOf(lynx)], { kind: 'lesson', lessonId: 'traffic-light' });
    await save(lynx, 2, 'the lynx’s traffic light');
    const changed = heard(owl.socket, 'class:changed');
    await send('all', { kind: 'lesson', lessonId: 'traffic-light' });
    expect((await changed).lessonId).toBe('traffic-light');
    expect(await again(owl)).toMatchObject({
      seat: { lessonId: 'traffic-light' },
      workspace: { blocks: null },
    });
    expect((await again(lynx)).workspace.blocks).toEqual({ text: 'the lynx’s traffic light' });
    expect((await school.join('Wolf')).state.seat.lessonId).toBe('traffic-light');
    await send('all', { kind: 'lesson', lessonId: 'blink' });
  });

  it('is not overwritten by a page that still has the one before', async () => {
    const otter = await school.join('Otter');
    await save(otter, 0, 'first');
    await send([seatOf(otter)], { kind: 'lesson', lessonId: 'traffic-light' });
    expect(await refusalOf(save(otter, 1, 'late'))).toBe('workspace-conflict');
    await otter.socket.emitWithAck('progress:save', reached);
    expect(await again(otter)).toMatchObject({ workspace: { blocks: null }, progress: null });
    expect(await blocksOf(otter, 2)).toEqual({ text: 'late' });
  });

  it('that was sent is there after the server was restarted', async () => {
    const seal = await school.join('Robbe');
    await save(seal, 0, 'first');
    await send([seatOf(seal)], { kind: 'lesson', lessonId: 'traffic-light' });
    await school.restart();
    page = await school.teacherPage();
    await page.emitWithAck('class:watch', { classId });
    expect(await again(seal)).toMatchObject({
      seat: { lessonId: 'traffic-light' },
      workspace: { version: 2, blocks: null },
    });
  });

  it('that nobody knows is refused', async () => {
    const what: What = { kind: 'lesson', lessonId: 'no-such-lesson' };
    expect(await refusalOf(page.emitWithAck('class:send', { classId, to: 'all', what }))).toBe(
      'lesson-unknown',
    );
  });
});

describe('the starter', () => {
  it('takes the place of the work, which waits in the history', async () => {
    const elk = await school.join('Elch');
    await save(elk, 0, 'first');
    await save(elk, 1, 'second');
    const told = heard(elk.socket, 'work:sent');
    await send([seatOf(elk)], { kind: 'starter' });
    expect(await told).toMatchObject({
      kind: 'starter',
      setAside: 2,
      workspace: { version: 3, blocks: null },
    });
    expect(await blocksOf(elk, 2)).toEqual({ text: 'second' });
    expect(await save(elk, 3, 'anew')).toMatchObject({ ok: true, result: { version: 4 } });
  });

  it('leaves a seat as it is that has built nothing', async () => {
    const bear = await school.join('Bär');
    const told = heard(bear.socket, 'work:sent');
    await send([seatOf(bear)], { kind: 'starter' });
    expect(await told).toMatchObject({ setAside: null, workspace: { version: 0, blocks: null } });
  });
});

describe('a step', () => {
  it('opens for all, and stays open against a page that has not heard of it', async () => {
    const hare = await school.join('Hase');
    await hare.socket.emitWithAck('progress:save', { ...reached, step: 0, furthest: 0 });
    const [told, moved] = [heard(hare.socket, 'work:sent'), heard(hare.socket, 'progress:changed')];
    const shown = heard(page, 'seat:changed', ({ id, step }) => id === seatOf(hare) && step === 2);
    await send([seatOf(hare)], { kind: 'step', step: 2 });
    expect(await told).toEqual({ kind: 'step', step: 2 });
    expect(await moved).toMatchObject({ step: 2, furthest: 2, goals: ['light'], sent: 1 });
    await shown;
    await hare.socket.emitWithAck('progress:save', { ...reached, step: 1, goals: ['sound'] });
    expect((await again(hare)).progress).toMatchObject({ step: 2, goals: ['light', 'sound'] });
    // Who has heard of it goes where they like, but cannot claim to have heard of more.
    await hare.socket.emitWithAck('progress:save', { ...reached, step: 1, sent: 9 });
    expect((await again(hare)).progress).toMatchObject({ step: 1, sent: 1 });
  });

  it('waits for a seat that has not begun', async () => {
    const hedgehog = await school.join('Igel');
    hedgehog.socket.disconnect();
    await send([seatOf(hedgehog)], { kind: 'step', step: 1 });
    expect((await again(hedgehog)).progress).toMatchObject({ lessonId: 'blink', step: 1, furthest: 1 });
  });

  it('that the lesson does not have is refused', async () => {
    const mouse = await school.join('Maus');
    const to = [seatOf(mouse)];
    expect(
      await refusalOf(page.emitWithAck('class:send', { classId, to, what: { kind: 'step', step: 99 } })),
    ).toBe('step-unknown');
  });

  it('that all were sent opens for who comes later, too, until the class gets another lesson', async () => {
    await send('all', { kind: 'step', step: 2 });
    const mole = await school.join('Maulwurf');
    await expect
      .poll(async () => (await again(mole)).progress, { timeout: 15_000 })
      .toMatchObject({ lessonId: 'blink', step: 2, furthest: 2 });
    await send('all', { kind: 'lesson', lessonId: 'light-chain' });
    await send('all', { kind: 'lesson', lessonId: 'blink' });
    const stork = await school.join('Storch');
    // Whoever comes is seen to at once; what a seat is sent after it, has it.
    await send([seatOf(stork)], { kind: 'step', step: 0 });
    expect((await again(stork)).progress).toMatchObject({ step: 0, furthest: 0, sent: 1 });
  });
});
