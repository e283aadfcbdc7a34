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
    await phone.page.keyboard.type(`${store.server.url}/t/${two!.code}`);
    await phone.page.keyboard.press('Enter');
    await listed(phone, 'found', two!.code).waitFor(patient);
  });
});
