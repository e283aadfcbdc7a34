import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked, openPage } from '../support/browser.ts';
import { addTeacher, staffMember, temporaryFolder } from '../support/server.ts';
import { addThings, writeLoan } from '../support/storeroom.ts';
import { browserWithCamera, filmOfLabel } from './support/fake-camera.ts';
import { openStore, type Store } from './support/store.ts';

const patient = { timeout: 30_000 };
const phone = { width: 390, height: 844, touch: true } as const;

let store: Store;
let film: string;
beforeAll(async () => {
  film = join(await temporaryFolder(), 'label.y4m');
  // The film must be there before the browser starts; whose code it shows is known after the server.
  await filmOfLabel(film, 'T2');
  store = await openStore(() => browserWithCamera(film));
  const settings = await store.staff.call('settings', {}, {});
  const association = { ...settings.association, name: 'Technik für alle e. V.', phone: '06131 123456' };
  await store.staff.call('saveSettings', {}, { ...settings, association });
});
afterAll(() => store?.close());

describe('scanning a label with a phone', () => {
  it('tells who finds it whose it is, and lets staff in', async () => {
    const [kit] = await addThings(store.staff, 'kit', 1, { name: 'EduKit', place: 'Lager' });
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Lager' });
    const { page, complaints } = await openPage(store.browser, phone);
    await page.goto(`${store.server.url}/T/${kit!.code}`);
    await page.getByText('Gehört').waitFor(patient);
    await page.click(marked('sign-in'));
    await page.fill(marked('signin-email'), staffMember.email);
    await page.fill(
      `${marked('signin-password')} input, input${marked('signin-password')}`,
      staffMember.password,
    );
    await page.click(marked('signin-go'));
    await page.click(marked('do-tick'));
    await page.waitForSelector(marked('done'));
    const { found } = await store.staff.call('stocktake', { stocktakeId: id }, {});
    expect(found).toBe(1);
    // Who is signed in is asked first, and nobody is.
    expect(complaints.filter((one) => !one.includes('401'))).toEqual([]);
  });

  it('lets a teacher report a damage with a photo of what their school has', async () => {
    const { client, schoolId } = await addTeacher(store.server, store.staff);
    const [kit] = await addThings(store.staff, 'kit', 1, { name: 'EduKit' });
    await writeLoan(store.server.dataDir, schoolId, [kit!], 'out');
    const { page } = await store.phone(client);
    await page.goto(`${store.server.url}/t/${kit!.code}`);
    await page.click(marked('do-report-damage'));
    await page.fill(marked('damage-text'), 'Buchse lose');
    const file = await page.screenshot({ type: 'png' });
    await page
      .locator(marked('photo-add'))
      .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: file });
    await page.locator(marked('photo')).waitFor(patient);
    await page.click(marked('damage-send'));
    await page.waitForSelector(marked('done'));
    const { entries } = await store.staff.call('history', {}, { assetId: kit!.id });
    expect(entries[0]).toMatchObject({ kind: 'asset.damage-reported', by: { name: 'Theo Lehrer' } });
    const { photos } = await store.staff.call('photos', {}, { assetId: kit!.id });
    expect((await store.staff.file('photo', { photoId: photos[0]!.id }, {})).type).toBe('image/jpeg');
  });

  it('says so where a label is nobody’s here', async () => {
    const { page } = await openPage(store.browser, phone);
    await page.goto(`${store.server.url}/t/K999`);
    await page.getByText('zu keinem Ding dieses Vereins').waitFor(patient);
  });
});

describe('the camera in the page', () => {
  it('reads the label that is held before it', async () => {
    const parts = await addThings(store.staff, 'part', 2, { place: 'Keller' });
    expect(parts[1]!.code).toBe('T2');
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Keller' });
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/association#stocktake/${id}`);
    await page.click(marked('scan-camera'));
    await page.locator(`${marked('list-found')} [data-code="T2"]`).waitFor(patient);
    await page.click(marked('scan-close'));
    await page.locator(marked('scan-picture')).waitFor({ state: 'detached' });
  });
});
