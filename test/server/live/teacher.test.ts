import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 4 });
});
afterAll(() => school.close());

const crash = problem('program-error', 'Fehler', 'Error');

describe('the teacher', () => {
  it('sees pupils arrive, run, fail, save and leave', async () => {
    const pi = await school.connectPi(1);
    const page = await school.teacherPage();
    const state = await page.emitWithAck('class:watch', { classId: school.class.id });
    expect(state).toMatchObject({ ok: true, result: { class: { code: school.class.code }, seats: [] } });

    const arrives = heard(page, 'seat:changed', (seat) => seat.connected);
    const { socket } = await school.join('Fuchs');
    expect(await arrives).toMatchObject({ nickname: 'Fuchs', deviceId: 'pi-01', savedAt: null });

    const runs = heard(page, 'seat:changed', (seat) => seat.program.state === 'running');
    await pi.report({ state: 'running', runId: 'run-12345' });
    expect((await runs).program).toEqual({ state: 'running', where: 'pi' });

    const fails = heard(page, 'seat:changed', (seat) => seat.lastError !== null);
    await pi.trace('run-12345', [{ at: 5, kind: 'error', block: 'b', problem: crash }]);
    expect((await fails).lastError).toEqual(crash);

    const saves = heard(page, 'seat:changed', (seat) => seat.savedAt !== null);
    await socket.emitWithAck('workspace:save', { base: 0, blocks: {}, tab: 't' });
    await saves;

    const leaves = heard(page, 'seat:changed', (seat) => !seat.connected);
    socket.disconnect();
    await leaves;
  });

  it('sees what runs on a virtual Pi, and that it stops with the page', async () => {
    const page = await school.teacherPage();
    await page.emitWithAck('class:watch', { classId: school.class.id });
    const { socket } = await school.join('Dachs');
    const runs = heard(
      page,
      'seat:changed',
      (seat) => seat.nickname === 'Dachs' && seat.program.state === 'running',
    );
    await socket.emitWithAck('virtual:state', { state: 'running', error: null });
    expect((await runs).program.where).toBe('virtual');
    const stops = heard(
      page,
      'seat:changed',
      (seat) => seat.nickname === 'Dachs' && seat.program.state === 'idle',
    );
    socket.disconnect();
    await stops;
  });

  it('sees Pis come and go', async () => {
    const page = await school.teacherPage();
    await page.emitWithAck('class:watch', { classId: school.class.id });
    const comes = heard(page, 'device:changed', (device) => device.id === 'pi-04' && device.online);
    const pi = await school.connectPi(4);
    await comes;
    const goes = heard(page, 'device:changed', (device) => device.id === 'pi-04' && !device.online);
    pi.vanish();
    await goes;
  });

  it('counts a seat as here while one of its tabs is', async () => {
    const { socket, token } = await school.join('Igel');
    const second = await school.openPage(token);
    const page = await school.teacherPage();
    const seatNow = async () => {
      const answer = await page.emitWithAck('class:watch', { classId: school.class.id });
      return answer.ok ? answer.result.seats.find((seat) => seat.nickname === 'Igel')?.connected : answer;
    };
    socket.disconnect();
    expect(await seatNow()).toBe(true);
    const away = heard(page, 'seat:changed', (seat) => seat.nickname === 'Igel' && !seat.connected);
    second.socket.disconnect();
    await away;
    expect(await seatNow()).toBe(false);
  });
});

describe('a class', () => {
  it('is not shown to somebody who is not signed in', async () => {
    const page = io(`${school.origin}/teacher`, { forceNew: true, transports: ['websocket'] });
    const error = await new Promise<Error & { data?: unknown }>((done) => page.once('connect_error', done));
    page.disconnect();
    expect(error.data).toMatchObject({ code: 'sign-in-needed' });
  });

  it('that does not exist can’t be watched or stopped', async () => {
    const page = await school.teacherPage();
    expect(await refusalOf(page.emitWithAck('class:watch', { classId: 'none' }))).toBe('class-unknown');
    expect(await refusalOf(page.emitWithAck('class:stop-all', { classId: 'none' }))).toBe('class-unknown');
  });
});
