import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import { heard, openSchool, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 2 });
});
afterAll(() => school.close());

const crash = problem('program-error', 'Fehler', 'Error');

describe('the trace of a run', () => {
  it('comes to all tabs of its seat and to nobody else; a reloaded page gets its end again', async () => {
    const pi = await school.connectPi(1);
    const mine = await school.join('Fuchs');
    const other = await school.join('Dachs');
    const secondTab = await school.openPage(mine.token);
    const strangers: unknown[] = [];
    other.socket.on('trace:batch', (batch) => strangers.push(batch));

    const batches = [mine, secondTab].map(({ socket }) => heard(socket, 'trace:batch'));
    await pi.trace('run-12345', [
      { at: 0, kind: 'start' },
      { at: 3, kind: 'print', text: 'Hallo' },
    ]);
    for (const batch of await Promise.all(batches))
      expect(batch).toMatchObject({ runId: 'run-12345', sequence: 0 });
    const fails = heard(mine.socket, 'trace:batch');
    await pi.trace('run-12345', [{ at: 9, kind: 'error', block: 'b7', problem: crash }]);
    await fails;

    mine.socket.disconnect();
    const told: Promise<unknown>[] = [];
    const reloaded = await school.openPage(mine.token, (socket) => told.push(heard(socket, 'trace:batch')));
    expect(reloaded.state.device?.id).toBe('pi-01');
    expect(await told[0]).toEqual({
      runId: 'run-12345',
      sequence: 1,
      resync: true,
      events: [
        { at: 0, kind: 'start' },
        { at: 3, kind: 'print', text: 'Hallo' },
        { at: 9, kind: 'error', block: 'b7', problem: crash },
      ],
    });
    expect(strangers).toEqual([]);
  });

  it('is forgotten when the Pi goes to somebody else, and late batches do not bring it back', async () => {
    const pi = await school.connectPi(2);
    const first = await school.join('Igel');
    expect(first.state.device?.id).toBe('pi-02');
    const printed = heard(first.socket, 'trace:batch');
    await pi.trace('run-of-igel', [{ at: 0, kind: 'print', text: 'geheim' }]);
    await printed;

    const second = await school.join('Eule');
    const gets = heard(second.socket, 'device:state');
    await school.teacher.call('assignDevice', { seatId: second.state.seat.id }, { deviceId: 'pi-02' });
    expect(await gets).toMatchObject({ id: 'pi-02' });
    const batch = heard(second.socket, 'trace:batch');
    await pi.trace('run-of-igel', [{ at: 1, kind: 'print', text: 'auch geheim' }]);
    await pi.trace('run-of-eule', [{ at: 0, kind: 'print', text: 'neu' }]);
    expect(await batch).toMatchObject({ runId: 'run-of-eule' });
  });
});
