import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { openPupil } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

/** How long what is waited for may take on a slow machine. */
const patient = { timeout: 60_000 };

const half = { shadow: { type: 'math_number', fields: { NUM: 0.5 } } };
const led = (id: string, state: 'on' | 'off', next: object) => ({
  type: 'steckbrett_led_set',
  id,
  fields: { PART: 'red', STATE: state },
  next: { block: next },
});
/** The red LED is on for half a second and off for half a second, for ever. */
const blink = {
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'steckbrett_start',
        id: 'start',
        x: 20,
        y: 20,
        next: {
          block: {
            type: 'steckbrett_forever',
            id: 'forever',
            inputs: {
              DO: {
                block: led('on', 'on', {
                  type: 'steckbrett_wait',
                  id: 'wait-on',
                  inputs: { SECONDS: half },
                  next: {
                    block: led('off', 'off', {
                      type: 'steckbrett_wait',
                      id: 'wait-off',
                      inputs: { SECONDS: half },
                    }),
                  },
                }),
              },
            },
          },
        },
      },
    ],
  },
};

describe('the pin recorder', () => {
  let world: World;
  let pupil: PupilPage;
  const part = (name: string) => pupil.page.locator(`sb-recorder ${marked(name)}`);
  const chart = () => part('recorder-chart');

  /** The stretch in sight, µs, and the moment to which the picture goes. */
  const sight = () =>
    pupil.page.locator('sb-recorder-chart').evaluate((element) => {
      const { window, now } = (
        element as unknown as { viewing: { window: { from: number; to: number }; now: number } }
      ).viewing;
      return { ...window, now };
    });
  const span = async () => {
    const { from, to } = await sight();
    return to - from;
  };
  /** When the newest event was that is recorded, µs. */
  const recordedUntil = () =>
    pupil.page.locator('sb-recorder').evaluate((element) => {
      const { recording } = element as unknown as { recording: { run(): { lastAt: number } } };
      return recording.run().lastAt;
    });

  beforeAll(async () => {
    world = await World.start(0);
    pupil = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code, { touch: true });
    const seat = await openPupil(world.server.url, await pupil.token());
    const saved = await seat.socket.emitWithAck('workspace:save', { base: 0, blocks: blink, tab: 'test' });
    expect(saved).toMatchObject({ ok: true });
    seat.socket.disconnect();
    await pupil.page.waitForSelector('sb-blocks [data-id="wait-off"]', { state: 'attached' });
  });

  afterAll(() => world?.stop());

  it('says what to do before a program has run, and then shows its pins', async () => {
    await pupil.page.click(marked('tab-recorder'));
    await part('recorder-empty').waitFor();
    await pupil.run();
    await chart().waitFor(patient);
    await expect.poll(() => part('recorder-heard').textContent(), patient).toContain('rote LED, GPIO 18: ');
  });

  it('measures the period of a blinking LED by a key, in large', async () => {
    await part('recorder-large').click();
    await expect
      .poll(async () => {
        await chart().press('End');
        await chart().press('p');
        const text = (await part('recorder-measured').textContent()) ?? '';
        return /^rote LED: (1,0\d? s|9[0-9]\d ms) · .*Hz · .* % an$/.test(text) ? 'a second' : text;
      }, patient)
      .toBe('a second');
    expect(await part('recorder-readings').textContent()).toMatch(/Δt.*1\/Δt/s);
  });

  it('zooms and moves by keys', async () => {
    await chart().press('End');
    const before = await span();
    await chart().press('+');
    expect(await span()).toBe(before / 2);
    await chart().press('+');
    await chart().press('ArrowLeft');
    expect(await span()).toBe(before / 4);
    const { from } = await sight();
    await chart().press('ArrowRight');
    expect((await sight()).from).toBeGreaterThanOrEqual(from);
    await chart().press('-');
    expect(await span()).toBe(before / 2);
  });

  it('keeps a frozen picture while the program runs on', async () => {
    await part('recorder-freeze').click();
    await part('recorder-frozen').waitFor();
    const [frozen, until] = [await sight(), await recordedUntil()];
    await expect.poll(recordedUntil, patient).toBeGreaterThan(until + 1e6);
    expect(await sight()).toEqual(frozen);
    await part('recorder-freeze').click();
    await part('recorder-frozen').waitFor({ state: 'detached' });
    expect((await sight()).now).toBeGreaterThan(frozen.now);
  });

  it('gives its changes as a table for spreadsheets', async () => {
    // A busy machine is late now and then, and makes up for it.
    await expect
      .poll(async () => {
        const { name, content } = await saved('recorder-csv');
        expect(name).toMatch(/^steckbrett-.+-\d\d-\d\d-\d\d\.csv$/);
        const [heading, ...rows] = content.toString('utf8').split('\r\n');
        expect(heading).toBe('\uFEFFZeit in s;Spur;Wert');
        const rises = rows
          .filter((row) => row.endsWith(';rote LED · GPIO 18;1'))
          .map((row) => Number(row.split(';')[0]?.replace(',', '.')));
        const [last, earlier] = [rises.at(-1) ?? 0, rises.at(-4) ?? 0];
        return Math.abs((last - earlier) / 3 - 1);
      }, patient)
      .toBeLessThan(0.1);
  });

  it('gives what is in sight as a picture', async () => {
    const { name, content } = await saved('recorder-png');
    expect(name).toMatch(/\.png$/);
    expect([...content.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(content.readUInt32BE(16)).toBeGreaterThan(1000);
  });

  it('tells its last changes as a table that keys reach', async () => {
    await part('recorder-table').click();
    await part('recorder-changes').focus();
    expect(await part('recorder-changes').locator('tbody tr').count()).toBeGreaterThan(4);
    await part('recorder-table').click();
    await part('recorder-close').click();
    await chart().waitFor();
  });

  it('zooms by two fingers on a tablet', async () => {
    await pupil.page.setViewportSize({ width: 820, height: 1180 });
    await part('recorder-large').click();
    await chart().waitFor();
    await part('recorder-all').click();
    const before = await span();
    const box = await part('recorder-chart').boundingBox();
    if (!box) throw new Error('no chart');
    const y = box.y + 50;
    const [left, right] = [box.x + box.width * 0.55, box.x + box.width * 0.65];
    const devtools = await pupil.page.context().newCDPSession(pupil.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: left - by, y, id: 0 },
                { x: right + by, y, id: 1 },
              ],
      });
    await touch('touchStart', 0);
    for (const by of [5, 10, 20, 30, 40]) await touch('touchMove', by);
    await touch('touchEnd', 0);
    await expect.poll(span, patient).toBeLessThan(before * 0.7);
    await part('recorder-close').click();
    await pupil.stop();
    expect(pupil.watched.complaints).toEqual([]);
  });

  /** What a button gives to keep. */
  async function saved(button: string): Promise<{ name: string; content: Buffer }> {
    const coming = pupil.page.waitForEvent('download', patient);
    await part(button).click();
    const download: Download = await coming;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }
});
