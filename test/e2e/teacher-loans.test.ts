import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { marked, type WatchedPage } from '../support/browser.ts';
import { addTeacher } from '../support/server.ts';
import { addThings, writeLoan } from '../support/storeroom.ts';
import { addKits } from './support/lending-stock.ts';
import { openStore, type Store } from './support/store.ts';

const patient = { timeout: 30_000 };

let store: Store;
let teacher: ApiClient;
let schoolId: string;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  store = await openStore();
  ({ client: teacher, schoolId } = await addTeacher(store.server, store.staff));
  await addKits(store.staff, 1);
  const settings = await store.staff.call('settings', {}, {});
  const association = {
    ...settings.association,
    name: 'Technik für alle e. V.',
    email: 'info@technik.example',
  };
  await store.staff.call('saveSettings', {}, { ...settings, association });
  watched = await store.phone(teacher);
  page = watched.page;
});
afterAll(() => store?.close());

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const inState = (state: string) => page.locator(`${marked('my-loan')}[data-state="${state}"]`);
const myLoans = async () => (await teacher.call('myLoans', {}, {})).loans;

async function ask(): Promise<void> {
  await page.fill(marked('span-from'), day(2));
  await page.fill(marked('span-to'), day(12));
  await page.locator(`${marked('pupils')} ${marked('count')}`).fill('8');
  await page.locator(marked('lesson-blink')).click();
  await page.click(marked('request-go'));
  await page.locator(marked('request-sent')).waitFor(patient);
  await inState('requested').waitFor(patient);
}

describe('a teacher who borrows kits', () => {
  it('asks, and takes the request back', async () => {
    await page.goto(`${store.server.url}/teacher#loans`);
    await page.locator(marked('request-go')).waitFor(patient);
    await ask();
    expect(await page.locator(marked('my-mail-change')).getAttribute('href')).toContain(
      'mailto:info@technik.example',
    );
    await page.click(marked('my-cancel'));
    await page.click(marked('my-cancel-go'));
    await page.locator('summary', { hasText: 'Frühere Leihen' }).click();
    await inState('cancelled').waitFor(patient);
  });

  it('asks again, and sees what comes and its papers when the association has kits', async () => {
    await page.click(marked('request-new'));
    await ask();
    const loan = (await myLoans()).find(({ state }) => state === 'requested')!;
    const { assetIds } = await store.staff.call('proposal', { loanId: loan.id }, {});
    await store.staff.call('reserveLoan', { loanId: loan.id }, { version: loan.version, assetIds });
    // The page asks by itself now and then.
    const reserved = inState('reserved');
    await reserved.waitFor({ timeout: 60_000 });
    await reserved.locator(marked('my-things')).locator('summary').click();
    await reserved.locator('sb-counted-part-picture sb-part-picture').first().waitFor(patient);
    await reserved.locator('sb-my-loan-things li', { hasText: '10 × LED rot' }).waitFor(patient);
    expect(await reserved.locator(marked('my-tell')).count()).toBe(0);
    const paper = await reserved.locator('sb-loan-papers a').first().getAttribute('href');
    const answer = await page.request.get(new URL(paper ?? '', store.server.url).href);
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells what is broken or lost of what the school has, asks for more time or agrees on the return', async () => {
    const [kit] = await addThings(store.staff, 'kit', 1, { name: 'Messkit' });
    const loanId = await writeLoan(store.server.dataDir, schoolId, [kit!], 'out');
    await page.reload();
    const out = inState('out');
    await out.waitFor(patient);
    for (const mail of ['longer', 'return'])
      expect(await out.locator(marked(`my-mail-${mail}`)).getAttribute('href')).toContain(kit!.code);
    await out.locator(marked('my-things')).locator('summary').click();
    await out.locator(marked('my-tell')).click();
    await page.fill(marked('damage-text'), 'Zwei LEDs sind weg');
    await page.click(marked('damage-send'));
    await out.locator(marked('told'), { hasText: kit!.code }).waitFor(patient);
    const { entries } = await store.staff.call('history', {}, { loanId });
    expect(entries[0]).toMatchObject({ kind: 'asset.damage-reported', by: { name: 'Theo Lehrer' } });
    expect(entries[0]?.de).toContain('Zwei LEDs sind weg');
    expect(watched.complaints).toEqual([]);
  });
});
