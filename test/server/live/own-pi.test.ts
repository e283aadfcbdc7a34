import { afterEach, describe, expect, it } from 'vitest';
import { type Pupil, resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';
import type { ScriptedAgent } from '../../support/scripted-agent.ts';

let school: School;

afterEach(() => school.close());

/** A class whose Pis are on; who joins gets the first that is free. */
async function classWith({ devices, turnSeconds }: { devices: number; turnSeconds?: number }) {
  school = await openSchool({ devices, ...(turnSeconds && { turnSeconds }) });
  const teacher = await school.teacherPage();
  await teacher.emitWithAck('class:watch', { classId: school.class.id });
  const agents: ScriptedAgent[] = [];
  for (let number = 1; number <= devices; number += 1) {
    const online = heard(teacher, 'device:changed', (device) => device.number === number && device.online);
    agents.push(await school.connectPi(number));
    await online;
  }
  return { agents, teacher };
}

const claim = (pupil: Pupil, number: number) => pupil.socket.emitWithAck('pi:claim', { number });
const hasPi = (pupil: Pupil, number: number | null) =>
  heard(pupil.socket, 'device:state', (device) => (device?.number ?? null) === number);
const isConfirmed = (pupil: Pupil) => heard(pupil.socket, 'device:confirmed', ({ confirmed }) => confirmed);
/** How the server tells a page that is opened now. */
async function standing(pupil: Pupil) {
  const { state } = await school.openPage(pupil.token);
  return { number: state.device?.number ?? null, confirmed: state.seat.deviceConfirmed };
}

describe('a pupil who says the number of the Pi before them', () => {
  it('confirms the Pi they got by themselves', async () => {
    const { teacher } = await classWith({ devices: 1 });
    const fox = await school.join('Fuchs');
    expect(fox.state).toMatchObject({ device: { number: 1 }, seat: { deviceConfirmed: false } });
    const told = isConfirmed(fox);
    const seen = heard(teacher, 'seat:changed', ({ deviceConfirmed }) => deviceConfirmed);
    expect(resultOf(await claim(fox, 1))).toEqual({ outcome: 'yours' });
    await Promise.all([told, seen]);
    expect(await standing(fox)).toEqual({ number: 1, confirmed: true });
  });

  it('gets a free one, and gives back their own', async () => {
    const { agents } = await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    resultOf(await fox.socket.emitWithAck('program:run', { source: '' }));
    const given = hasPi(fox, 2);
    expect(resultOf(await claim(fox, 2))).toEqual({ outcome: 'yours' });
    await given;
    expect(agents[0]?.orders.some((order) => 'action' in order && order.action.type === 'stop')).toBe(true);
    const otter = await school.join('Otter');
    expect(otter.state.device?.number).toBe(1);
  });

  it('swaps with who merely got it', async () => {
    await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const both = [hasPi(fox, 2), hasPi(otter, 1)];
    expect(resultOf(await claim(fox, 2))).toEqual({ outcome: 'yours' });
    await Promise.all(both);
    expect(await standing(fox)).toEqual({ number: 2, confirmed: true });
    expect(await standing(otter)).toEqual({ number: 1, confirmed: false });
  });

  it('hears who sits there when those have said that it is theirs', async () => {
    await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    resultOf(await claim(otter, 2));
    expect(resultOf(await claim(fox, 2))).toEqual({
      outcome: 'taken',
      seat: { id: otter.state.seat.id, nickname: 'Otter' },
    });
    expect(await standing(fox)).toEqual({ number: 1, confirmed: false });
  });

  it('does not get one on which another’s program runs', async () => {
    const { agents, teacher } = await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const { runId } = resultOf(await otter.socket.emitWithAck('program:run', { source: '' }));
    const runs = heard(teacher, 'seat:changed', ({ program }) => program.state === 'running');
    await agents[1]?.report({ state: 'running', runId });
    await runs;
    expect(resultOf(await claim(fox, 2))).toMatchObject({ outcome: 'taken' });
  });

  it('does not get one that the teacher gave to another', async () => {
    await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const told = isConfirmed(otter);
    const deviceId = otter.state.device?.id ?? null;
    await school.teacher.call('assignDevice', { seatId: otter.state.seat.id }, { deviceId });
    await told;
    expect(resultOf(await claim(fox, 2))).toMatchObject({ outcome: 'taken' });
  });

  it('is told when there is no such Pi in the class', async () => {
    await classWith({ devices: 1 });
    const ours = await school.staff.call('addDevice', {}, { name: 'Vereins-Pi', schoolId: null });
    expect(ours.deviceId).toBeTruthy();
    const fox = await school.join('Fuchs');
    expect(await refusalOf(claim(fox, 77))).toBe('pi-unknown');
    expect(await refusalOf(claim(fox, 2))).toBe('pi-unknown');
    expect(await refusalOf(claim(fox, 0))).toBe('request-invalid');
    expect(await standing(fox)).toEqual({ number: 1, confirmed: false });
  });

  it('never shares it with one who says so at the same moment', async () => {
    await classWith({ devices: 4 });
    const pupils = [
      await school.join('Fuchs'),
      await school.join('Otter'),
      await school.join('Igel'),
      await school.join('Dachs'),
    ];
    const outcomes = (await Promise.all(pupils.map((pupil) => claim(pupil, 3)))).map(
      (answer) => resultOf(answer).outcome,
    );
    expect(outcomes.toSorted()).toEqual(['taken', 'taken', 'taken', 'yours']);
    const stands = await Promise.all(pupils.map(standing));
    expect(stands.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
    expect(stands.filter(({ confirmed }) => confirmed)).toEqual([{ number: 3, confirmed: true }]);
    // The database says the same as the memory did.
    await school.restart();
    const after = await Promise.all(pupils.map(standing));
    expect(after.map(({ confirmed }) => confirmed)).toEqual(stands.map(({ confirmed }) => confirmed));
  });

  it('can be one of two who want each other’s', async () => {
    await classWith({ devices: 2 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const answers = await Promise.all([claim(fox, 2), claim(otter, 1)]);
    expect(answers.map((answer) => resultOf(answer).outcome)).toEqual(['yours', 'yours']);
    expect(await Promise.all([fox, otter].map(standing))).toEqual([
      { number: 2, confirmed: true },
      { number: 1, confirmed: true },
    ]);
  });

  it('who waited for a Pi waits no longer, and who had it waits for one that is free', async () => {
    await classWith({ devices: 1, turnSeconds: 3600 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const igel = await school.join('Igel');
    resultOf(await otter.socket.emitWithAck('turn:queue', {}));
    resultOf(await igel.socket.emitWithAck('turn:queue', {}));
    const has = heard(otter.socket, 'turn:changed', ({ state }) => state === 'has');
    const next = heard(igel.socket, 'turn:changed', (turn) => turn.state === 'waiting' && turn.place === 1);
    const without = hasPi(fox, null);
    expect(resultOf(await claim(otter, 1))).toEqual({ outcome: 'yours' });
    await Promise.all([has, next, without]);
  });

  it('gets the Pi whose turn has come to them confirmed', async () => {
    await classWith({ devices: 1, turnSeconds: 1 });
    const fox = await school.join('Fuchs');
    const otter = await school.join('Otter');
    const given = isConfirmed(otter);
    resultOf(await otter.socket.emitWithAck('turn:queue', {}));
    await given;
    expect(resultOf(await claim(fox, 1))).toMatchObject({ outcome: 'taken', seat: { nickname: 'Otter' } });
  });

  it('lets it blink, but not without a pause', async () => {
    const { agents } = await classWith({ devices: 1 });
    const fox = await school.join('Fuchs');
    resultOf(await fox.socket.emitWithAck('pi:identify', {}));
    expect(agents[0]?.orders.some((order) => 'action' in order && order.action.type === 'identify')).toBe(
      true,
    );
    expect(await refusalOf(fox.socket.emitWithAck('pi:identify', {}))).toBe('pi-blinks');
    const otter = await school.join('Otter');
    expect(await refusalOf(otter.socket.emitWithAck('pi:identify', {}))).toBe('no-device');
  });
});
