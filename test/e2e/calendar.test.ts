import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { addTeacher, type SpawnedServer, setUpStaff, spawnServer, staffMember } from '../support/server.ts';
import { AssociationPage } from './support/association-page.ts';

const day = 86_400_000;
/** This week’s Monday, 8:00. */
const monday = (() => {
  const time = new Date();
  time.setDate(time.getDate() - ((time.getDay() + 6) % 7));
  return time.setHours(8, 0, 0, 0);
})();
/** A day's width in the view of weeks, CSS pixels. */
const dayWidth = 32;

describe('the calendar of kits', () => {
  let server: SpawnedServer;
  let browser: Browser;
  let staff: ApiClient;
  let vera: AssociationPage;
  const loans: { id: string; number: string }[] = [];
  beforeAll(async () => {
    ensurePage();
    server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
    staff = await setUpStaff(server);
    const { schoolId } = await addTeacher(server, staff);
    const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Klassenkiste', copies: 3 });
    const times = [
      [0, 0, 5],
      [0, 12, 19],
      [1, 2, 16],
    ] as const;
    for (const [kit, from, to] of times) {
      const startsAt = monday + from * day;
      const loan = await staff.call(
        'addLoan',
        {},
        {
          ...{ kind: 'loan', schoolId, startsAt, endsAt: monday + to * day, pupils: 10, lessons: [] },
          ...{ wish: '', note: '', contactName: 'Theo', contactEmail: '', contactPhone: '' },
        },
      );
      const { id, number, version } = loan;
      await staff.call('reserveLoan', { loanId: id }, { version, assetIds: [assets[kit]?.id ?? ''] });
      loans.push({ id, number });
    }
    browser = await launchBrowser();
    vera = await AssociationPage.signIn(browser, server.url, staffMember, 'calendar');
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  });

  const bar = (kit: string, loan: number): Locator =>
    vera.page.locator(marked(`bar-${kit}-${loans[loan]?.number}`));
  const startOf = async (loan: number) =>
    Math.round(((await staff.call('loan', { loanId: loans[loan]?.id ?? '' }, {})).startsAt - monday) / day);
  const drag = async (what: Locator, days: number, at: 'middle' | 'end' = 'middle') => {
    const box = await what.boundingBox();
    if (!box) throw new Error('the bar is not to be seen');
    const x = at === 'end' ? box.x + box.width - 5 : box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await vera.page.mouse.move(x, y);
    await vera.page.mouse.down();
    await vera.page.mouse.move(x + (days * dayWidth) / 2, y, { steps: 3 });
    await vera.page.mouse.move(x + days * dayWidth, y, { steps: 3 });
  };

  it('moves a loan that is dragged, and takes it back', async () => {
    await bar('K1', 0).waitFor();
    await drag(bar('K1', 0), 2);
    await vera.page.mouse.up();
    await vera.page.waitForSelector(marked('moved'));
    expect(await startOf(0)).toBe(2);
    await vera.page.locator(`${marked('moved')} button`).click();
    await vera.page.waitForSelector(marked('moved'), { state: 'detached' });
    expect(await startOf(0)).toBe(0);
  });

  it('says while dragging what stands in the way, and does not save it', async () => {
    await drag(bar('K1', 0), 9, 'end');
    const draft = vera.page.locator(marked('draft'));
    await draft.getByText(`Nicht frei: Leihe ${loans[1]?.number}`).waitFor();
    await vera.page.mouse.up();
    await draft.getByRole('button', { name: 'Zurück' }).click();
    await draft.waitFor({ state: 'detached' });
    expect(await startOf(0)).toBe(0);
  });

  it('moves with the keys: arrows, Enter, and Escape', async () => {
    await bar('K2', 2).focus();
    await vera.page.keyboard.press('ArrowRight');
    await vera.page.keyboard.press('Escape');
    await vera.page.waitForSelector(marked('draft'), { state: 'detached' });
    await vera.page.keyboard.press('ArrowRight');
    await vera.page.keyboard.press('Enter');
    await vera.page.waitForSelector(marked('moved'));
    expect(await startOf(2)).toBe(3);
  });

  it('dims what is not free in a time', async () => {
    const text = (at: number) => new Date(at + 12 * 3_600_000).toISOString().slice(0, 10);
    await vera.page.getByLabel('Frei vom').fill(text(monday));
    await vera.page.getByLabel('bis', { exact: true }).fill(text(monday + 2 * day));
    await vera.page.click(marked('search-free'));
    await vera.page.getByText('1 frei').waitFor();
  });

  it('opens a loan by a click', async () => {
    await bar('K1', 0).click();
    await vera.page.waitForURL(`**/association#loans/${loans[0]?.id}`);
    expect(vera.watched.complaints).toEqual([]);
  });
});
