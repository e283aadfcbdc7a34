import { afterEach, describe, expect, it } from 'vitest';
import type { Pupil } from '../../support/pupil.ts';
import { resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';
import type { ScriptedAgent } from '../../support/scripted-agent.ts';

let school: School;

afterEach(() => school.close());

/** A class with one Pi, which the first to join has. */
async function onePi(turnSeconds: number): Promise<{ agent: ScriptedAgent; holder: Pupil; waiter: Pupil }> {
  school = await openSchool({ devices: 1, turnSeconds });
  const teacher = await school.teacherPage();
  await teacher.emitWithAck('class:watch', { classId: school.class.id });
  const online = heard(teacher, 'device:changed', (device) => device.online);
  const agent = await school.connectPi(1);
  await online;
  teacher.disconnect();
  const holder = await school.join('Fuchs');
  const waiter = await school.join('Otter');
  return { agent, holder, waiter };
}

const queue = (pupil: Pupil) => pupil.socket.emitWithAck('turn:queue', {});
const leave = (pupil: Pupil) => pupil.socket.emitWithAck('turn:leave', {});

describe('the queue for the real Pi', () => {
  it('hands the Pi on when the turn is over: the program is stopped, the next pupil has it', async () => {
    const { agent, holder, waiter } = await onePi(1);
    expect(holder.state.turn).toEqual({ state: 'has', leftMs: null });
    expect(waiter.state.turn).toEqual({ state: 'none', pis: 1, waiting: 0 });
    const { runId } = resultOf(await holder.socket.emitWithAck('program:run', { source: '' }));
    await agent.report({ state: 'running', runId });

    const ends = heard(holder.socket, 'turn:changed', (turn) => turn.state === 'has' && turn.leftMs !== null);
    const waits = heard(waiter.socket, 'turn:changed', ({ state }) => state === 'waiting');
    const given = heard(waiter.socket, 'device:state', (device) => device !== null);
    const gone = heard(holder.socket, 'device:state', (device) => device === null);
    const over = heard(holder.socket, 'turn:changed', ({ state }) => state === 'none');
    const has = heard(waiter.socket, 'turn:changed', ({ state }) => state === 'has');
    resultOf(await queue(waiter));
    expect(await ends).toMatchObject({ leftMs: expect.any(Number) });
    expect(await waits).toMatchObject({ place: 1, inMs: expect.any(Number) });
    await Promise.all([given, gone, over, has]);
    expect(agent.orders.some((order) => 'action' in order && order.action.type === 'stop')).toBe(true);
    resultOf(await waiter.socket.emitWithAck('program:run', { source: '' }));
    expect(await refusalOf(holder.socket.emitWithAck('program:run', { source: '' }))).toBe('no-device');
  });

  it('gives a Pi that comes back to the queue at once', async () => {
    const { holder, waiter } = await onePi(3600);
    await queue(waiter);
    const given = heard(waiter.socket, 'device:state', (device) => device !== null);
    resultOf(await leave(holder));
    await given;
    // Nobody else waits: a Pi that lies there is had by asking.
    const free = heard(waiter.socket, 'device:state', (device) => device === null);
    resultOf(await leave(waiter));
    await free;
    const again = heard(holder.socket, 'device:state', (device) => device !== null);
    resultOf(await queue(holder));
    await again;
  });

  it('is left by who no longer waits, and the teacher sees the places', async () => {
    const { holder, waiter } = await onePi(3600);
    const teacher = await school.teacherPage();
    await teacher.emitWithAck('class:watch', { classId: school.class.id });
    const third = await school.join('Igel');
    await queue(waiter);
    const second = heard(teacher, 'seat:changed', ({ queuePlace }) => queuePlace === 2);
    await queue(third);
    expect((await second).nickname).toBe('Igel');
    const first = heard(teacher, 'seat:changed', ({ id, queuePlace }) => {
      return id === third.state.seat.id && queuePlace === 1;
    });
    const goesOn = heard(
      third.socket,
      'turn:changed',
      (turn) => turn.state === 'waiting' && turn.place === 1,
    );
    await leave(waiter);
    await Promise.all([first, goesOn]);
    const free = heard(holder.socket, 'turn:changed', (turn) => turn.state === 'has' && turn.leftMs === null);
    await leave(third);
    await free;
  });

  it('is overruled by the teacher', async () => {
    const { holder, waiter } = await onePi(3600);
    const third = await school.join('Igel');
    await queue(waiter);
    const given = heard(third.socket, 'turn:changed', ({ state }) => state === 'has');
    const lost = heard(holder.socket, 'turn:changed', ({ state }) => state === 'none');
    const deviceId = holder.state.device?.id ?? null;
    await school.teacher.call('assignDevice', { seatId: third.state.seat.id }, { deviceId });
    await Promise.all([given, lost]);
    // Who waited still waits, for whoever has it now.
    const page = await school.openPage(waiter.token);
    expect(page.state.turn).toMatchObject({ state: 'waiting', place: 1 });
  });

  it('gets the Pi of a seat that its pupil leaves for another', async () => {
    const { holder, waiter } = await onePi(3600);
    const host = await school.join('Igel');
    await queue(waiter);
    const given = heard(waiter.socket, 'device:state', (device) => device !== null);
    const knocked = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
    await holder.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id });
    await knocked;
    await host.socket.emitWithAck('pair:answer', { pupilId: holder.state.pupil.id, yes: true });
    await given;
  });

  it('is empty after a restart, and every Pi is where it was', async () => {
    const { agent, holder, waiter } = await onePi(3600);
    await queue(waiter);
    await school.restart();
    await agent.close();
    await school.connectPi(1);
    const first = await school.openPage(holder.token);
    expect(first.state.turn).toEqual({ state: 'has', leftMs: null });
    const page = await school.openPage(waiter.token);
    expect(page.state.turn).toMatchObject({ state: 'none', waiting: 0 });
  });

  it('is not for a class without a Pi that is on', async () => {
    school = await openSchool({ devices: 1 });
    const { socket, state } = await school.join('Fuchs');
    expect(state.turn).toEqual({ state: 'none', pis: 0, waiting: 0 });
    expect(await refusalOf(socket.emitWithAck('turn:queue', {}))).toBe('no-pis');
  });
});
