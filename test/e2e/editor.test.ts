import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../scripts/setup/page.ts';
import { lanHost, launchBrowser, marked } from '../support/browser.ts';
import { type Classroom, setUpClassroom } from '../support/classroom.ts';
import { openPupil } from '../support/pupil.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PupilPage } from './support/pupil-page.ts';

/** The first lesson's blocks, and one that hangs nowhere. */
const withLooseBlock = {
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'steckbrett_start',
        id: 'hat',
        x: 40,
        y: 40,
        next: {
          block: {
            type: 'steckbrett_led_set',
            id: 'on',
            fields: { PART: 'red', STATE: 'on' },
            next: {
              block: {
                type: 'steckbrett_wait',
                id: 'wait',
                inputs: { SECONDS: { shadow: { type: 'math_number', id: 'two', fields: { NUM: 2 } } } },
              },
            },
          },
        },
      },
      { type: 'steckbrett_led_set', id: 'loose', x: 40, y: 320, fields: { PART: 'red', STATE: 'off' } },
    ],
  },
};

describe('the editor', () => {
  let server: TestServer;
  let room: Classroom;
  let browser: Browser;
  let pupil: PupilPage;
  let code: Locator;

  beforeAll(async () => {
    ensurePage();
    server = await startTestServer();
    room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    await room.teacher.call('classSettings', { classId: room.class.id }, { allBlocks: true });
    browser = await launchBrowser();
    // By address and plain HTTP, as on a school's network: there the browser has no clipboard for pages.
    const origin = server.url.replace(/127\.0\.0\.1|localhost/, lanHost);
    pupil = await PupilPage.join(browser, origin, room.class.code);
    code = pupil.page.locator('sb-code');
    await bring(withLooseBlock);
    await block('loose').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const block = (id: string) =>
    pupil.page.locator(`sb-blocks .blocklySvg .blocklyBlockCanvas [data-id="${id}"]`);
  const line = (language: 'javascript' | 'python', text: string) =>
    code.locator(marked(`code-pane-${language}`)).locator('.line', { hasText: text });
  const shownFor = (language: 'javascript' | 'python', id: string, how = 'selected') =>
    code.locator(marked(`code-pane-${language}`)).locator(`.box.${how}[data-block="${id}"]`);

  /** Puts work into the seat as another device of this pupil would. */
  async function bring(blocks: object): Promise<void> {
    await pupil.saved();
    const seat = await openPupil(server.url, await pupil.token());
    const base = seat.state.workspace?.version ?? 0;
    const answer = await seat.socket.emitWithAck('workspace:save', { base, blocks, tab: 'test' } as never);
    expect(answer).toMatchObject({ ok: true });
    seat.socket.disconnect();
  }

  it('loads no text before it is asked for', async () => {
    expect(pupil.watched.requests.filter((url) => /generate-(?:readable|python)|\/code-/.test(url))).toEqual(
      [],
    );
  });

  it('shows the blocks as JavaScript and as Python, one or both', async () => {
    await pupil.page.click(marked('bar-code'));
    await line('javascript', 'red.on();').waitFor();
    await code.locator(marked('code-python')).click();
    await line('python', 'red = LED(18)').waitFor();
    await line('python', 'sleep(2)').waitFor();
    expect(await line('javascript', 'red.on();').count()).toBe(0);
    await code.locator(marked('code-both')).click();
    await line('javascript', 'await wait(2);').waitFor();
    await line('python', 'red.on()').waitFor();
  });

  it('shows the chosen block in both texts', async () => {
    await block('on')
      .locator('> .blocklyPath')
      .click({ position: { x: 3, y: 24 } });
    await shownFor('javascript', 'on').waitFor();
    await shownFor('python', 'on').waitFor();
  });

  it('goes to the block whose text is clicked', async () => {
    await line('python', 'sleep(2)').locator('span[data-at]').first().click();
    await pupil.page.locator('sb-blocks .blocklySelected[data-id="wait"]').waitFor();
    await shownFor('javascript', 'wait').waitFor();
  });

  it('is read with the keyboard, and left with Enter for the block', async () => {
    const text = code.locator(marked('code-pane-javascript')).locator('[role="listbox"]');
    await text.focus();
    const lines = await text.locator('.line').allTextContents();
    await pupil.page.keyboard.press('Home');
    for (let line = 0; line < lines.findIndex((one) => one.includes('await wait(2);')); line += 1)
      await pupil.page.keyboard.press('ArrowDown');
    const reading = pupil.page.locator('sb-blocks .sb-in-text');
    await reading.and(pupil.page.locator('[data-id="wait"]')).waitFor();
    await shownFor('python', 'wait').waitFor();
    expect(await text.evaluate((element) => element.matches(':focus'))).toBe(true);
    await pupil.page.keyboard.press('Enter');
    await pupil.page.locator('sb-blocks .blocklySelected[data-id="wait"]').waitFor();
    await reading.waitFor({ state: 'detached' });
  });

  it('changes the texts with the blocks', async () => {
    await pupil.write(block('wait'), '2', '0,5');
    await line('javascript', 'await wait(0.5);').waitFor();
    await line('python', 'sleep(0.5)').waitFor();
  });

  it('glows in the texts while it runs', async () => {
    await pupil.write(block('wait'), '0,5', '30');
    await line('python', 'sleep(30)').waitFor();
    await pupil.target('virtual');
    await line('python', '# Aus Blöcken').scrollIntoViewIfNeeded();
    await pupil.run();
    await shownFor('javascript', 'wait', 'glowing').waitFor();
    await shownFor('python', 'wait', 'glowing').waitFor();
    // A block that glows for a while is brought into view.
    const pane = await code.locator(marked('code-pane-python')).boundingBox();
    const bottom = async () => {
      const box = await shownFor('python', 'wait', 'glowing').boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    await expect
      .poll(bottom, { timeout: 15_000 })
      .toBeLessThanOrEqual((pane?.y ?? 0) + (pane?.height ?? 0) + 1);
    await pupil.stop();
    await shownFor('python', 'wait', 'glowing').waitFor({ state: 'detached' });
  });

  it('lets take the Python program home', async () => {
    const [download] = await Promise.all([
      pupil.page.waitForEvent('download'),
      code.locator(marked('code-download')).click(),
    ]);
    expect(download.suggestedFilename()).toBe('blinklicht.py');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/from gpiozero import LED[\s\S]*red = LED\(18\)[\s\S]*red\.on\(\)\n *sleep\(30\)/);
    await code.locator('[role="status"]', { hasText: 'blinklicht.py' }).waitFor();
  });

  it('lets copy, even where the browser has no clipboard for it', async () => {
    expect(await pupil.page.evaluate(() => isSecureContext)).toBe(false);
    await code.locator(marked('code-copy-javascript')).click();
    await code.locator('[role="status"]', { hasText: 'Kopiert' }).waitFor();
  });

  it('says on a block that it does not run, until it does', async () => {
    const loose = block('loose');
    await pupil.page.locator('sb-blocks .sb-asleep.sb-hint[data-id="loose"] .blocklyWarningIcon').waitFor();
    await loose.locator('.blocklyWarningIcon').click();
    await pupil.page.locator('.blocklyTextBubble', { hasText: 'läuft nicht' }).waitFor();
    await loose.locator('.blocklyWarningIcon').click();
    await line('javascript', 'red.off();').waitFor({ state: 'detached' });

    const from = await loose.locator('> .blocklyPath').boundingBox();
    const to = await block('wait').locator('> .blocklyPath').boundingBox();
    if (!from || !to) throw new Error('not visible');
    const { mouse } = pupil.page;
    await mouse.move(from.x + 5, from.y + 24);
    await mouse.down();
    await mouse.move(from.x + 30, from.y, { steps: 4 });
    await mouse.move(to.x + 9, to.y + to.height + 24, { steps: 12 });
    await mouse.move(to.x + 5, to.y + to.height + 22, { steps: 4 });
    await mouse.up();
    await line('javascript', 'red.off();').waitFor();
    await pupil.page.locator('sb-blocks .sb-asleep').waitFor({ state: 'detached' });
    await loose.locator('.blocklyWarningIcon').waitFor({ state: 'detached' });
  });

  it('says why there is no text', async () => {
    await bring({
      blocks: { languageVersion: 0, blocks: [{ type: 'steckbrett_wait', id: 'alone', x: 40, y: 40 }] },
    });
    await code.locator(marked('code-none'), { hasText: 'Startblock' }).first().waitFor();
  });

  it('offers all blocks where the teacher allows it, and those of the step again', async () => {
    const logic = pupil.page.locator('.blocklyToolboxCategory', { hasText: 'Logik' });
    const movement = pupil.page.locator('.blocklyToolboxCategory', { hasText: 'Bewegung' });
    expect(await logic.count()).toBe(0);
    await pupil.page.click(marked('bar-all-blocks'));
    await logic.waitFor();
    expect(await movement.count()).toBe(0);
    await pupil.page.click(marked('bar-all-blocks'));
    await logic.waitFor({ state: 'detached' });
  });

  it('speaks English too', async () => {
    await pupil.page.click(marked('menu'));
    await pupil.page.locator(marked('language-en')).click();
    await code.locator(marked('code-none'), { hasText: 'start block' }).first().waitFor();
  });

  it('causes no complaint of the page', () => {
    expect(pupil.watched.complaints).toEqual([]);
  });
});
