import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, openPage } from '../support/browser.ts';
import { connectTeacher, openPupil, resultOf } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

const start = 'steckbrett_start';
const light = 'steckbrett_led_set';
/** A browser as a school may have set it: nothing may be kept. */
const forbidStorage = () => {
  Object.defineProperty(window, 'indexedDB', {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
};

let world: World;

beforeAll(async () => {
  world = await World.start(0);
  const pupil = await join();
  given = await pupil.count(light);
  await pupil.page.context().close();
});

afterAll(() => world?.stop());

/** Lights in the lesson's first blocks. */
let given = 0;

const join = () => PupilPage.join(world.browser, world.server.url, world.room.class.code);

async function reload(pupil: PupilPage): Promise<void> {
  await pupil.page.reload();
  await pupil.ready();
}

/** Resolved when the saved state says so. */
const says = (pupil: PupilPage, state: string) =>
  pupil.page.waitForSelector(`${marked('saved-state')}[data-state="${state}"]`, { timeout: 60_000 });

/** Resolved when the work holds so many blocks of a type. */
const holds = (pupil: PupilPage, type: string, count: number) =>
  expect.poll(() => pupil.count(type), { timeout: 30_000 }).toBe(count);

/** Without a server for as long as something is done. */
async function withoutServer(act: () => Promise<void>): Promise<void> {
  await world.server.kill('SIGKILL');
  try {
    await act();
  } finally {
    world.server = await world.server.restart();
  }
}

async function addLight(pupil: PupilPage): Promise<void> {
  const before = await pupil.count(light);
  await pupil.dragBelow('Licht', light, pupil.block(start));
  await holds(pupil, light, before + 1);
}

async function openWork(pupil: PupilPage, tab: 'versions' | 'file'): Promise<void> {
  await pupil.page.click(marked('work'));
  await pupil.page.click(marked(`work-${tab}`));
}

describe('work that is never lost', () => {
  it('is there after a reload in the middle of a drag', async () => {
    const pupil = await join();
    await addLight(pupil);
    await pupil.saved();
    const box = await pupil.block(light).boundingBox();
    if (!box) throw new Error('not visible');
    await pupil.page.mouse.move(box.x + 8, box.y + 14);
    await pupil.page.mouse.down();
    await pupil.page.mouse.move(box.x + 120, box.y + 160, { steps: 8 });
    await reload(pupil);
    await holds(pupil, light, given + 1);
    await holds(pupil, start, 1);
    await pupil.page.mouse.up();
    expect(pupil.watched.complaints).toEqual([]);
    await pupil.page.context().close();
  });

  it('can be undone and done again after a reload', async () => {
    const pupil = await join();
    await addLight(pupil);
    await pupil.saved();
    await keptUndo(pupil);
    await reload(pupil);
    await holds(pupil, light, given + 1);
    const undo = async (keys: string, count: number) =>
      expect
        .poll(
          async () => {
            await pupil.page
              .locator('sb-blocks .blocklyMainBackground')
              .click({ position: { x: 400, y: 400 } });
            await pupil.page.keyboard.press(keys);
            return pupil.count(light);
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(count);
    await undo('ControlOrMeta+z', given);
    await undo('ControlOrMeta+Shift+z', given + 1);
    await pupil.page.context().close();
  });

  it('built without a server comes to it when it is back, and to a page that is reloaded', async () => {
    const pupil = await join();
    await withoutServer(async () => {
      await says(pupil, 'offline');
      await addLight(pupil);
    });
    await says(pupil, 'saved');
    await reload(pupil);
    await holds(pupil, light, given + 1);
    await pupil.page.context().close();
  });

  it('that was changed in two tabs is shown twice; what is not taken is in the versions', async () => {
    const first = await join();
    await first.saved();
    const second = await first.secondTab();
    await withoutServer(async () => {
      await Promise.all([says(first, 'offline'), says(second, 'offline')]);
      await first.page.bringToFront();
      await addLight(first);
      await second.page.bringToFront();
      await addLight(second);
      await addLight(second);
    });
    // Whoever comes second is asked; the other has saved.
    const asked = await Promise.any(
      [first, second].map(async (pupil) => {
        await says(pupil, 'conflict');
        return pupil;
      }),
    );
    await asked.page.bringToFront();
    await asked.page.locator('sb-conflict sb-block-picture[ready]').nth(1).waitFor();
    const mine = await asked.count(light);
    await asked.page.click(marked('conflict-theirs'));
    await holds(asked, light, given + (mine === given + 1 ? 2 : 1));
    await says(asked, 'saved');

    await openWork(asked, 'versions');
    const rejected = asked.page.locator(marked('version'), { hasText: 'nicht übernommen' });
    await rejected.click();
    await asked.page.click(marked('version-take'));
    await holds(asked, light, mine);
    await says(asked, 'saved');
    await first.page.context().close();
  });

  it('goes home as a file, comes back, and stays when the file is none', async () => {
    const pupil = await join();
    await addLight(pupil);
    await openWork(pupil, 'file');
    const [download] = await Promise.all([
      pupil.page.waitForEvent('download'),
      pupil.page.click(marked('file-save')),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.steckbrett\.json$/);
    const file = await readFile(await download.path());
    expect(file.toString()).not.toContain('nickname');

    const open = (name: string, buffer: Buffer) =>
      pupil.page.setInputFiles(marked('file-open'), { name, mimeType: 'application/json', buffer });
    await open('half.steckbrett.json', file.subarray(0, 100));
    await pupil.page.waitForSelector(marked('file-problem'));
    await open('art.png', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'));
    await expect
      .poll(() => pupil.page.locator(marked('file-problem')).textContent(), { timeout: 15_000 })
      .toContain('Bild');
    await holds(pupil, light, given + 1);

    await pupil.page.keyboard.press('Escape');
    await addLight(pupil);
    await openWork(pupil, 'file');
    await open(download.suggestedFilename(), file);
    await pupil.page.click(marked('file-take'));
    await holds(pupil, light, given + 1);
    await says(pupil, 'saved');
    expect(pupil.watched.complaints).toEqual([]);
    await pupil.page.context().close();
  });

  it('leaves nothing in a browser whose seat was left, except what the server has not', async () => {
    const pupil = await join();
    await addLight(pupil);
    await keptUndo(pupil);
    await addLight(pupil);
    await pupil.page.click(marked('menu'));
    await pupil.page.click(marked('leave'));
    await pupil.page.click(marked('leave-now'));
    await pupil.page.waitForSelector(marked('join-code'));
    await expect.poll(() => keptOf(pupil), { timeout: 30_000 }).toEqual({ copies: 0, deeds: 0 });

    await pupil.page.goto(`${world.server.url}/?code=${world.room.class.code}`);
    await pupil.page.click(marked('join-go'));
    await pupil.ready();
    await withoutServer(async () => {
      await says(pupil, 'offline');
      await addLight(pupil);
      await pupil.page.click(marked('menu'));
      await pupil.page.click(marked('leave'));
      await pupil.page.waitForSelector(marked('leave-unsent'));
      await pupil.page.click(marked('leave-now'));
      await pupil.page.waitForSelector(marked('join-code'));
      await expect.poll(() => keptOf(pupil), { timeout: 30_000 }).toEqual({ copies: 1, deeds: 0 });
    });
    await pupil.page.context().close();
  });

  it('is saved by the server alone where the browser keeps nothing, and says when it is nowhere', async () => {
    const { page } = await openPage(world.browser);
    await page.context().addInitScript(forbidStorage);
    await page.close();
    const pupil = await PupilPage.inContext(
      page.context(),
      `${world.server.url}/?code=${world.room.class.code}`,
    );
    await addLight(pupil);
    await says(pupil, 'saved');
    await withoutServer(async () => {
      await says(pupil, 'offline');
      await addLight(pupil);
      await says(pupil, 'forgetful');
    });
    await says(pupil, 'saved');
    await holds(pupil, light, given + 2);
    await page.context().close();
  });
});

/** Resolved when the browser has kept what can be undone. */
async function keptUndo(pupil: PupilPage): Promise<void> {
  const kept = async () => (await tableOf(pupil, 'steckbrett-undo', 'deeds'))[0]?.undo?.length ?? 0;
  await expect.poll(kept, { timeout: 30_000 }).toBeGreaterThan(0);
}

/** How much of work the browser keeps. */
const keptOf = async (pupil: PupilPage) => ({
  copies: (await tableOf(pupil, 'steckbrett', 'work')).length,
  deeds: (await tableOf(pupil, 'steckbrett-undo', 'deeds')).length,
});

/** What is in a table of the browser's storage. */
const tableOf = (pupil: PupilPage, database: string, table: string) =>
  pupil.page.evaluate(
    ([database, table]) =>
      new Promise<{ undo?: unknown[] }[]>((resolve) => {
        const opening = indexedDB.open(database);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(table).objectStore(table).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
        opening.onerror = () => resolve([]);
      }),
    [database, table] as const,
  );

describe('a lesson that came while the page was closed', () => {
  it('is no conflict with unsent work of the lesson before, which goes to the history', async () => {
    const pupil = await join();
    const token = await pupil.token();
    await withoutServer(async () => {
      await addLight(pupil);
      await says(pupil, 'offline');
      await expect.poll(() => pupil.page.evaluate(unsentCopies), { timeout: 30_000 }).toBe(1);
      await pupil.page.goto('about:blank');
    });
    const partner = await openPupil(world.server.url, token);
    const teacher = await connectTeacher(world.server.url, world.room.teacher.cookies);
    const sent = new Promise((heard) => partner.socket.on('work:sent', heard));
    resultOf(
      await teacher.emitWithAck('class:send', {
        classId: world.room.class.id,
        to: [partner.state.seat.id],
        what: { kind: 'lesson', lessonId: 'parking-sensor' },
      }),
    );
    await sent;
    const again = await openPupil(world.server.url, token);
    const blocks = [{ type: start, id: 'start', x: 20, y: 20 }];
    resultOf(
      await again.socket.emitWithAck('workspace:save', {
        base: again.state.workspace.version,
        blocks: { blocks: { languageVersion: 0, blocks } },
        tab: 'partner',
      }),
    );

    await pupil.page.goto(world.server.url);
    await pupil.ready();
    await pupil.page.locator(marked('restarted'), { hasText: 'neue Lektion' }).waitFor();
    await pupil.saved();
    await holds(pupil, light, 0);
    expect(await pupil.page.locator(marked('two-versions')).count()).toBe(0);
    await openWork(pupil, 'versions');
    await expect
      .poll(() => pupil.page.locator(`sb-version-card`).count(), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(2);
    for (const { socket } of [partner, again]) socket.disconnect();
    teacher.disconnect();
    await pupil.page.context().close();
  });
});

/** How many copies of unsent work this browser keeps; runs in the page. */
function unsentCopies(): Promise<number> {
  return new Promise((resolve, refuse) => {
    const opening = indexedDB.open('steckbrett');
    opening.onerror = () => refuse(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('work').objectStore('work').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
      counting.onerror = () => refuse(counting.error);
    };
  });
}
