import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceHealth } from '../../../device/contract/health.ts';
import { heard, openSchool, type School } from '../../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await openSchool({ devices: 1 });
});
afterEach(() => school.close());

const hot: DeviceHealth = {
  temperature: 81,
  underVoltage: true,
  memoryFree: 120,
  diskFree: 900,
  wifi: null,
};

describe('the health of a Pi', () => {
  it('is seen by the teacher and by who has the Pi, and is gone with the connection', async () => {
    const teacher = await school.teacherPage();
    await teacher.emitWithAck('class:watch', { classId: school.class.id });
    const online = heard(teacher, 'device:changed', (device) => device.online);
    const agent = await school.connectPi(1);
    expect((await online).health).toBeNull();
    const pupil = await school.join('Fuchs');
    const toTeacher = heard(teacher, 'device:changed', ({ health }) => health !== null);
    const toPupil = heard(
      pupil.socket,
      'device:state',
      (device) => device !== null && device.health !== null,
    );
    await agent.health(hot);
    expect((await toTeacher).health).toEqual(hot);
    expect((await toPupil)?.health).toEqual(hot);

    const gone = heard(teacher, 'device:changed', (device) => !device.online);
    agent.vanish();
    expect((await gone).health).toBeNull();
  });

  it('counts although it comes before the presence', async () => {
    const teacher = await school.teacherPage();
    await teacher.emitWithAck('class:watch', { classId: school.class.id });
    const agent = await school.connectPi(1);
    const gone = heard(teacher, 'device:changed', ({ online }) => !online);
    await agent.presence('offline');
    await gone;
    const back = heard(teacher, 'device:changed', ({ health }) => health !== null);
    await agent.health(hot);
    await agent.presence('online');
    expect(await back).toMatchObject({ online: true, health: hot });
  });

  it('that does not fit the contract is not taken in', async () => {
    const teacher = await school.teacherPage();
    await teacher.emitWithAck('class:watch', { classId: school.class.id });
    const agent = await school.connectPi(1);
    const told = heard(teacher, 'device:changed', ({ health }) => health !== null);
    await agent.say('health', JSON.stringify({ ...hot, temperature: 1e9 }));
    await agent.say('health', 'not even JSON');
    await agent.health({ ...hot, temperature: 40 });
    expect((await told).health?.temperature).toBe(40);
  });
});
