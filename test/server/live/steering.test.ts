import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassNote } from '../../../server/live/contract/live.ts';
import { type Pupil, resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;
let page: Awaited<ReturnType<School['teacherPage']>>;
let classId: string;

beforeAll(async () => {
  school = await openSchool({ devices: 3 });
  classId = school.class.id;
  page = await school.teacherPage();
  await page.emitWithAck('class:watch', { classId });
});
afterAll(() => school.close());

type What = 'eyes-up' | 'programs-off';
const hold = async (what: What, action: 'on' | 'off' | 'longer') =>
  resultOf(await page.emitWithAck('class:hold', { classId, what, action }));
const run = ({ socket }: Pupil) => socket.emitWithAck('program:run', { source: 'x' });

describe('a class that is held', () => {
  it('is told of it, also who comes later, and runs no program meanwhile', async () => {
    await school.connectPi(1);
    const fox = await school.join('Fuchs');
    for (const [what, code] of [
      ['eyes-up', 'eyes-up'],
      ['programs-off', 'programs-off'],
    ] as const) {
      const [told, shown] = [heard(fox.socket, 'steering:changed'), heard(page, 'steering:changed')];
      const held = await hold(what, 'on');
      const left = what === 'eyes-up' ? held.eyesUpMs : held.programsOffMs;
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(5 * 60_000);
      expect(await told).toEqual(await shown);
      const later = (await school.openPage(fox.token)).state.steering;
      expect(later.eyesUpMs !== null).toBe(what === 'eyes-up');
      expect(await refusalOf(run(fox))).toBe(code);
      expect(await fox.socket.emitWithAck('program:stop', {})).toMatchObject({ ok: true });
      const longer = await hold(what, 'longer');
      expect((what === 'eyes-up' ? longer.eyesUpMs : longer.programsOffMs) ?? 0).toBeGreaterThan(left ?? 0);
      await hold(what, 'off');
      expect(await run(fox)).toMatchObject({ ok: true });
    }
  });

  it('keeps what is built meanwhile', async () => {
    const badger = await school.join('Dachs');
    await hold('eyes-up', 'on');
    const saved = await badger.socket.emitWithAck('workspace:save', { base: 0, blocks: { a: 1 }, tab: 't' });
    expect(saved).toMatchObject({ ok: true, result: { version: 1 } });
    await hold('eyes-up', 'off');
  });

  it('has its programs stopped, too, when “longer” comes just after the end', async () => {
    const { socket } = await school.join('Reh');
    const stopped = heard(socket, 'class:stop-all');
    await hold('programs-off', 'longer');
    await stopped;
    await hold('programs-off', 'off');
  });

  it('has its programs stopped with “programs off”, and a Pi that comes back stops too', async () => {
    const agent = await school.connectPi(2);
    const hedgehog = await school.join('Igel');
    expect(hedgehog.state.device?.id).toBe('pi-02');
    const runs = heard(
      page,
      'device:changed',
      ({ id, program }) => id === 'pi-02' && program.state === 'running',
    );
    await agent.report({ state: 'running', runId: 'run-2-endless' });
    await runs;
    const virtual = heard(hedgehog.socket, 'class:stop-all');
    await hold('programs-off', 'on');
    await virtual;
    expect(agent.orders.at(-1)?.action).toEqual({ type: 'stop' });

    const away = heard(page, 'device:changed', ({ id, online }) => id === 'pi-02' && !online);
    agent.vanish();
    await away;
    const back = await school.connectPi(2, { nonce: 'nonce-of-the-next-start' });
    await back.report({ state: 'running', runId: 'run-2-again-endless' });
    await expect
      .poll(() => back.orders.at(-1)?.action, { timeout: 15_000 })
      .toEqual({ type: 'stop', runId: 'run-2-again-endless' });
    await back.report({ state: 'idle' });
    await hold('programs-off', 'off');
  });
});

describe('stop all', () => {
  it('reaches a Pi that was away when it is back, unless something was started there since', async () => {
    const agent = await school.connectPi(3);
    const owl = await school.join('Eule');
    expect(owl.state.device?.id).toBe('pi-03');
    const online = (is: boolean) =>
      heard(page, 'device:changed', (device) => device.id === 'pi-03' && device.online === is);
    const runs = heard(
      page,
      'device:changed',
      ({ id, program }) => id === 'pi-03' && program.state === 'running',
    );
    await agent.report({ state: 'running', runId: 'run-3-endless' });
    await runs;
    const away = online(false);
    agent.vanish();
    await away;
    const answer = resultOf(await page.emitWithAck('class:stop-all', { classId }));
    expect(answer.missing).toContain('pi-03');

    const back = await school.connectPi(3, { nonce: 'nonce-of-the-next-start' });
    await back.report({ state: 'running', runId: 'run-3-endless' });
    await expect
      .poll(() => back.orders.at(-1)?.action, { timeout: 15_000 })
      .toEqual({ type: 'stop', runId: 'run-3-endless' });
    await back.report({ state: 'idle' });

    const { runId } = resultOf(await run(owl));
    const runsAgain = heard(
      page,
      'device:changed',
      ({ id, program }) => id === 'pi-03' && program.state === 'running' && program.runId === runId,
    );
    await back.report({ state: 'running', runId });
    await runsAgain;
    // An order of later would come after a stop that should not have been given.
    await owl.socket.emitWithAck('program:control', { control: { type: 'pause' } });
    expect(back.orders.slice(-2).map(({ action }) => action.type)).toEqual(['run', 'control']);
  });
});

describe('a note', () => {
  it('comes to all, stays for who comes later, and is withdrawn', async () => {
    const wolf = await school.join('Wolf');
    const told = heard(wolf.socket, 'note:changed');
    const answer = await page.emitWithAck('class:note', { classId, to: 'all', text: ' Noch 5 Minuten ' });
    expect(resultOf(answer).seats).toBeGreaterThan(0);
    expect((await told)?.text).toBe('Noch 5 Minuten');
    expect((await school.join('Hase')).state.note?.text).toBe('Noch 5 Minuten');
    const withdrawn = heard(wolf.socket, 'note:changed');
    await page.emitWithAck('class:note', { classId, to: 'all', text: null });
    expect(await withdrawn).toBeNull();
    expect((await school.openPage(wolf.token)).state.note).toBeNull();
  });

  it('comes only to those whom it is meant for, each time as a new one, and the teacher sees it', async () => {
    const [otter, lynx] = [await school.join('Otter'), await school.join('Luchs')];
    const notes: (ClassNote | null)[] = [];
    lynx.socket.on('note:changed', (note) => notes.push(note));
    const to = [otter.state.seat.id, 'no-such-seat'];
    const seen = heard(page, 'seat:changed', ({ id, note }) => id === to[0] && note !== undefined);
    const ids = [];
    for (const _ of [1, 2]) {
      const told = heard(otter.socket, 'note:changed');
      expect(resultOf(await page.emitWithAck('class:note', { classId, to, text: 'Komm zu mir' })).seats).toBe(
        1,
      );
      ids.push((await told)?.id);
    }
    expect(new Set(ids).size).toBe(2);
    expect((await seen).note?.text).toBe('Komm zu mir');
    expect((await school.openPage(lynx.token)).state.note).toBeNull();
    expect(notes).toEqual([]);
  });

  it.each([
    ['without words', ' '],
    ['that is too long', 'x'.repeat(281)],
  ])('%s is refused', async (_, text) => {
    expect(await refusalOf(page.emitWithAck('class:note', { classId, to: 'all', text }))).toBe(
      'request-invalid',
    );
  });
});

describe('raised hands', () => {
  it('stand in the order of raising, and who raises one lets the teacher look', async () => {
    const [elk, bear, seal] = [
      await school.join('Elch'),
      await school.join('Bär'),
      await school.join('Robbe'),
    ];
    const place = async ({ token }: Pupil) => (await school.openPage(token)).state.hand.place;
    for (const { socket } of [bear, elk, seal]) await socket.emitWithAck('hand:raise', { raised: true });
    await elk.socket.emitWithAck('hand:raise', { raised: true });
    expect([await place(bear), await place(elk), await place(seal)]).toEqual([1, 2, 3]);
    const seat = resultOf(await page.emitWithAck('class:watch', { classId })).seats.find(
      ({ id }) => id === elk.state.seat.id,
    );
    expect(seat).toMatchObject({ handPlace: 2, consent: 'given' });

    const told = heard(seal.socket, 'hand:changed');
    const moved = heard(
      page,
      'seat:changed',
      ({ id, handPlace }) => id === seal.state.seat.id && handPlace === 2,
    );
    await page.emitWithAck('hand:lower', { classId, seatId: bear.state.seat.id });
    expect([await told, (await moved).handPlace]).toEqual([{ place: 2 }, 2]);
    await elk.socket.emitWithAck('hand:raise', { raised: false });
    expect([await place(bear), await place(elk), await place(seal)]).toEqual([null, null, 1]);
  });

  it('go down with who is taken out of the class', async () => {
    const [boar, stork] = [await school.join('Eber'), await school.join('Storch')];
    for (const { socket } of [boar, stork]) await socket.emitWithAck('hand:raise', { raised: true });
    const before = (await school.openPage(stork.token)).state.hand.place ?? 0;
    const told = heard(stork.socket, 'hand:changed');
    await school.teacher.call('removePupil', { pupilId: boar.state.pupil.id }, {});
    expect(await told).toEqual({ place: before - 1 });
  });
});

describe('another teacher’s class', () => {
  it.each([
    ['class:hold', { what: 'eyes-up', action: 'on' }],
    ['class:note', { to: 'all', text: 'Hallo' }],
    ['class:send', { to: 'all', what: { kind: 'starter' } }],
    ['hand:lower', { seatId: 'seat' }],
  ] as const)('cannot be reached by %s', async (name, request) => {
    const untyped = page as unknown as { emitWithAck(name: string, request: unknown): Promise<unknown> };
    expect(await refusalOf(untyped.emitWithAck(name, { classId: 'not-mine', ...request }))).toBe(
      'class-unknown',
    );
  });
});
