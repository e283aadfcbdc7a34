import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../device/contract/limits.ts';
import { openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 3 });
});
afterAll(() => school.close());

describe('running a program', () => {
  it('reaches the Pi of the seat and comes back with the run’s id', async () => {
    const pi = await school.connectPi(1);
    const { socket, state } = await school.join('Fuchs');
    expect(state.device).toMatchObject({ id: 'pi-01', online: true });
    const answer = await socket.emitWithAck('program:run', { source: 'led.on("red")' });
    expect(answer).toEqual({ ok: true, result: { runId: expect.any(String) } });
    expect(pi.orders.at(-1)?.action).toMatchObject({ type: 'run', source: 'led.on("red")' });
  });

  it('of 300 KiB is refused with both sizes, and nothing is sent to the Pi', async () => {
    const pi = await school.connectPi(2);
    const { socket } = await school.join('Dachs');
    const before = pi.orders.length;
    const answer = await socket.emitWithAck('program:run', { source: 'x'.repeat(300 * 1024) });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'program-too-large',
        message: { en: expect.stringContaining('300 KiB, 256 KiB are allowed') },
      },
    });
    expect(
      await refusalOf(socket.emitWithAck('program:run', { source: '\n'.repeat(limits.programSourceBytes) })),
    ).toBe('program-too-large');
    expect(pi.orders).toHaveLength(before);
  });

  it('gives keys to the Pi of the seat, and only those that a program can hear', async () => {
    const pi = await school.connectPi(3);
    const { socket } = await school.join('Luchs');
    expect(await socket.emitWithAck('board:key', { key: 'space' })).toEqual({ ok: true, result: {} });
    expect(pi.orders.at(-1)?.action).toEqual({ type: 'key', key: 'space' });
    const before = pi.orders.length;
    expect(await refusalOf(socket.emitWithAck('board:key', { key: 'Enter' }))).toBe('request-invalid');
    expect(pi.orders).toHaveLength(before);
  });

  it('without a Pi says so', async () => {
    const { socket } = await school.join('Igel');
    expect(await refusalOf(socket.emitWithAck('program:run', { source: '' }))).toBe('no-device');
  });
});
