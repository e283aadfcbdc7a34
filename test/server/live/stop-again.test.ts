import { afterEach, describe, expect, it } from 'vitest';
import { heard, openSchool, type School } from '../../support/school.ts';
import type { ScriptedAgent } from '../../support/scripted-agent.ts';

let school: School;

afterEach(() => school.close());

const runId = 'run-that-goes-on';

/** A class with one Pi that reads the first three stops too late, as one does whose line is slow. */
async function classWithSlowPi() {
  school = await openSchool({ devices: 1 });
  const page = await school.teacherPage();
  await page.emitWithAck('class:watch', { classId: school.class.id });
  let late = 3;
  const stops: (string | undefined)[] = [];
  const agent: ScriptedAgent = await school.connectPi(1, {
    script: ({ action }) => {
      if (action.type !== 'stop') return { state: 'succeeded' };
      stops.push(action.runId);
      late -= 1;
      if (late >= 0) return { state: 'timed-out' };
      void agent.report({ state: 'idle' });
      return { state: 'succeeded' };
    },
  });
  const fox = await school.join('Fuchs');
  const runs = heard(page, 'device:changed', ({ program }) => program.state === 'running');
  await agent.report({ state: 'running', runId });
  await runs;
  const stoodStill = () =>
    expect
      .poll(async () => (await school.staff.call('devices', {}, {})).devices[0]?.program.state, {
        timeout: 20_000,
      })
      .toBe('idle');
  return { fox, page, stops, stoodStill };
}

describe('a program on a Pi that hears of its stop too late', () => {
  it('is stopped after the end of its class', { timeout: 40_000 }, async () => {
    const { stops, stoodStill } = await classWithSlowPi();
    await school.teacher.call('endClass', { classId: school.class.id }, {});
    await stoodStill();
    // The later ones stop nothing but this run: the Pi may be somebody else's by then.
    expect(stops).toEqual([undefined, runId, runId, runId]);
  });

  it('is stopped when the teacher stops all', { timeout: 40_000 }, async () => {
    const { page, stops, stoodStill } = await classWithSlowPi();
    const answer = await page.emitWithAck('class:stop-all', { classId: school.class.id });
    expect(answer).toEqual({ ok: true, result: { stopped: 0, missing: ['pi-01'] } });
    await stoodStill();
    expect(stops).toEqual([undefined, runId, runId, runId]);
  });

  it('is stopped when its pupil has been taken out of the class', { timeout: 40_000 }, async () => {
    const { fox, stops, stoodStill } = await classWithSlowPi();
    await school.teacher.call('removePupil', { pupilId: fox.state.pupil.id }, {});
    await stoodStill();
    expect(stops).toEqual([undefined, runId, runId, runId]);
  });
});
