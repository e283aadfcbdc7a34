import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../device/agent/config.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { PupilPage } from '../e2e/support/pupil-page.ts';
import { TeacherPage } from '../e2e/support/teacher-page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { type Classroom, setUpClassroom, teacher as teacherPerson } from '../support/classroom.ts';
import { openPupil, resultOf } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { bootPi, type EmulatedPi, hostInGuest } from './emulator/emulated-pi.ts';
import { addSimulatedChip, type SimulatedChip } from './gpio-sim.ts';
import { GuestAgent } from './guest-agent.ts';

/** The lesson's own solution: the red LED on for a second, off for a second, for ever. */
const blink: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../lessons/catalog/01-blink/solution.json', import.meta.url), 'utf8'),
);
const halfPeriodMs = 1_000;
/** The red LED is on from the start; the button switches the amber one. */
const buttonLights = {
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'steckbrett_start',
        id: 'begin',
        x: 20,
        y: 20,
        next: { block: { type: 'steckbrett_led_set', id: 'red', fields: { PART: 'red', STATE: 'on' } } },
      },
      ...(['pressed', 'released'] as const).map((event, index) => ({
        type: 'steckbrett_when_button',
        id: event,
        x: 20,
        y: 220 + 200 * index,
        fields: { PART: 'button', EVENT: event },
        next: {
          block: {
            type: 'steckbrett_led_set',
            id: `amber-${event}`,
            fields: { PART: 'amber', STATE: event === 'pressed' ? 'on' : 'off' },
          },
        },
      })),
    ],
  },
};
const red = 18;
const amber = 23;
const buttonPin = 25;
/** Longest that the emulated Pi may take for anything on a busy machine. */
const patienceMs = 240_000;

describe('the agent as shipped, on an emulated Raspberry Pi, with a real server outside', () => {
  let server: TestServer;
  let classroom: Classroom;
  let browser: Browser;
  let pi: EmulatedPi;
  let agent: GuestAgent;
  let pupil: PupilPage;
  let teacher: TeacherPage;
  /** Of a Pi 5, in the same guest. */
  let chip: SimulatedChip;
  let saved = 0;

  const boot = async () => {
    const config = agentConfigSchema.parse({
      ...classroom.configs[0],
      server: `mqtt://${hostInGuest}:${server.mqttPort}`,
      board: 'auto',
    });
    pi = await bootPi({ agent: config });
    agent = new GuestAgent(pi);
  };
  const untilOnline = async (online: boolean) => {
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      const { devices } = await classroom.staff.call('devices', {}, {});
      if (devices[0]?.online === online) return devices[0];
      await sleep(100);
    }
    throw new Error(`not ${online ? 'online' : 'offline'}; the agent says: ${await agent.log()}`);
  };
  /** Puts blocks into the pupil's page, from their own seat, and waits until they are drawn. */
  const give = async (blocks: Record<string, unknown>, shown: string) => {
    const seat = await openPupil(server.url, await pupil.token());
    const answer = await seat.socket.emitWithAck('workspace:save', { base: saved, blocks, tab: 'test' });
    saved = resultOf(answer).version;
    seat.socket.disconnect();
    await pupil.page.waitForSelector(`sb-blocks .${shown}`);
  };
  const run = async () => {
    await agent.untilAtRest();
    await pupil.run();
  };

  beforeAll(async () => {
    ensurePage();
    server = await startTestServer();
    classroom = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
    browser = await launchBrowser();
    await boot();
  });
  afterEach(() => {
    expect(pupil?.watched.complaints ?? []).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await pi?.cutPower();
    await server?.stop();
  });

  it('comes online by itself, says which machine it is, and is the pupil’s Pi', async ({ annotate }) => {
    const device = await untilOnline(true);
    expect(device.board).toMatchObject({ kind: 'johnny-five', model: 'Raspberry Pi 3 Model B' });
    const uptime = (await pi.run('cut -d " " -f 1 /proc/uptime')).trim();
    await annotate(`online at most ${uptime} s after power`);
    pupil = await PupilPage.join(browser, server.url, classroom.class.code, { nickname: 'Mia' });
    expect(await pupil.page.locator(marked('device-name')).getAttribute('data-name')).toBe(device.name);
    await pi.gpio.waitForFunction(red, 'output', patienceMs);
  });

  it('blinks the lesson from the pupil’s page: GPIO 18 rises and falls outside the guest at its pace', async ({
    annotate,
  }) => {
    await give(blink, 'steckbrett_forever');
    await run();
    await pi.gpio.waitForLevel(red, 1, patienceMs);
    // While the isolate of the next run is made ready, the emulated cores have no time for a steady pace.
    await agent.untilAtRest();
    pi.gpio.forget();
    const edges = (await pi.gpio.waitForEdges(red, 8, patienceMs)).slice(0, 8);
    const levels = edges.map(({ level }) => level);
    expect(levels.every((level, index) => index === 0 || level !== levels[index - 1])).toBe(true);
    const gaps = edges.slice(1).map(({ at }, index) => Number(at - edges[index]!.at) / 1e6);
    const middle = gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)]!;
    await annotate(`middle of the gaps: ${Math.round(middle)} ms for ${halfPeriodMs} ms`);
    // The emulated core is slow and shared; a pace that is wrong would be off by a factor.
    expect(middle).toBeGreaterThan(halfPeriodMs * 0.8);
    expect(middle).toBeLessThan(halfPeriodMs * 1.6);
  });

  it('is dark when the teacher stops all on their page', async ({ annotate }) => {
    teacher = await TeacherPage.signIn(browser, server.url, teacherPerson);
    await teacher.openClass(classroom.class.name);
    await teacher.sees('Mia', { state: 'running' });
    // A whole lit half of the period is ahead.
    pi.gpio.forget();
    await pi.gpio.waitForEdges(red, 1);
    await pi.gpio.waitForLevel(red, 1, patienceMs);
    await teacher.page.click(marked('stop-all'));
    await teacher.sees('Mia', { state: 'idle' });
    expect(await pi.gpio.level(red)).toBe(0);
    pi.gpio.forget();
    await sleep(2 * halfPeriodMs);
    expect(pi.gpio.edges(red)).toEqual([]);
    await annotate('dark, and stays dark');
  });

  it('uses little memory and processor time while nothing runs', async ({ annotate }) => {
    await agent.untilAtRest();
    const resident = await agent.residentMegabytes();
    await annotate(`resident ${Math.round(resident)} MB`);
    await annotate(`idle ${(100 * (await agent.idleShare(5))).toFixed(1)} % of an emulated core`);
    expect(resident).toBeLessThan(100);
  });

  it('leaves the LED dark when it is killed, and comes back by itself on another chip', async ({
    annotate,
  }) => {
    await give(buttonLights, 'steckbrett_when_button');
    await run();
    await pi.gpio.waitForLevel(red, 1, patienceMs);
    // Where the agent comes back: the chip of a Pi 5, as `GPIO_CHIP_LABEL` in a service's environment names it.
    chip = await addSimulatedChip(pi, 'pi5', 'pinctrl-rp1');
    await chip.drive(buttonPin, 1);
    await pi.run("echo 'export GPIO_CHIP_LABEL=pinctrl-rp1' >/etc/steckbrett/environment");
    const begin = process.hrtime.bigint();
    await agent.kill();
    await pi.gpio.waitForLevel(red, 0, patienceMs);
    await annotate(`SIGKILL to level 0: ${Math.round(Number(process.hrtime.bigint() - begin) / 1e6)} ms`);
    await untilOnline(false);
    await untilOnline(true);
    expect(await pi.gpio.level(red)).toBe(0);
  });
  it('hears a button by the kernel’s edges: it drives a stack of the program', async () => {
    await run();
    await expect.poll(() => chip.level(red), { timeout: patienceMs, interval: 200 }).toBe(1);
    expect(await chip.level(amber)).toBe(0);
    await chip.drive(buttonPin, 0);
    await expect.poll(() => chip.level(amber), { timeout: patienceMs, interval: 200 }).toBe(1);
    await chip.drive(buttonPin, 1);
    await expect.poll(() => chip.level(amber), { timeout: patienceMs, interval: 200 }).toBe(0);
    // It was the other chip's pin: the header's stays as it is.
    expect(await pi.gpio.level(red)).toBe(0);
  });

  it('is back after a power cut, without anybody’s hand', async ({ annotate }) => {
    await pi.cutPower();
    await untilOnline(false);
    const begin = performance.now();
    await boot();
    await untilOnline(true);
    await annotate(`power to online: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    await pi.gpio.waitForFunction(red, 'output', patienceMs);
    expect(await pi.gpio.level(red)).toBe(0);
    await run();
    await pi.gpio.waitForLevel(red, 1, patienceMs);
  });
});
