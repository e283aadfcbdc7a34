import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AgentProcess } from '../support/agent-process.ts';
import { marked, openPage } from '../support/browser.ts';
import type { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

/** The blocks of a program that lights the red LED, waits, and then switches it off for ever without a pause. */
async function buildEndlessLoop(pupil: PupilPage): Promise<void> {
  await pupil.write(pupil.block('steckbrett_wait'), '3', '0.5');
  // The loop comes new in this step of the lesson.
  await pupil.openStep(4);
  await pupil.dragBelow('Ablauf', 'steckbrett_forever', pupil.block('steckbrett_wait'));
  await pupil.dragInto('Licht', 'steckbrett_led_set', pupil.block('steckbrett_forever'));
  await pupil.choose(pupil.block('steckbrett_led_set'), 'an', 'aus');
  await pupil.saved();
}

describe('one block program from a pupil’s browser to a GPIO edge and back', () => {
  let world: World;
  let pupil: PupilPage;
  let agent: AgentProcess;
  let nickname: string;
  let teacher: TeacherPage;

  beforeAll(async () => {
    world = await World.start(3);
    teacher = await world.teacherInClass();
    // Plain HTTP by address, as on a school's LAN: no secure context, no clipboard, no randomUUID.
    ({ pupil, agent, nickname } = await world.pupilWithPi({ origin: world.lanOrigin }));
  });

  afterAll(() => world?.stop());

  afterEach(() => {
    expect(pupil.watched.complaints).toEqual([]);
    pupil.watched.complaints.length = 0;
  });

  it('shows the teacher who has joined, and which Pi they have', async () => {
    await teacher.sees(nickname, { connected: 'yes', state: 'idle' });
    expect(await teacher.seat(nickname).locator(marked('seat-device')).inputValue()).toMatch(/^pi-0[1-3]$/);
  });

  it('runs blocks that were dragged by hand: the pin changes in the agent’s process, the block glows, the teacher follows', async () => {
    await buildEndlessLoop(pupil);
    const rises = agent.pins.next(({ gpio, level }) => gpio === 18 && level === 1);
    const falls = agent.pins.next(({ gpio, level }) => gpio === 18 && level === 0);
    await pupil.run();
    await rises;
    await pupil.page.waitForSelector('.steckbrett_wait.blocklyHighlighted');
    await pupil.sees(18, 1);
    await teacher.sees(nickname, { state: 'running' });
    await falls;
    await pupil.sees(18, 0);
    await pupil.page.waitForSelector('.steckbrett_led_set.blocklyHighlighted');
  });

  it('stops an endless loop by the teacher’s “stop all”', async () => {
    await teacher.page.click(marked('stop-all'));
    await teacher.page.waitForSelector(marked('stop-all-result'));
    await teacher.sees(nickname, { state: 'idle' });
    await pupil.page.waitForSelector('[data-kind="end"][data-reason="stopped"]');
    expect(await pupil.page.locator('.blocklyHighlighted').count()).toBe(0);
    await agent.waitForLevel(18, 0);
  });

  it('switches to English without a reload and without losing the work', async () => {
    const blocks = await pupil.count('blocklyDraggable');
    await pupil.page.click(marked('menu'));
    await pupil.page.click(marked('language-en'));
    await pupil.page.locator('.blocklyToolboxCategory', { hasText: 'Light' }).waitFor();
    expect(await pupil.block('steckbrett_start').textContent()).toMatch(/program\sstarts/);
    expect(await pupil.count('blocklyDraggable')).toBe(blocks);
    await pupil.page.click(marked('language-de'));
    await pupil.page.locator('.blocklyToolboxCategory', { hasText: 'Licht' }).waitFor();
  });

  it('asks nobody but our own server', () => {
    const origins = new Set(
      [...pupil.watched.requests, ...teacher.watched.requests].map((url) => new URL(url).host),
    );
    expect([...origins].sort()).toEqual(
      [`127.0.0.1:${world.server.port}`, new URL(world.lanOrigin).host].sort(),
    );
  });

  it('comes back from a killed server: the page, the agent, the work, and a program that went on meanwhile', async () => {
    // A blink that never ends, made from the loop by a wait in it.
    await pupil.choose(pupil.block('steckbrett_led_set'), 'aus', 'an');
    await pupil.saved();
    await pupil.run();
    await agent.waitForLevel(18, 1);
    await pupil.sees(18, 1);

    await world.server.kill('SIGKILL');
    await agent.waitUntilOffline();
    await pupil.page.waitForSelector(marked('offline'));
    // The pupil works on while the server is gone.
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.page.locator('[data-id="first-light"]'));
    const blocks = await pupil.count('blocklyDraggable');
    expect(agent.level(18)).toBe(1);

    world.server = await world.server.restart();
    await agent.waitUntilOnline();
    await pupil.page.waitForSelector(marked('offline'), { state: 'detached' });
    await pupil.saved();
    await teacher.sees(nickname, { connected: 'yes', state: 'running' });
    expect(agent.level(18)).toBe(1);

    await pupil.page.reload();
    await pupil.ready();
    await pupil.saved();
    await expect.poll(() => pupil.count('blocklyDraggable'), patient).toBe(blocks);
    await pupil.sees(18, 1);
    await pupil.stop();
    await agent.waitForLevel(18, 0);
    // What a page without a server says in its console is no fault.
    pupil.watched.complaints.length = 0;
  });

  it('keeps two tabs of one pupil alike', async () => {
    const other = await pupil.secondTab();
    const before = await pupil.count('blocklyDraggable');
    await expect.poll(() => other.count('blocklyDraggable'), patient).toBe(before);
    // A browser draws a tab in the background only now and then.
    await pupil.page.bringToFront();
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.page.locator('[data-id="first-light"]'));
    expect(await pupil.count('blocklyDraggable')).toBe(before + 1);
    await expect.poll(() => other.count('blocklyDraggable'), patient).toBe(before + 1);
    await other.saved();
    await other.page.close();
  });

  it('lets the button of a simulated Pi be pressed from the page', async () => {
    await pupil.page.locator('[data-part="button"]').focus();
    await pupil.page.keyboard.down('Space');
    await agent.waitForLevel(25, pressedLevel);
    await pupil.page.keyboard.up('Space');
    await agent.waitForLevel(25, releasedLevel);
  });

  it('ends the class: the page says so and the Pi is free', async () => {
    await teacher.page.click(marked('end-class'));
    await teacher.page.click(marked('end-class-confirm'));
    await pupil.page.waitForSelector(marked('class-ended'));
    const late = await openPage(world.browser);
    await late.page.goto(`${world.server.url}/?code=${world.room.class.code}`);
    await late.page.click(marked('join-go'));
    await late.page.waitForSelector(marked('join-problem'));
    await late.page.close();
  });
});

/** How long a poll may take before it counts as failed. */
const patient = { timeout: 10_000 };

/** The CamJam EduKit's button pulls its pin to ground. */
const pressedLevel = 0;
const releasedLevel = 1;
