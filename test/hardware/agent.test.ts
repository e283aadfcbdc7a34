import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../device/agent/config.ts';
import { type Classroom, setUpClassroom } from '../support/classroom.ts';
import { connectTeacher, joinAsPupil, type Pupil, resultOf } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { bootPi, type EmulatedPi, hostInGuest } from './emulator/emulated-pi.ts';

/** What the lesson's blocks become, with a shorter pause. */
const pauseMs = 500;
const blink = `$on('start', {}, 'hat', function* () {
  for (;;) {
    if ($due()) yield;
    $b = 'on'; $do('red', 'on');
    $b = 'wait-on'; yield* $wait(${pauseMs / 1000});
    $b = 'off'; $do('red', 'off');
    $b = 'wait-off'; yield* $wait(${pauseMs / 1000});
  }
});`;
const shine = `$on('start', {}, 'hat', function* () { $b = 'on'; $do('red', 'on'); yield* $wait(600); });`;
/** Longest that the emulated Pi may take to come online after power or after its agent was killed. */
const onlinePatienceMs = 240_000;

describe('the agent as shipped, on an emulated Raspberry Pi, with a real server outside', () => {
  let server: TestServer;
  let classroom: Classroom;
  let pi: EmulatedPi;
  let pupil: Pupil;

  const boot = () => {
    const mine = {
      ...classroom.configs[0],
      server: `mqtt://${hostInGuest}:${server.mqttPort}`,
      board: 'auto',
    };
    return bootPi({ agent: agentConfigSchema.parse(mine) });
  };
  const untilOnline = async (online: boolean) => {
    const end = performance.now() + onlinePatienceMs;
    while (performance.now() < end) {
      const { devices } = await classroom.staff.call('devices', {}, {});
      if (devices[0]?.online === online) return devices[0];
      await sleep(250);
    }
    throw new Error(
      `not ${online ? 'online' : 'offline'}; the agent says: ${await pi.run('cat /tmp/agent.log')}`,
    );
  };
  /** Processor time of the agent so far, in hundredths of a second of the emulated cores. */
  const agentTicks = async () => {
    const stat = await pi.run('cat /proc/$(pidof node)/stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  /** The agent makes the isolate of the next program ready beforehand, which takes long in the emulation. */
  const untilIdle = async () => {
    const end = performance.now() + onlinePatienceMs;
    for (let before = await agentTicks(); performance.now() < end; ) {
      await sleep(3_000);
      const now = await agentTicks();
      // Making one ready keeps two or three cores busy; what is left is far below half of one.
      if (now - before < 150) return;
      before = now;
    }
    throw new Error('the agent does not come to rest');
  };
  const run = async (source: string) => {
    await untilIdle();
    resultOf(await pupil.socket.timeout(60_000).emitWithAck('program:run', { source }));
  };

  beforeAll(async () => {
    server = await startTestServer();
    classroom = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
    pi = await boot();
  });
  afterAll(async () => {
    pupil?.socket.disconnect();
    await pi?.cutPower();
    await server?.stop();
  });

  it('comes online by itself and says which machine it is', async ({ annotate }) => {
    const device = await untilOnline(true);
    expect(device.board).toMatchObject({ kind: 'johnny-five', model: 'Raspberry Pi 3 Model B' });
    const uptime = (await pi.run('cut -d " " -f 1 /proc/uptime')).trim();
    await annotate(`online at most ${uptime} s after power`);
    pupil = await joinAsPupil(server.url, classroom.class.code, 'Mia');
    expect(pupil.state.device?.online).toBe(true);
    await pi.gpio.waitForFunction(18, 'output', onlinePatienceMs);
  });

  it('blinks: GPIO 18 rises and falls outside the guest at the program’s pace', async ({ annotate }) => {
    await run(blink);
    await pi.gpio.waitForLevel(18, 1, 60_000);
    // While the isolate of the next run is made ready, the emulated cores have no time for a steady pace.
    await untilIdle();
    pi.gpio.forget();
    const edges = await pi.gpio.waitForEdges(18, 12, 120_000);
    const levels = edges.map(({ level }) => level);
    expect(levels.every((level, index) => index === 0 || level !== levels[index - 1])).toBe(true);
    const gaps = edges.slice(1).map(({ at }, index) => Number(at - edges[index]!.at) / 1e6);
    const middle = gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)]!;
    await annotate(`middle of the gaps: ${Math.round(middle)} ms for ${pauseMs} ms`);
    // The emulated core is slow and shared; a pace that is wrong would be off by a factor.
    expect(middle).toBeGreaterThan(pauseMs * 0.8);
    expect(middle).toBeLessThan(pauseMs * 1.6);
  });

  it('is dark when the teacher stops all', async ({ annotate }) => {
    await run(shine);
    await pi.gpio.waitForLevel(18, 1, 60_000);
    const teacher = await connectTeacher(server.url, classroom.teacher.cookies);
    pi.gpio.forget();
    const begin = process.hrtime.bigint();
    const stopping = teacher.timeout(60_000).emitWithAck('class:stop-all', { classId: classroom.class.id });
    const [fall] = await pi.gpio.waitForEdges(18, 1);
    expect(fall?.level).toBe(0);
    await annotate(`stop all to falling edge: ${Math.round(Number(fall!.at - begin) / 1e6)} ms`);
    expect(resultOf(await stopping)).toMatchObject({ stopped: 1, missing: [] });
    teacher.disconnect();
  });

  it('uses little memory and processor time while nothing runs', async ({ annotate }) => {
    await untilIdle();
    const before = await agentTicks();
    await sleep(10_000);
    const share = ((await agentTicks()) - before) / 10;
    const status = await pi.run('cat /proc/$(pidof node)/status');
    const resident = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    await annotate(`resident ${Math.round(resident)} MB, idle ${share} % of an emulated core`);
    expect(resident).toBeLessThan(150);
  });

  it('lets go of the pin when it is killed, and comes back by itself', async () => {
    await run(shine);
    await pi.gpio.waitForLevel(18, 1, 60_000);
    expect(await pi.gpio.function(18)).toBe('output');
    await pi.run('kill -9 $(pidof node)');
    await pi.gpio.waitForFunction(18, 'input');
    await untilOnline(false);
    await untilOnline(true);
    await pi.gpio.waitForFunction(18, 'output', onlinePatienceMs);
    expect(await pi.gpio.level(18)).toBe(0);
  });

  it('is back after a power cut, without anybody’s hand', async () => {
    await pi.cutPower();
    await untilOnline(false);
    pi = await boot();
    await untilOnline(true);
    await pi.gpio.waitForFunction(18, 'output', onlinePatienceMs);
    pi.gpio.forget();
    await run(blink);
    await pi.gpio.waitForEdges(18, 2, 60_000);
  });
});
