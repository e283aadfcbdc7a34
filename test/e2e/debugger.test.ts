import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { openPupil } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

/** Sets a variable and the LED in turn, for ever. */
const counting = {
  variables: [{ name: 'große Zahl', id: 'n' }],
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'steckbrett_start',
        id: 'begin',
        x: 20,
        y: 20,
        next: {
          block: {
            type: 'variables_set',
            id: 'set',
            fields: { VAR: { id: 'n' } },
            inputs: { VALUE: { block: { type: 'math_number', id: 'seven', fields: { NUM: 7.5 } } } },
            next: {
              block: {
                type: 'steckbrett_led_set',
                id: 'on',
                fields: { PART: 'red', STATE: 'on' },
                next: {
                  block: {
                    type: 'steckbrett_wait',
                    id: 'wait',
                    inputs: { SECONDS: { shadow: { type: 'math_number', id: 'long', fields: { NUM: 60 } } } },
                    next: {
                      block: { type: 'steckbrett_led_set', id: 'off', fields: { PART: 'red', STATE: 'off' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};

describe.each(['pi', 'virtual'] as const)('a program on the Pi "%s", followed block by block', (target) => {
  let world: World;
  let pupil: PupilPage;

  const glows = (id: string) =>
    pupil.page.waitForSelector(`sb-blocks .blocklyBlockCanvas [data-id="${id}"].blocklyHighlighted`);

  beforeAll(async () => {
    world = await World.start(target === 'pi' ? 1 : 0);
    pupil = await PupilPage.join(world.browser, world.lanOrigin, world.room.class.code);
    const seat = await openPupil(world.server.url, await pupil.token());
    const saved = await seat.socket.emitWithAck('workspace:save', { base: 0, blocks: counting, tab: 'test' });
    expect(saved).toMatchObject({ ok: true });
    seat.socket.disconnect();
    await pupil.page.waitForSelector('sb-blocks .steckbrett_wait');
  });

  afterAll(() => world?.stop());

  it('begins with a step, shows its variables, spares waiting, and goes on', async () => {
    const { page } = pupil;
    await page.click(marked('tab-variables'));
    await page.click(marked('step'));
    await page.waitForSelector(marked('resume'));
    await glows('set');
    await page.click(marked('step'));
    await glows('on');
    const variable = page.locator(marked('variable'));
    await expect.poll(() => variable.locator('dt').textContent(), { timeout: 30_000 }).toBe('große Zahl');
    await expect.poll(() => variable.locator('dd').textContent(), { timeout: 30_000 }).toBe('7,5');
    await page.click(marked('step'));
    await glows('wait');
    // Nobody waits a minute.
    await page.click(marked('step'));
    await glows('off');
    await page.click(marked('resume'));
    await page.waitForSelector(marked('run'));
  });

  it('is paused while it runs, and stopped while it stands still', async () => {
    const { page } = pupil;
    await pupil.run();
    await glows('wait');
    await page.click(marked('pause'));
    await page.waitForSelector(marked('resume'));
    await pupil.stop();
    await page.waitForSelector(marked('run'));
    await page.waitForSelector(marked('pause'), { state: 'detached' });
  });
});
