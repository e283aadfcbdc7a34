import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heard, openSchool, type School } from '../../support/school.ts';
import type { Script } from '../../support/scripted-agent.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 6 });
});
afterAll(() => school.close());

const neverStops: Script = ({ action }) => (action.type === 'stop' ? 'silence' : { state: 'succeeded' });

describe('stop all', () => {
  it('stops what runs, names the Pi that does not answer, and reaches virtual Pis', async () => {
    const scripts: (Script | undefined)[] = [undefined, undefined, undefined, neverStops];
    const agents = await Promise.all(
      scripts.map((script, index) => school.connectPi(index + 1, script && { script })),
    );
    const pupils = [];
    for (const name of ['Fuchs', 'Dachs', 'Igel', 'Eule', 'Luchs']) pupils.push(await school.join(name));
    const [fox, , , , lynx] = pupils;
    expect(pupils.map(({ state }) => state.device?.id)).toEqual([
      'pi-01',
      'pi-02',
      'pi-03',
      'pi-04',
      undefined,
    ]);
    const page = await school.teacherPage();
    await page.emitWithAck('class:watch', { classId: school.class.id });
    const running = new Set<string>();
    const allRun = heard(page, 'device:changed', ({ id, program }) => {
      if (program.state === 'running') running.add(id);
      return running.size === 3;
    });
    // The third Pi stands idle.
    for (const index of [0, 1, 3])
      await agents[index]?.report({ state: 'running', runId: `run-${index}-endless` });
    await allRun;
    await lynx?.socket.emitWithAck('virtual:state', { state: 'running', error: null });

    const told = pupils.map(({ socket }) => heard(socket, 'class:stop-all'));
    const answer = await page.emitWithAck('class:stop-all', { classId: school.class.id });
    expect(answer).toEqual({ ok: true, result: { stopped: 3, missing: ['pi-04'] } });
    await Promise.all(told);
    for (const agent of agents) expect(agent.orders.at(-1)?.action).toEqual({ type: 'stop' });
    expect(fox?.socket.connected).toBe(true);
  });

  it('does not wait for Pis that are away, and misses only those that ran', async () => {
    const runs = await school.connectPi(5);
    const rests = await school.connectPi(6);
    await school.join('Wolf');
    await school.join('Hase');
    const page = await school.teacherPage();
    await page.emitWithAck('class:watch', { classId: school.class.id });
    const away = [5, 6].map((number) =>
      heard(page, 'device:changed', ({ id, online }) => id === `pi-0${number}` && !online),
    );
    const reported = heard(
      page,
      'device:changed',
      ({ id, program }) => id === 'pi-05' && program.state === 'running',
    );
    await runs.report({ state: 'running', runId: 'run-5-endless' });
    await reported;
    runs.vanish();
    rests.vanish();
    await Promise.all(away);
    const answer = await page.emitWithAck('class:stop-all', { classId: school.class.id });
    expect(answer).toMatchObject({ ok: true, result: { missing: ['pi-04', 'pi-05'] } });
  });
});
