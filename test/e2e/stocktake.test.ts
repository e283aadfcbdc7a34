import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetLine } from '../../server/api/contract/lending/assets.ts';
import { lanHost, marked, openPage, type WatchedPage } from '../support/browser.ts';
import { staffMember } from '../support/server.ts';
import { addThings } from '../support/storeroom.ts';
import { openStore, type Store, typeCode } from './support/store.ts';

const patient = { timeout: 30_000 };

let store: Store;
let things: AssetLine[];
let stray: AssetLine;
beforeAll(async () => {
  store = await openStore();
  things = await addThings(store.staff, 'part', 5, { name: 'Kamera', place: 'Keller' });
  stray = (await addThings(store.staff, 'part', 1, { name: 'Beamer', place: 'Dachboden' }))[0]!;
});
afterAll(() => store?.close());

const listed = (phone: WatchedPage, list: string, code: string) =>
  phone.page.locator(`${marked(`list-${list}`)} [data-code="${code}"]`);
const progress = (phone: WatchedPage) => phone.page.locator(marked('progress')).textContent();

describe('two people count a place', () => {
  let vera: WatchedPage;
  let otto: WatchedPage;

  it('and see each other’s ticks', async () => {
    vera = await store.phone(store.staff);
    await vera.page.goto(`${store.server.url}/association#stocktake`);
    await vera.page.locator(marked('place'), { hasText: 'Keller' }).click();
    await vera.page.waitForSelector(marked('progress'));
    otto = await store.phone(store.staff);
    await otto.page.goto(vera.page.url());
    await otto.page.waitForSelector(marked('progress'));

    await typeCode(vera.page, things[0]!.code.toLowerCase());
    await listed(otto, 'found', things[0]!.code).waitFor(patient);
    await typeCode(otto.page, things[1]!.code);
    await listed(vera, 'found', things[1]!.code).waitFor(patient);
    expect(await progress(vera)).toContain('2 von 5');
  });

  it('one goes on without the network, and what they scanned outlives the page', async () => {
    const context = otto.page.context();
    await context.setOffline(true);
    await typeCode(otto.page, things[2]!.code);
    await typeCode(otto.page, stray.code);
    await otto.page.waitForSelector(marked('waiting'));
    await listed(otto, 'found', things[2]!.code).waitFor(patient);
    const address = otto.page.url();
    await otto.page.close();
    await context.setOffline(false);
    otto = { ...otto, page: await context.newPage() };
    await otto.page.goto(address);
    await listed(vera, 'found', things[2]!.code).waitFor(patient);
    await listed(vera, 'unexpected', stray.code).waitFor(patient);
    await otto.page.locator(marked('waiting')).waitFor({ state: 'detached', ...patient });
    expect(await listed(vera, 'unexpected', stray.code).textContent()).toContain('Dachboden');
  });

  it('one comes back after the end: the scans are refused with a sentence and stay on the phone', async () => {
    const context = otto.page.context();
    await context.setOffline(true);
    await typeCode(otto.page, things[3]!.code);
    await otto.page.waitForSelector(marked('waiting'));

    await vera.page.click(marked('finish'));
    await vera.page.locator(marked('mark-lost')).check();
    await vera.page.locator(marked('move-here')).check();
    await vera.page.click(marked('finish-go'));
    await vera.page.locator(marked('finish')).waitFor({ state: 'detached', ...patient });

    await context.setOffline(false);
    const refused = otto.page.locator(marked('refused'));
    await refused.waitFor(patient);
    expect(await refused.textContent()).toContain(things[3]!.code);
    const lost = await store.staff.call('asset', { assetId: things[4]!.id }, {});
    expect(lost.condition).toBe('lost');
    const moved = await store.staff.call('asset', { assetId: stray.id }, {});
    expect(moved.place).toBe('Keller');
    expect(vera.complaints).toEqual([]);
  });
});

describe('a stocktake that somebody else ends', () => {
  it('shows its result to those who were still scanning', async () => {
    await addThings(store.staff, 'part', 2, { place: 'Speicher' });
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Speicher' });
    const { page, complaints } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/association#stocktake/${id}`);
    await page.click(marked('finish'));
    await page.waitForSelector(marked('finish-go'));
    await store.staff.call('finishStocktake', { stocktakeId: id }, { markLost: false, moveHere: false });
    await page.locator(marked('ended')).waitFor(patient);
    await page.locator(marked('finish-go')).waitFor({ state: 'hidden', ...patient });
    await page.locator(marked('scan-field')).waitFor({ state: 'detached', ...patient });
    // The rest of the page is there again.
    await page.locator(marked('nav-stocktake')).waitFor(patient);
    expect(complaints).toEqual([]);
  });
});

describe('a place with five hundred things', () => {
  it('is counted on a phone, with or without sound', async () => {
    const many: AssetLine[] = [];
    for (let batch = 0; batch < 5; batch += 1)
      many.push(...(await addThings(store.staff, 'part', 100, { name: 'Kabel', place: 'Halle' })));
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Halle' });
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/association#stocktake/${id}`);
    const sound = page.locator(marked('scan-sound'));
    await sound.waitFor(patient);
    expect(await sound.getAttribute('aria-pressed')).toBe('true');
    await sound.click();
    for (const { code } of many.slice(0, 3)) await typeCode(page, code);
    await page.locator(marked('progress'), { hasText: '3 von 500' }).waitFor(patient);
    expect(await page.locator(`${marked('list-missing')} li`).count()).toBe(497);
    await page.reload();
    await sound.waitFor(patient);
    expect(await sound.getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the way through the association on a phone', () => {
  it('is a bar below with what is open in it, and a sheet with everything', async () => {
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/association#settings`);
    const settings = page.locator(marked('nav-settings'));
    await settings.waitFor(patient);
    expect(await settings.getAttribute('aria-current')).toBe('page');
    const labels = page.locator(marked('nav-labels'));
    expect(await labels.isVisible()).toBe(false);
    await page.locator(marked('nav-more')).focus();
    await page.keyboard.press('Enter');
    await labels.waitFor(patient);
    await page.keyboard.press('Escape');
    await labels.waitFor({ state: 'hidden', ...patient });
    await page.keyboard.press('Enter');
    await labels.click();
    await labels.waitFor(patient);
    expect(await labels.getAttribute('aria-current')).toBe('page');
    expect(await settings.isVisible()).toBe(false);
  });
});

describe('a phone on plain HTTP by address', () => {
  it('says why there is no camera, and takes typed codes and those of a hardware scanner', async () => {
    await addThings(store.staff, 'part', 1, { place: 'Garage' });
    const [one, two] = await addThings(store.staff, 'part', 2, { place: 'Garage' });
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Garage' });
    const phone = await openPage(store.browser, { width: 390, height: 844, touch: true });
    const origin = `http://${lanHost}:${store.server.port}`;
    await phone.page.goto(`${origin}/association#stocktake/${id}`);
    await phone.page.fill(marked('signin-email'), staffMember.email);
    await phone.page.fill(
      `${marked('signin-password')} input, input${marked('signin-password')}`,
      staffMember.password,
    );
    await phone.page.click(marked('signin-go'));
    await phone.page.click(marked('scan-camera'));
    expect(await phone.page.locator(marked('scan-refusal')).textContent()).toContain('https');
    await typeCode(phone.page, one!.code);
    await listed(phone, 'found', one!.code).waitFor(patient);
    await phone.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // As quick as a scanner types also on a machine that is busy: over the debugger each key would take its time.
    await phone.page.evaluate((text) => {
      for (const key of [...text, 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }, `${store.server.url}/t/${two!.code}`);
    await listed(phone, 'found', two!.code).waitFor(patient);
  });
});
