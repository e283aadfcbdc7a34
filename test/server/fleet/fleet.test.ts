import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyBoard } from '../../../device/boards/model/identify-board.ts';
import { problem } from '../../../device/contract/problem.ts';
import type { Reported } from '../../../device/contract/reported.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { until } from '../../support/broker.ts';
import { openSchool, refusalOf, type School } from '../../support/school.ts';
import { ScriptedAgent } from '../../support/scripted-agent.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 4 });
});
afterAll(() => school.close());

async function fleetDevice(id: string) {
  const { devices } = await school.staff.call('devices', {}, {});
  return devices.find((device) => device.id === id);
}

function untilOnline(id: string, online: boolean): Promise<void> {
  return until(async () => (await fleetDevice(id))?.online === online);
}

describe('a device', () => {
  it('that is added gets an id from its name, and a config with which it can join', async () => {
    const added = await school.staff.call('addDevice', {}, { name: 'Grüner Pi', schoolId: null });
    expect(added.deviceId).toBe('gruener-pi');
    const again = await school.staff.call('addDevice', {}, { name: 'Grüner Pi', schoolId: null });
    expect(again.deviceId).toBe('gruener-pi-2');
    expect(added.config.server).toBe(`${school.origin.replace('http', 'ws')}/mqtt`);
    const agent = await ScriptedAgent.connect(added.config);
    await untilOnline('gruener-pi', true);
    await agent.close();
    await expect(ScriptedAgent.connect({ ...added.config, secret: again.config.secret })).rejects.toThrow();
  });

  it('can’t be added to a school that does not exist', async () => {
    const added = school.staff.call('addDevice', {}, { name: 'pi', schoolId: 'nowhere' });
    expect(await refusalOf(added)).toBe('school-unknown');
  });

  it('gets what is desired when it listens, and is known by what it reports', async () => {
    const pi = await school.connectPi(1);
    await until(() => pi.desired.length > 0);
    expect(pi.desired[0]).toEqual({ version: 1, wiring: camJamEduKit });
    await untilOnline('pi-01', true);
    expect(await fleetDevice('pi-01')).toMatchObject({
      board: { kind: 'simulated', model: 'Scripted Pi' },
      agentVersion: '0.1.0',
      school: { name: 'Testschule' },
      lastSeenAt: expect.any(Number),
    });
  });

  it('is shown with what people should know of its board', async () => {
    const pi = await school.connectPi(1);
    const warning = identifyBoard({ name: 'Raspberry Pi 6', compatible: [] }).warning!;
    const board: Reported['board'] = { kind: 'johnny-five', io: 'character-device', model: 'Pi 6', warning };
    await pi.report({ state: 'idle' }, board);
    await until(async () => (await fleetDevice('pi-01'))?.board?.model === 'Pi 6');
    expect((await fleetDevice('pi-01'))?.board?.warning).toEqual(warning);
  });

  it('is not taken for gone because of the will of its connection before', async () => {
    const pi = await school.connectPi(2, { nonce: 'nonce-of-the-second' });
    await untilOnline('pi-02', true);
    await pi.presence('offline', 'nonce-of-the-first');
    await pi.report({ state: 'running', runId: 'run-12345' });
    await until(async () => (await fleetDevice('pi-02'))?.program.state === 'running');
    expect(await fleetDevice('pi-02')).toMatchObject({ online: true });
    pi.vanish();
    await untilOnline('pi-02', false);
  });

  it('that talks nonsense harms nobody, and is understood again when it talks sense', async () => {
    const pi = await school.connectPi(3);
    await pi.say('trace', 'not JSON');
    await pi.say('reported', '{"version":"high"}');
    await pi.say('reply', '{"id":"nobody-asked-this","state":"succeeded"}');
    await pi.say('reply', '[]');
    await pi.report({ state: 'running', runId: 'run-12345' });
    await until(async () => (await fleetDevice('pi-03'))?.program.state === 'running');
  });
});

describe('letting a Pi blink', () => {
  const identify = (client: ApiClient, deviceId: string) => client.call('identifyDevice', { deviceId }, {});

  it('works for the teachers of its school', async () => {
    const pi = await school.connectPi(4);
    await untilOnline('pi-04', true);
    await identify(school.teacher, 'pi-04');
    expect(pi.orders.at(-1)?.action).toEqual({ type: 'identify' });
  });

  it('says what the Pi says when it refuses', async () => {
    const busy = problem('parts-in-use', 'Gerade läuft ein Programm.', 'A program is running.');
    const pi = await school.connectPi(4, { script: () => ({ state: 'rejected', problem: busy }) });
    await until(async () => (await fleetDevice('pi-04'))?.online === true && pi.desired.length > 0);
    expect(await refusalOf(identify(school.teacher, 'pi-04'))).toBe('parts-in-use');
  });

  it('is refused at once when the Pi is away', async () => {
    const added = await school.staff.call('addDevice', {}, { name: 'shelf', schoolId: null });
    expect(await refusalOf(identify(school.staff, added.deviceId))).toBe('device-offline');
  });

  it('is refused to teachers of other schools, as if the Pi did not exist', async () => {
    const added = await school.staff.call('addDevice', {}, { name: 'elsewhere', schoolId: null });
    expect(await refusalOf(identify(school.teacher, added.deviceId))).toBe('device-unknown');
    expect(await refusalOf(identify(new ApiClient(school.origin), 'pi-01'))).toBe('sign-in-needed');
  });
});
