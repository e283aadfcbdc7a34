import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pupil, resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;
let page: Awaited<ReturnType<School['teacherPage']>>;

beforeAll(async () => {
  school = await openSchool({ devices: 0 });
  page = await watching();
});
afterAll(() => school.close());

async function watching() {
  const socket = await school.teacherPage();
  resultOf(await socket.emitWithAck('class:watch', { classId: school.class.id }));
  return socket;
}

let saves = 0;
async function save({ socket }: Pupil, text: string): Promise<void> {
  saves += 1;
  const wish = { base: 0, blocks: { text }, tab: `tab ${saves}`, force: true };
  resultOf(await socket.emitWithAck('workspace:save', wish));
}

/** A pupil whose work is saved, and how the teacher names their seat. */
async function working(
  nickname: string,
): Promise<{ pupil: Pupil; seat: { classId: string; seatId: string } }> {
  const pupil = await school.join(nickname);
  await save(pupil, 'first');
  return { pupil, seat: { classId: school.class.id, seatId: pupil.state.seat.id } };
}

const handIn = async ({ socket }: Pupil) => resultOf(await socket.emitWithAck('work:hand-in', {}));
const seatOf = (seatId: string, state: string) =>
  heard(page, 'seat:changed', (seat) => seat.id === seatId && seat.handIn.state === state);

describe('handing in', () => {
  it('takes the work as it is saved; what is built afterwards is not in it until it is handed in again', async () => {
    const { pupil, seat } = await working('Fuchs');
    const told = seatOf(seat.seatId, 'handed-in');
    expect(await handIn(pupil)).toMatchObject({ state: 'handed-in', comment: null, badge: null });
    expect((await told).handIn.handedInAt).toEqual(expect.any(Number));
    await save(pupil, 'second');
    const taken = async () => resultOf(await page.emitWithAck('work:handed-in', seat)).blocks;
    expect(await taken()).toEqual({ text: 'first' });
    await handIn(pupil);
    expect(await taken()).toEqual({ text: 'second' });
  });

  it('without any work is refused', async () => {
    const { socket } = await school.join('Igel');
    expect(await refusalOf(socket.emitWithAck('work:hand-in', {}))).toBe('nothing-to-hand-in');
  });

  it('is looked at and given back for a full class in one go, without being too much at once', async () => {
    const { pupil, seat } = await working('Biber');
    await handIn(pupil);
    const fullClass = Array.from({ length: 42 });
    const answers = await Promise.all(
      fullClass.flatMap(() => [
        page.emitWithAck('work:handed-in', seat),
        page.emitWithAck('work:return', { ...seat, comment: null, badge: 'star' }),
      ]),
    );
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
    expect(refused).not.toContain('too-many-requests');
  });

  it('is returned with words and a badge, which stay when it is opened again, on every page of the seat', async () => {
    const { pupil, seat } = await working('Dachs');
    const second = await school.openPage(pupil.token);
    const there = heard(second.socket, 'hand-in:changed');
    await handIn(pupil);
    expect((await there).state).toBe('handed-in');

    const back = heard(second.socket, 'hand-in:changed', ({ state }) => state === 'returned');
    const returned = await page.emitWithAck('work:return', {
      ...seat,
      comment: ' Sehr klar! ',
      badge: 'idea',
    });
    expect(resultOf(returned)).toMatchObject({ state: 'returned', comment: 'Sehr klar!', badge: 'idea' });
    expect(await back).toMatchObject({ state: 'returned', comment: 'Sehr klar!', badge: 'idea' });
    expect(await refusalOf(pupil.socket.emitWithAck('work:take-back', {}))).toBe('work-returned');

    const open = heard(pupil.socket, 'hand-in:changed', ({ state }) => state === 'open');
    resultOf(await page.emitWithAck('work:reopen', seat));
    expect(await open).toMatchObject({ comment: 'Sehr klar!', badge: 'idea' });
    expect((await school.openPage(pupil.token)).state.handIn).toMatchObject({ state: 'open', badge: 'idea' });
  });

  it('can be taken back until it is returned', async () => {
    const { pupil, seat } = await working('Otter');
    await handIn(pupil);
    expect(resultOf(await pupil.socket.emitWithAck('work:take-back', {})).state).toBe('open');
    expect(resultOf(await page.emitWithAck('work:handed-in', seat))).toEqual({
      blocks: null,
      handedInAt: null,
    });
    const giving = page.emitWithAck('work:return', { ...seat, comment: null, badge: 'star' });
    expect(await refusalOf(giving)).toBe('nothing-handed-in');
  });

  it('is anybody’s of a pair, whoever drives', async () => {
    const { pupil: host } = await working('Eule');
    const guest = await school.join('Luchs');
    const knocks = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
    await guest.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id });
    await knocks;
    const moved = heard(guest.socket, 'seat:state', ({ seat }) => seat.id === host.state.seat.id);
    await host.socket.emitWithAck('pair:answer', { pupilId: guest.state.pupil.id, yes: true });
    await moved;
    const told = heard(host.socket, 'hand-in:changed');
    expect((await handIn(guest)).state).toBe('handed-in');
    expect((await told).state).toBe('handed-in');
  });

  it('stands after a restart as it stood', async () => {
    const { pupil, seat } = await working('Biber');
    await handIn(pupil);
    resultOf(await page.emitWithAck('work:return', { ...seat, comment: 'Gut', badge: 'helper' }));
    await school.restart();
    page = await watching();
    const { state } = await school.openPage(pupil.token);
    expect(state.handIn).toMatchObject({ state: 'returned', comment: 'Gut', badge: 'helper' });
    expect(resultOf(await page.emitWithAck('work:handed-in', seat)).blocks).toEqual({ text: 'first' });
  });
});

describe('what others want of it', () => {
  it.each(['work:handed-in', 'work:reopen'] as const)('%s of another class is refused', async (name) => {
    const { pupil } = await working(`Marder ${name.length}`);
    const seatId = pupil.state.seat.id;
    const other = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Andere' });
    expect(await refusalOf(page.emitWithAck(name, { classId: other.id, seatId }))).toBe('seat-unknown');
    expect(await refusalOf(page.emitWithAck(name, { classId: 'none', seatId }))).toBe('class-unknown');
  });

  it('words that are too long are refused', async () => {
    const { pupil, seat } = await working('Iltis');
    await handIn(pupil);
    const giving = page.emitWithAck('work:return', { ...seat, comment: 'a'.repeat(501), badge: null });
    expect(await refusalOf(giving)).toBe('request-invalid');
  });

  it('a seat that was removed has nothing to return', async () => {
    const { pupil, seat } = await working('Wolf');
    await handIn(pupil);
    await school.teacher.call('removePupil', { pupilId: pupil.state.pupil.id }, {});
    expect(await refusalOf(page.emitWithAck('work:reopen', seat))).toBe('seat-unknown');
  });
});

describe('progress', () => {
  it('is told to the teacher when the step or the goals are others', async () => {
    const { pupil } = await working('Hase');
    const told = heard(page, 'seat:changed', ({ goals }) => goals.includes('light'));
    await pupil.socket.emitWithAck('progress:save', {
      lessonId: 'blink',
      step: 1,
      furthest: 1,
      goals: ['light'],
      quizzes: [],
      left: [],
      celebrated: [],
      finished: false,
    });
    expect(await told).toMatchObject({ id: pupil.state.seat.id, step: 1, goals: ['light'] });
  });
});

describe('the record of a class', () => {
  it('has names, goals, work and what was handed in, also when the class has ended', async () => {
    const started = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Mit Akte' });
    const classId = started.id;
    const { ApiClient } = await import('../../../provisioning/api-client.ts');
    const join = (nickname: string) =>
      new ApiClient(school.origin).call('join', {}, { code: started.code, nickname });
    const pupil = await school.openPage((await join('Reh')).token);
    await join('Hirsch');
    await save(pupil, 'first');
    await handIn(pupil);
    await save(pupil, 'second');
    const seat = { classId, seatId: pupil.state.seat.id };
    resultOf(await page.emitWithAck('work:return', { ...seat, comment: 'Fein', badge: 'wiring' }));
    const progress = { lessonId: 'blink', step: 0, furthest: 0, goals: ['light'], quizzes: [] };
    await pupil.socket.emitWithAck('progress:save', {
      ...progress,
      left: [],
      celebrated: [],
      finished: false,
    });

    const expected = [
      {
        nicknames: ['Reh'],
        lessonId: 'blink',
        goals: { blink: ['light'] },
        blocks: { text: 'second' },
        handIn: { state: 'returned', comment: 'Fein', badge: 'wiring' },
        handedIn: { blocks: { text: 'first' } },
      },
      { nicknames: ['Hirsch'], goals: {}, blocks: null, savedAt: null, handedIn: null },
    ];
    const active = await school.teacher.call('classRecord', { classId }, {});
    expect(active).toMatchObject({ class: { name: 'Mit Akte', state: 'active' }, endedAt: null });
    expect(active.seats).toMatchObject(expected);
    expect((await school.staff.call('classRecord', { classId }, {})).seats).toHaveLength(2);

    await school.teacher.call('endClass', { classId }, {});
    const ended = await school.teacher.call('classRecord', { classId }, {});
    expect(ended).toMatchObject({ class: { state: 'ended' }, endedAt: expect.any(Number) });
    expect(ended.seats).toMatchObject(expected);
    const wish = { ...seat, comment: null, badge: null };
    expect(await refusalOf(page.emitWithAck('work:return', wish))).toBe('class-unknown');
  });

  it('is nobody’s who has no such class', async () => {
    expect(await refusalOf(school.teacher.call('classRecord', { classId: 'none' }, {}))).toBe(
      'class-unknown',
    );
  });
});
