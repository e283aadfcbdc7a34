import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { addTeacher, type SpawnedServer, setUpStaff, spawnServer, staffMember } from '../support/server.ts';
import { AssociationPage } from './support/association-page.ts';
import { Finger } from './support/finger.ts';
import { type LentKit, lentKits, thisMonday } from './support/lent-kits.ts';

const day = 86_400_000;
const monday = thisMonday();
/** A day's width in the view of weeks, CSS pixels. */
const dayWidth = 32;

describe('the calendar under a finger', () => {
  let server: SpawnedServer;
  let browser: Browser;
  let staff: ApiClient;
  let vera: AssociationPage;
  let finger: Finger;
  let loans: LentKit[];
  beforeAll(async () => {
    ensurePage();
    server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
    staff = await setUpStaff(server);
    const { schoolId } = await addTeacher(server, staff);
    ({ loans } = await lentKits(staff, schoolId, {
      kits: 40,
      times: [
        [0, 2, 8],
        [0, 12, 19],
      ],
    }));
    browser = await launchBrowser();
    const tablet = { width: 820, height: 1180, touch: true };
    vera = await AssociationPage.signIn(browser, server.url, staffMember, 'calendar', tablet);
    finger = await Finger.on(vera.page);
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  });

  const bar = (loan: number) => vera.page.locator(marked(`bar-K1-${loans[loan]?.number}`));
  /** Brings it to the middle of the board, whatever day of the week it is: at the edge, the board scrolls under the finger. */
  const centre = (loan: number) =>
    bar(loan).evaluate((it) => it.scrollIntoView({ inline: 'center', block: 'nearest' }));
  const draft = () => vera.page.locator(marked('draft'));
  const timeOf = async (loan: number) => {
    const { startsAt, endsAt } = await staff.call('loan', { loanId: loans[loan]?.id ?? '' }, {});
    return [startsAt, endsAt].map((at) => Math.round((at - monday) / day));
  };

  it('moves a loan that is held for a moment, and opens nothing', async () => {
    await bar(0).waitFor();
    await centre(0);
    await finger.down(bar(0));
    await draft().waitFor();
    await finger.move({ x: 2 * dayWidth });
    await finger.up();
    await vera.page.waitForSelector(marked('moved'));
    expect(await timeOf(0)).toEqual([4, 10]);
    expect(new URL(vera.page.url()).hash).toBe('#calendar');
  });

  it('extends it at its end, and says what is in the way before the finger leaves', async () => {
    await centre(0);
    await finger.down(bar(0), 12);
    await draft().waitFor();
    await finger.move({ x: dayWidth });
    await finger.move({ x: 3 * dayWidth });
    await draft().getByText(`Nicht frei: Leihe ${loans[1]?.number}`).waitFor();
    await finger.move({ x: -3 * dayWidth });
    await finger.up();
    await vera.page.getByText('Rückgängig (2)').waitFor();
    expect(await timeOf(0)).toEqual([4, 11]);
  });

  it('scrolls when the finger moves on at once, and moves no loan', async () => {
    const board = vera.page.locator(marked('board'));
    const scrolled = () => board.evaluate(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
    const before = await scrolled();
    await finger.swipe(bar(0), { x: -5 * dayWidth });
    await expect
      .poll(async () => (await scrolled()).scrollLeft, { timeout: 15_000 })
      .toBeGreaterThan(before.scrollLeft);
    await finger.swipe(bar(1), { y: -200 });
    await expect.poll(async () => (await scrolled()).scrollTop, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await draft().count()).toBe(0);
    expect([await timeOf(0), await timeOf(1)]).toEqual([
      [4, 11],
      [12, 19],
    ]);
  });

  it('opens a loan by a tap', async () => {
    await bar(0).tap();
    await vera.page.waitForURL(`**/association#loans/${loans[0]?.id}`);
    expect(vera.watched.complaints).toEqual([]);
  });
});
