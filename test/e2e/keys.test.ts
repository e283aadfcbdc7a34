import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPupil } from '../support/pupil.ts';
import type { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

const hat = (id: string, key: string, block: object, y: number) => ({
  type: 'steckbrett_when_key',
  id,
  x: 20,
  y,
  fields: { KEY: key },
  next: { block },
});
const half = { type: 'math_number', fields: { NUM: 0.5 } };

/** The space bar lights the red LED, the left arrow puts it out, `h` writes a half. */
const keyLight = {
  blocks: {
    languageVersion: 0,
    blocks: [
      hat('space', 'space', { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'on' } }, 20),
      hat('left', 'left', { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'off' } }, 160),
      hat('h', 'h', { type: 'steckbrett_print', inputs: { VALUE: { block: half } } }, 300),
      { type: 'steckbrett_start', id: 'begin', x: 20, y: 440 },
    ],
  },
};

describe('keys of a program', () => {
  let world: World;
  let pupil: PupilPage;

  beforeAll(async () => {
    world = await World.start(1);
    ({ pupil } = await world.pupilWithPi());
    const seat = await openPupil(world.server.url, await pupil.token());
    await seat.socket.emitWithAck('workspace:save', { base: 0, blocks: keyLight, tab: 'test' });
    seat.socket.disconnect();
    await pupil.page.waitForSelector('sb-key-pad [data-key="h"]');
  });

  afterAll(() => world?.stop());

  it('have buttons, which wait for the program', async () => {
    const keys = pupil.page.locator('sb-key-pad button');
    expect(await keys.evaluateAll((all) => all.map((one) => one.getAttribute('data-key')))).toEqual([
      'space',
      'left',
      'h',
    ]);
    expect(await keys.first().isDisabled()).toBe(true);
  });

  it.each(['virtual', 'pi'] as const)(
    'reach a program on the %s by keyboard and by mouse',
    async (target) => {
      await pupil.target(target);
      await pupil.run();
      await pupil.page.waitForSelector('sb-key-pad button:enabled');
      await pupil.page.keyboard.press('Space');
      await pupil.sees(18, 1);
      await pupil.page.keyboard.press('ArrowLeft');
      await pupil.sees(18, 0);
      await pupil.page.click('sb-key-pad [data-key="h"]');
      await pupil.page.locator('[data-kind="print"]', { hasText: /^0,5$/ }).waitFor();
      await pupil.stop();
      await pupil.page.waitForSelector('[data-kind="end"][data-reason="stopped"]');
    },
  );

  it('stay Blockly’s while the focus is among the blocks', async () => {
    await pupil.target('virtual');
    await pupil.run();
    await pupil.page.waitForSelector('sb-key-pad button:enabled');
    await pupil.page.locator('[data-id="begin"]').click();
    await pupil.page.keyboard.press('Space');
    await pupil.page.click('sb-key-pad [data-key="h"]');
    await pupil.page.locator('[data-kind="print"]').waitFor();
    expect(await pupil.page.locator('.wire[data-gpio="18"][data-level="1"]').count()).toBe(0);
    await pupil.stop();
  });
});
