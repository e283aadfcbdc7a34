import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heard, openSchool, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 1 });
});
afterAll(() => school.close());

describe('a server that was restarted', () => {
  it('knows seats, Pis and work again, and hears from the Pi what runs meanwhile', async () => {
    const before = await school.connectPi(1);
    const { socket } = await school.join('Fuchs');
    await socket.emitWithAck('workspace:save', { base: 0, blocks: { kept: true }, tab: 't' });
    await before.report({ state: 'running', runId: 'run-goes-on' });

    const comesBackByItself = heard(socket, 'seat:state');
    await school.restart();
    expect(await comesBackByItself).toMatchObject({
      seat: { nickname: 'Fuchs' },
      class: { code: school.class.code, state: 'active' },
      device: { id: 'pi-01', online: false, board: { model: 'Scripted Pi' } },
      workspace: { version: 1, blocks: { kept: true } },
    });

    const comesBack = heard(socket, 'device:state', (device) => device?.program.state === 'running');
    const after = await school.connectPi(1);
    await after.report({ state: 'running', runId: 'run-goes-on' });
    expect(await comesBack).toMatchObject({ online: true, program: { runId: 'run-goes-on' } });

    const resync = heard(socket, 'trace:batch');
    await after.trace('run-goes-on', [{ at: 9_000_000, kind: 'pin', gpio: 18, level: 1 }], true);
    expect(await resync).toMatchObject({ runId: 'run-goes-on', resync: true });

    await socket.emitWithAck('program:stop', {});
    expect(after.orders.at(-1)?.action).toEqual({ type: 'stop' });
  });
});
