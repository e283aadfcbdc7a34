import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { addTeacher, type SpawnedServer, setUpStaff, spawnServer, staffMember } from '../support/server.ts';
import { AssociationPage } from './support/association-page.ts';
import { type LentKit, lentKits, thisMonday } from './support/lent-kits.ts';

const day = 86_400_000;
const monday = thisMonday();
/** A day's width in the view of weeks, CSS pixels. */
const dayWidth = 32;

describe('the calendar of kits', () => {
  let server: SpawnedServer;
  let browser: Browser;
  let staff: ApiClient;
  let vera: AssociationPage;
  let loans: LentKit[];
  beforeAll(async () => {
    ensurePage();
    server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
    staff = await setUpStaff(server);
    const { schoolId } = await addTeacher(server, staff);
    ({ loans } = await lentKits(staff, schoolId, {
      kits: 3,
      times: [
        [0, 0, 5],
        [0, 12, 19],
        [1, 2, 16],
      ],
    }));
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
  const endOf = async (loan: number) =>
    Math.round(((await staff.call('loan', { loanId: loans[loan]?.id ?? '' }, {})).endsAt - monday) / day);
  const dragToRow = async (what: Locator, code: string) => {
    const from = await what.boundingBox();
    const to = await vera.page.locator('sb-calendar-board .row', { hasText: code }).boundingBox();
    if (!from || !to) throw new Error('the bar or the row is not to be seen');
    const x = from.x + from.width / 2;
    await vera.page.mouse.move(x, from.y + from.height / 2);
    await vera.page.mouse.down();
    await vera.page.mouse.move(x + 4, to.y + to.height / 2, { steps: 5 });
  };
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

  it('takes several steps back, the last one first, by button and by Ctrl+Z', async () => {
    await bar('K1', 0).focus();
    await vera.page.keyboard.press('ArrowRight');
    await vera.page.keyboard.press('Enter');
    await vera.page.getByText('Rückgängig (2)').waitFor();
    await bar('K1', 0).focus();
    await vera.page.keyboard.press('Shift+ArrowRight');
    await vera.page.keyboard.press('Enter');
    await vera.page.getByText('Rückgängig (3)').waitFor();
    expect([await startOf(0), await endOf(0), await startOf(2)]).toEqual([1, 7, 3]);
    await vera.page.click(marked('undo'));
    await vera.page.getByText('Rückgängig (2)').waitFor();
    expect([await startOf(0), await endOf(0)]).toEqual([1, 6]);
    await vera.page.keyboard.press('Control+z');
    await vera.page.getByRole('button', { name: 'Rückgängig', exact: true }).waitFor();
    expect([await startOf(0), await endOf(0)]).toEqual([0, 5]);
    await vera.page.keyboard.press('Control+z');
    await vera.page.waitForSelector(marked('moved'), { state: 'detached' });
    expect(await startOf(2)).toBe(2);
  });

  it('lets go by Esc while the button is still held', async () => {
    await drag(bar('K2', 2), 3);
    await vera.page.waitForSelector(marked('draft'));
    await vera.page.keyboard.press('Escape');
    await vera.page.waitForSelector(marked('draft'), { state: 'detached' });
    await vera.page.mouse.up();
    expect(await startOf(2)).toBe(2);
    expect(new URL(vera.page.url()).hash).toBe('#calendar');
  });

  it('gives a loan another kit when it is dragged to its row and that is said again, and takes it back', async () => {
    const kitsOf = async (loan: number) =>
      (await staff.call('loan', { loanId: loans[loan]?.id ?? '' }, {})).codes;
    await dragToRow(bar('K1', 0), 'K3');
    const draft = vera.page.locator(marked('draft'));
    await draft.getByText('K1 → K3').waitFor();
    await vera.page.mouse.up();
    expect(await kitsOf(0)).toEqual(['K1']);
    await vera.page.click(marked('save-draft'));
    await vera.page.waitForSelector(marked('moved'));
    await bar('K3', 0).waitFor();
    expect(await kitsOf(0)).toEqual(['K3']);
    await vera.page.click(marked('undo'));
    await bar('K1', 0).waitFor();
    expect(await kitsOf(0)).toEqual(['K1']);
  });

  it('says that the other kit is not free, also by key', async () => {
    await bar('K1', 0).focus();
    await vera.page.keyboard.press('ArrowDown');
    const draft = vera.page.locator(marked('draft'));
    await draft.getByText(`Nicht frei: Leihe ${loans[2]?.number}`).waitFor();
    expect(await vera.page.locator(marked('save-draft')).count()).toBe(0);
    await vera.page.keyboard.press('ArrowDown');
    await draft.getByText('K1 → K3').waitFor();
    await vera.page.keyboard.press('Escape');
    await draft.waitFor({ state: 'detached' });
  });

  it('searches kits and schools, and groups them', async () => {
    const names = vera.page.locator('sb-calendar-board a.name b');
    await vera.page.fill(marked('kit-search'), 'k2');
    await expect.poll(() => names.allTextContents(), { timeout: 15_000 }).toEqual(['K2']);
    await vera.page.fill(marked('kit-search'), 'nirgends');
    await vera.page.waitForSelector(marked('no-kits'));
    await vera.page.fill(marked('kit-search'), 'testschule');
    await expect.poll(() => names.allTextContents(), { timeout: 15_000 }).toEqual(['K1', 'K2']);
    await vera.page.fill(marked('kit-search'), '');
    await vera.page.selectOption(marked('grouping'), 'place');
    await vera.page.getByRole('heading', { name: 'Ohne Lagerort' }).waitFor();
    await vera.page.selectOption(marked('grouping'), 'none');
  });

  it('puts a month on one sheet of A4, landscape', async () => {
    const pdf = await vera.page.pdf({ preferCSSPageSize: true });
    const text = pdf.toString('latin1');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect(Math.round(Number(width))).toBe(842);
    expect(Math.round(Number(height))).toBe(595);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await vera.page.waitForSelector(marked('paper'), { state: 'detached' });
  });

  it('dims what is not free in a time', async () => {
    const text = (at: number) => new Date(at + 12 * 3_600_000).toISOString().slice(0, 10);
    await vera.page.getByLabel('Frei vom').fill(text(monday));
    await vera.page.getByLabel('bis', { exact: true }).fill(text(monday + 2 * day));
    await vera.page.click(marked('search-free'));
    await vera.page.getByText('1 frei').waitFor();
    await vera.page.check(marked('only-free'));
    await bar('K1', 0).waitFor({ state: 'detached' });
    await vera.page.click(marked('all-again'));
  });

  it('opens a loan by a click', async () => {
    await bar('K1', 0).click();
    await vera.page.waitForURL(`**/association#loans/${loans[0]?.id}`);
    expect(vera.watched.complaints).toEqual([]);
  });
});
