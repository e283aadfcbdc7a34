import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { openPupil } from '../support/pupil.ts';
import type { PupilPage } from './support/pupil-page.ts';
import { PupilPage as Pupil } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

/** While the button is pressed, the red LED is on; each press writes a line. */
const buttonLight = {
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'steckbrett_when_button',
        id: 'pressed',
        x: 20,
        y: 20,
        fields: { PART: 'button', EVENT: 'pressed' },
        next: { block: { type: 'steckbrett_led_set', id: 'on', fields: { PART: 'red', STATE: 'on' } } },
      },
      {
        type: 'steckbrett_when_button',
        id: 'released',
        x: 20,
        y: 220,
        fields: { PART: 'button', EVENT: 'released' },
        next: { block: { type: 'steckbrett_led_set', id: 'off', fields: { PART: 'red', STATE: 'off' } } },
      },
      { type: 'steckbrett_start', id: 'begin', x: 20, y: 420 },
    ],
  },
};

describe('the virtual Pi, for a pupil without a Pi', () => {
  let world: World;
  let pupil: PupilPage;
  let teacher: TeacherPage;
  let nickname: string;

  beforeAll(async () => {
    world = await World.start(0);
    teacher = await world.teacherInClass();
    pupil = await Pupil.join(world.browser, world.lanOrigin, world.room.class.code, { touch: true });
    nickname = (await pupil.page.locator(marked('nickname')).textContent()) ?? '';
    const seat = await openPupil(world.server.url, await pupil.token());
    const saved = await seat.socket.emitWithAck('workspace:save', {
      base: 0,
      blocks: buttonLight,
      tab: 'test',
    });
    expect(saved).toMatchObject({ ok: true });
    seat.socket.disconnect();
    await pupil.page.waitForSelector('sb-blocks .steckbrett_when_button');
  });

  afterAll(() => world?.stop());

  it('leaves the pupil at the step where they were, after a reload', async () => {
    const progress = pupil.page.locator('sb-steps header p');
    await pupil.page.locator('sb-steps').getByRole('button', { name: 'Weiter', exact: true }).click();
    await progress.filter({ hasText: 'Schritt 2' }).waitFor();
    await pupil.page.reload();
    await pupil.page.waitForSelector('sb-blocks .steckbrett_when_button');
    await progress.filter({ hasText: 'Schritt 2' }).waitFor();
  });

  it('is not loaded before it is needed', () => {
    expect(pupil.watched.requests.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  });

  it('runs the same blocks in the page, and the teacher sees it', async () => {
    await pupil.target('virtual');
    await pupil.run();
    await teacher.sees(nickname, { state: 'running' });
    expect(pupil.watched.requests.some((url) => url.endsWith('.wasm'))).toBe(true);
  });

  it('has a button that can be pressed by mouse', async () => {
    await pupil.page.locator('[data-part="button"]').hover();
    await pupil.page.mouse.down();
    await pupil.sees(18, 1);
    await pupil.page.mouse.up();
    await pupil.sees(18, 0);
  });

  it('has a button that can be pressed by keyboard', async () => {
    await pupil.page.locator('[data-part="button"]').focus();
    await pupil.page.keyboard.down('Space');
    await pupil.sees(18, 1);
    await pupil.page.keyboard.up('Space');
    await pupil.sees(18, 0);
  });

  it('has a button that can be pressed by touch', async () => {
    const touch = await pupil.page.context().newCDPSession(pupil.page);
    const box = await pupil.page.locator('[data-part="button"]').boundingBox();
    const finger = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] });
    await pupil.sees(18, 1);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await pupil.sees(18, 0);
  });

  it('is stopped by the teacher’s “stop all”, and its outputs are safe', async () => {
    await pupil.page.locator('[data-part="button"]').focus();
    await pupil.page.keyboard.down('Space');
    await pupil.sees(18, 1);
    await teacher.page.click(marked('stop-all'));
    await pupil.page.waitForSelector('[data-kind="end"][data-reason="stopped"]');
    await pupil.sees(18, 0);
    await teacher.sees(nickname, { state: 'idle' });
    await pupil.page.keyboard.up('Space');
  });

  it('works while the server is gone, and the work arrives when it is back', async () => {
    await world.server.kill('SIGKILL');
    await pupil.page.waitForSelector(marked('offline'));
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.page.locator('[data-id="on"]'));
    const blocks = await pupil.count('blocklyDraggable');
    await pupil.run();
    await pupil.page.keyboard.press('Escape');
    await pupil.page.keyboard.press('Escape');
    await pupil.page.waitForSelector('[data-kind="end"][data-reason="stopped"]');

    world.server = await world.server.restart();
    await pupil.page.waitForSelector(marked('offline'), { state: 'detached' });
    await pupil.saved();
    const seat = await openPupil(world.server.url, await pupil.token());
    expect(JSON.stringify(seat.state.workspace.blocks).match(/"type":/g)?.length).toBe(blocks);
    seat.socket.disconnect();
  });
});
