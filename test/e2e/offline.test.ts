import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

const light = 'steckbrett_led_set';
const patient = { timeout: 30_000 };

let world: World;
beforeAll(async () => {
  world = await World.start(0);
});
afterAll(() => world?.stop());

const join = (origin: string, nickname: string) =>
  PupilPage.join(world.browser, origin, world.room.class.code, { nickname, kept: true });
const holds = (pupil: PupilPage, count: number) => expect.poll(() => pupil.count(light), patient).toBe(count);

async function addLight(pupil: PupilPage): Promise<void> {
  const before = await pupil.count(light);
  await pupil.dragBelow('Licht', light, pupil.block('steckbrett_start'));
  await holds(pupil, before + 1);
}

/** What this browser keeps of seats: names of its databases’ entries. */
const keptOfSeats = (pupil: PupilPage): Promise<string[]> =>
  pupil.page.evaluate(async () => {
    const found: string[] = [];
    for (const [database, table] of [
      ['steckbrett-seats', 'last-known'],
      ['steckbrett', 'work'],
    ] as const) {
      const open = indexedDB.open(database);
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      if (open.result.objectStoreNames.contains(table)) {
        const keys = open.result.transaction(table).objectStore(table).getAllKeys();
        await new Promise((resolve) => {
          keys.onsuccess = resolve;
        });
        found.push(...keys.result.map((key) => `${table}: ${String(key)}`));
      }
      open.result.close();
    }
    return found;
  });

describe('a page that was open once', () => {
  let pupil: PupilPage;
  let given: number;

  it('opens without the server, shows the pupil’s work and runs it on the virtual Pi', async () => {
    pupil = await join(world.server.url, 'Dachs');
    await pupil.kept();
    given = await pupil.count(light);
    await addLight(pupil);
    await pupil.saved();

    await world.server.kill('SIGKILL');
    await pupil.page.reload();
    await pupil.ready();
    await holds(pupil, given + 1);
    await pupil.page.waitForSelector(marked('offline'));
    expect(await pupil.page.locator(marked('nickname')).textContent()).toContain('Dachs');
    await pupil.target('virtual');
    await pupil.run();
    await pupil.sees(18, 1);
  });

  it('keeps what is done then across another reload, and sends it when the server is back', async () => {
    await addLight(pupil);
    await pupil.page.reload();
    await pupil.ready();
    await holds(pupil, given + 2);

    world.server = await world.server.restart();
    await pupil.page.waitForSelector(marked('offline'), { state: 'detached', timeout: 60_000 });
    await pupil.saved();
    await pupil.page.reload();
    await pupil.ready();
    await holds(pupil, given + 2);
    await pupil.saved();
  });

  it('forgets the seat and its work when the pupil leaves', async () => {
    await expect.poll(() => keptOfSeats(pupil), patient).not.toEqual([]);
    await pupil.page.click(marked('menu'));
    await pupil.page.click(marked('leave'));
    await pupil.page.click(marked('leave-now'));
    await pupil.page.waitForSelector(marked('join-code'));
    await expect.poll(() => keptOfSeats(pupil), patient).toEqual([]);
    await pupil.page.context().close();
  });
});

describe('a page of plain HTTP by address', () => {
  it('has no service worker, and does all else: join, build, save, run', async () => {
    const pupil = await join(world.lanOrigin, 'Luchs');
    expect(await pupil.page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([
      false,
      false,
    ]);
    await addLight(pupil);
    await pupil.saved();
    await pupil.target('virtual');
    await pupil.run();
    await pupil.sees(18, 1);
    expect(pupil.watched.complaints).toEqual([]);
    expect(new Set(pupil.watched.requests.map((url) => new URL(url).host))).toEqual(
      new Set([new URL(world.lanOrigin).host]),
    );
    await pupil.page.context().close();
  });
});
