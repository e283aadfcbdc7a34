import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { until } from '../../support/broker.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;
let colleague: ApiClient;

beforeAll(async () => {
  school = await openSchool({ devices: 4 });
  colleague = await newTeacher(
    'kollegin@schule.example',
    (await school.staff.call('schools', {}, {})).schools[0]?.id ?? '',
  );
});
afterAll(() => school.close());

async function newTeacher(email: string, schoolId: string): Promise<ApiClient> {
  const { url } = await school.staff.call('invite', {}, { role: 'teacher', schoolId });
  const client = new ApiClient(school.origin);
  const token = new URL(url).pathname.split('/').at(-1) ?? '';
  await client.call(
    'acceptInvitation',
    { token },
    { name: 'Kollegin', email, password: 'ein-gutes-passwort' },
  );
  await client.signIn(email, 'ein-gutes-passwort');
  return client;
}

const anonymous = () => new ApiClient(school.origin);
const join = (code: string, nickname: string) => anonymous().call('join', {}, { code, nickname });
const assign = (who: ApiClient, seatId: string, deviceId: string | null) =>
  who.call('assignDevice', { seatId }, { deviceId });

const isOnline = async (deviceId: string) =>
  (await school.staff.call('devices', {}, {})).devices.some(({ id, online }) => id === deviceId && online);
const untilOnline = (deviceId: string) => until(() => isOnline(deviceId));

describe('joining', () => {
  it.each([
    (code: string) => code,
    (code: string) => code.replace('-', ''),
    (code: string) => ` ${code.toLowerCase()} `,
  ])('takes the code as people type it (%#)', async (typed) => {
    const joined = await join(typed(school.class.code), 'Fuchs');
    expect(joined.class).toEqual(school.class);
    expect(joined.token).toHaveLength(43);
  });

  it('gives the same nickname a number', async () => {
    expect((await join(school.class.code, 'Otter')).seat.nickname).toBe('Otter');
    expect((await join(school.class.code, 'otter')).seat.nickname).toBe('otter 2');
  });

  it.each([
    ['an unknown code', 'XXX-XXX', 'Fuchs', 'class-code-unknown'],
    ['what can be no code', '🦊', 'Fuchs', 'class-code-unknown'],
    ['a nickname of 500 characters', undefined, 'x'.repeat(500), 'nickname-invalid'],
    ['a nickname with markup', undefined, '<img src=x>', 'nickname-invalid'],
  ])('with %s is refused with a sentence', async (_, code, nickname, problem) => {
    expect(await refusalOf(join(code ?? school.class.code, nickname))).toBe(problem);
  });

  it('wires the Pi for the lesson and hands it over', async () => {
    const pi = await school.connectPi(1);
    await until(async () =>
      (await school.staff.call('devices', {}, {})).devices.some(({ online }) => online),
    );
    const { state } = await school.join('Biber');
    expect(state.device).toMatchObject({ id: 'pi-01', online: true });
    await until(() => pi.desired.length > 0);
    expect(pi.desired.at(-1)?.wiring).toEqual(state.device?.wiring);
  });
});

describe('a class', () => {
  it('is its teacher’s alone; staff may steer it too', async () => {
    const mine = await school.teacher.call('classes', {}, {});
    expect(mine.classes.map(({ id }) => id)).toEqual([school.class.id]);
    expect(await colleague.call('classes', {}, {})).toEqual({ classes: [] });
    expect((await school.staff.call('classes', {}, {})).classes).toHaveLength(1);
    expect(await refusalOf(colleague.call('endClass', { classId: school.class.id }, {}))).toBe(
      'class-unknown',
    );
    const { seat } = await join(school.class.code, 'Marder');
    expect(await refusalOf(assign(colleague, seat.id, null))).toBe('seat-unknown');
  });

  it('needs a lesson that exists', async () => {
    const started = school.teacher.call('startClass', {}, { lessonId: 'none', name: '7b' });
    expect(await refusalOf(started)).toBe('lesson-unknown');
  });

  it('is led to lessons in both languages', async () => {
    const [de, en] = await Promise.all(
      (['de', 'en'] as const).map((language) => anonymous().call('lessons', { language }, {})),
    );
    expect(de?.lessons.map(({ id }) => id)).toEqual(en?.lessons.map(({ id }) => id));
    expect(de?.lessons[0]?.title).not.toBe(en?.lessons[0]?.title);
  });
});

describe('assigning a Pi', () => {
  it('takes it from the seat that has it, and stops what runs there', async () => {
    const pi = await school.connectPi(2);
    const [owl, wolf] = [await school.join('Eule'), await school.join('Wolf')];
    expect(owl.state.device?.id).toBe('pi-02');
    await owl.socket.emitWithAck('program:run', { source: '' });
    const loses = heard(owl.socket, 'device:state', (device) => device === null);
    const gets = heard(wolf.socket, 'device:state', (device) => device?.id === 'pi-02');
    await assign(school.teacher, wolf.state.seat.id, 'pi-02');
    await Promise.all([loses, gets]);
    expect(pi.orders.map(({ action }) => action.type)).toEqual(['run', 'stop']);
    expect(await refusalOf(owl.socket.emitWithAck('program:run', { source: '' }))).toBe('no-device');
  });

  it('does nothing when the class has ended while the Pi was being stopped', async () => {
    const ending = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: '6e' });
    const { seat } = await join(ending.code, 'Hase');
    const pi = await school.connectPi(4, { script: () => 'silence' });
    await untilOnline('pi-04');
    const assigning = refusalOf(assign(school.teacher, seat.id, 'pi-04'));
    await until(() => pi.orders.length === 1);
    await school.teacher.call('endClass', { classId: ending.id }, {});
    await pi.reply(pi.orders[0]?.id ?? '', { state: 'succeeded' });
    expect(await assigning).toBe('seat-unknown');
    await pi.close();
    await until(async () => !(await isOnline('pi-04')));
  });

  it('knows only Pis of the school', async () => {
    const added = await school.staff.call('addDevice', {}, { name: 'foreign', schoolId: null });
    const { seat } = await join(school.class.code, 'Dachs');
    expect(await refusalOf(assign(school.teacher, seat.id, added.deviceId))).toBe('device-unknown');
    expect(await refusalOf(assign(school.teacher, seat.id, 'no-such-pi'))).toBe('device-unknown');
  });

  it('does not take a Pi out of a colleague’s class', async () => {
    const theirs = await colleague.call('startClass', {}, { lessonId: 'blink', name: '8a' });
    await school.connectPi(3);
    await untilOnline('pi-03');
    const guest = await join(theirs.code, 'Gast');
    const { seat } = await join(school.class.code, 'Igel');
    expect(await refusalOf(assign(school.teacher, seat.id, 'pi-03'))).toBe('device-in-other-class');
    await assign(school.staff, guest.seat.id, null);
    await assign(school.teacher, seat.id, 'pi-03');
    await colleague.call('endClass', { classId: theirs.id }, {});
  });
});

describe('a seat’s token', () => {
  it('opens its own seat only, in its own class only', async () => {
    const theirs = await colleague.call('startClass', {}, { lessonId: 'blink', name: '9c' });
    const { token, seat } = await join(theirs.code, 'Gast');
    const page = await school.openPage(token);
    expect(page.state).toMatchObject({ seat: { id: seat.id }, class: { id: theirs.id } });
    const teacherPage = await school.teacherPage();
    expect(await refusalOf(teacherPage.emitWithAck('class:watch', { classId: theirs.id }))).toBe(
      'class-unknown',
    );
    await colleague.call('endClass', { classId: theirs.id }, {});
  });
});

describe('the end of a class', () => {
  it('stops programs, tells the pages, closes the seats and frees code and Pis', async () => {
    const ending = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: '10d' });
    const pi = await school.connectPi(4);
    await untilOnline('pi-04');
    const { token } = await join(ending.code, 'Luchs');
    const page = await school.openPage(token);
    expect(page.state.device?.id).toBe('pi-04');
    await page.socket.emitWithAck('program:run', { source: '' });

    const told = heard(page.socket, 'class:changed');
    const closed = new Promise((done) => page.socket.once('disconnect', done));
    const ended = await school.teacher.call('endClass', { classId: ending.id }, {});
    expect(ended.state).toBe('ended');
    expect(await told).toMatchObject({ id: ending.id, state: 'ended' });
    expect(await closed).toBe('io server disconnect');
    expect(pi.orders.at(-1)?.action).toEqual({ type: 'stop' });

    expect(await refusalOf(school.openPage(token))).toBe('seat-token-invalid');
    expect(await refusalOf(join(ending.code, 'Luchs'))).toBe('class-code-unknown');
    expect(await school.teacher.call('endClass', { classId: ending.id }, {})).toEqual(ended);
    expect((await school.teacher.call('classes', {}, {})).classes.map(({ id }) => id)).not.toContain(
      ending.id,
    );

    const { state } = await school.join('Nachfolger');
    expect(state.device?.id).toBe('pi-04');
    await pi.close();
    await assign(school.teacher, state.seat.id, null);
  });

  it('reaches a Pi that was away, once it is back and tells what it runs', async () => {
    const ending = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: '5f' });
    const { seat } = await join(ending.code, 'Reh');
    await assign(school.teacher, seat.id, 'pi-04');
    await school.teacher.call('endClass', { classId: ending.id }, {});
    const back = await school.connectPi(4);
    await back.report({ state: 'running', runId: 'run-of-the-ended-class' });
    await until(() => back.orders.length > 0);
    expect(back.orders[0]?.action).toEqual({ type: 'stop', runId: 'run-of-the-ended-class' });
    await back.close();
  });
});
