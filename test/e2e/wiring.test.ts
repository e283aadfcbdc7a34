import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../scripts/setup/page.ts';
import type { AgentProcess } from '../support/agent-process.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { type Classroom, setUpClassroom, startAgents } from '../support/classroom.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PupilPage } from './support/pupil-page.ts';

const redGpio = 18;

describe('the wiring view', () => {
  let server: TestServer;
  let room: Classroom;
  let agents: AgentProcess[];
  let browser: Browser;

  beforeAll(async () => {
    ensurePage();
    server = await startTestServer();
    room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1, lessonId: 'button-light' });
    agents = await startAgents(room.configs, server.mqttPort, room.staff);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all((agents ?? []).map((agent) => agent.kill()));
    await server?.stop();
  });

  const phase = (page: Page, at: string) => page.locator(`[data-phase="${at}"]`).waitFor();
  const count = (page: Page) => page.locator(marked('wiring-build')).locator('small').textContent();

  it('builds by keyboard alone, and tests the LED by eye and the button by the real input', async () => {
    const pupil = await PupilPage.join(browser, server.url, room.class.code);
    const { page } = pupil;
    const agent = agents[0]!;
    await page.click(marked('bar-wiring'));
    await page.locator(marked('build-text')).waitFor();
    const [, steps = '0'] = ((await count(page)) ?? '').split('/');
    expect(Number(steps)).toBeGreaterThan(5);
    for (let step = 0; step < Number(steps); step += 1) {
      await page.locator(`sb-build-steps ${marked('build-done')}:focus`).waitFor();
      await page.keyboard.press('Enter');
    }
    await page.locator(`${marked('test-start')}:focus`).waitFor();
    const parts = page.locator('[data-part-test]');
    const all = await parts.evaluateAll((buttons) =>
      buttons.map((one) => (one as HTMLElement).dataset.partTest),
    );
    expect(all).toEqual(expect.arrayContaining(['red', 'button']));

    await page.click('[data-part-test="red"]');
    const lit = agent.pins.next(({ gpio, level }) => gpio === redGpio && level === 1, 30_000);
    await page.click(marked('test-start'));
    await lit;
    await page.click(marked('test-no'));
    await phase(page, 'missed');
    await agent.waitForLevel(redGpio, 0);
    expect(await page.locator(marked('test-text')).textContent()).toMatch(/lange Bein gehört in Loch/);
    await page.click(marked('test-start'));
    await page.click(marked('test-yes'));
    await phase(page, 'passed');

    await page.click('[data-part-test="button"]');
    await page.click(marked('test-start'));
    await phase(page, 'running');
    agent.input('button', 'press');
    await phase(page, 'passed');
    agent.input('button', 'release');
    for (const part of all) {
      if (part === 'red' || part === 'button') continue;
      await page.click(`[data-part-test="${part}"]`);
      await page.click(marked('test-start'));
      await page.click(marked('test-yes'));
    }
    await page.locator(marked('all-tested')).waitFor();
    await page.click(marked('to-program'));
    await page.locator('sb-wiring').waitFor({ state: 'detached' });
    expect(pupil.watched.complaints).toEqual([]);
  });

  it('is ticked by touch on a tablet, and keeps the ticks over a reload', async () => {
    const pupil = await PupilPage.join(browser, server.url, room.class.code, {
      width: 820,
      height: 1180,
      touch: true,
    });
    const { page } = pupil;
    await page.tap(marked('bar-wiring'));
    await page.tap(marked('build-done'));
    await page.tap(marked('build-done'));
    expect(await count(page)).toMatch(/^2\//);
    await page.tap(marked('wiring-zoom'));
    await page.reload();
    await pupil.ready();
    await page.tap(marked('bar-wiring'));
    await page.locator(marked('build-text')).waitFor();
    expect(await count(page)).toMatch(/^2\//);
    await page.tap(marked('wiring-test'));
    await page.tap(marked('test-start'));
    await page.locator(marked('test-yes')).waitFor();
    await page.tap(marked('test-yes'));
    await phase(page, 'passed');
    expect(pupil.watched.complaints).toEqual([]);
  });
});
