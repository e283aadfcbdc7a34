import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAgent } from '../support/agent-process.ts';
import { marked, openPage } from '../support/browser.ts';
import { addTeacher, staffMember, temporaryFolder } from '../support/server.ts';
import { addThings, writeLoan } from '../support/storeroom.ts';
import { browserWithCamera, filmOfLabel } from './support/fake-camera.ts';
import { smallPng } from './support/lending-stock.ts';
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

describe('one tap', () => {
  let schoolId = '';
  beforeAll(async () => {
    ({ id: schoolId } = await store.staff.call('addSchool', {}, { name: 'Tippschule', city: 'Mainz' }));
  });

  it('packs a thing for the loan that waits for it, and takes that back', async () => {
    const [kit] = await addThings(store.staff, 'kit', 1, { name: 'Tippkit' });
    const loanId = await writeLoan(store.server.dataDir, schoolId, [kit!], 'reserved');
    const { page, complaints } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/t/${kit!.code}`);
    // What is most likely wanted is first, and large.
    const first = page.locator('sb-thing-actions li').first().locator(marked('do-pack'));
    await first.waitFor(patient);
    expect((await first.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    const itemState = async () =>
      (await store.staff.call('loan', { loanId }, {})).itemList.map(({ state }) => state);
    await first.click();
    await page.locator(marked('done'), { hasText: 'Eingepackt für Tippschule' }).waitFor(patient);
    expect(await itemState()).toEqual(['packed']);
    expect(await page.locator(marked('go-on')).getAttribute('href')).toContain(`#loans/${loanId}/pack`);
    await page.click(marked('undo'));
    await page.locator(marked('done'), { hasText: 'Zurückgenommen' }).waitFor(patient);
    expect(await itemState()).toEqual(['reserved']);
    await page.locator(marked('do-pack')).waitFor(patient);
    expect(complaints).toEqual([]);
  });

  it('takes a thing back from the school that has it', async () => {
    const [kit] = await addThings(store.staff, 'kit', 1, { name: 'Tippkit' });
    const loanId = await writeLoan(store.server.dataDir, schoolId, [kit!], 'out');
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/t/${kit!.code}`);
    await page.locator(marked('where'), { hasText: 'Tippschule' }).waitFor(patient);
    await page.click(marked('do-return'));
    await page.locator(marked('done'), { hasText: 'Zurück von Tippschule' }).waitFor(patient);
    const { state, itemList } = await store.staff.call('loan', { loanId }, {});
    expect([state, itemList[0]?.state]).toEqual(['returned', 'back']);
    await page.locator(marked('do-return')).waitFor({ state: 'detached', ...patient });
  });
});

describe('a Pi that is switched on', () => {
  it('blinks, and tests itself for the loan that it came back from', async () => {
    const school = await store.staff.call('addSchool', {}, { name: 'Pischule', city: 'Mainz' });
    const { config } = await store.staff.call('addDevice', {}, { name: 'pi-77', schoolId: school.id });
    const { assets } = await store.staff.call(
      'addAssets',
      {},
      { kind: 'device', name: 'Pi', copies: 1, deviceId: config.deviceId },
    );
    const loanId = await writeLoan(store.server.dataDir, school.id, assets, 'out');
    const agent = await startAgent({
      server: `mqtt://127.0.0.1:${store.server.mqttPort}`,
      deviceId: config.deviceId,
      secret: config.secret,
    });
    try {
      await agent.waitUntilOnline(60_000);
      const online = async () =>
        (await store.staff.call('thing', { code: assets[0]!.code }, {})).fleet?.online ?? false;
      await expect.poll(online, patient).toBe(true);
      const { page } = await store.phone(store.staff);
      await page.goto(`${store.server.url}/t/${assets[0]!.code}`);
      await page.click(marked('do-identify'));
      await page.locator(marked('done'), { hasText: 'geblinkt' }).waitFor(patient);
      await page.click(marked('do-test'));
      await page.locator(marked('done'), { hasText: 'Selbsttest' }).waitFor(patient);
      const test = async () =>
        (await store.staff.call('loan', { loanId }, {})).itemList[0]?.test?.checks.find(
          ({ name }) => name === 'connects',
        )?.result;
      await expect.poll(test, { ...patient, interval: 500 }).toBe('ok');
    } finally {
      await agent.kill();
    }
  });
});

describe('a photo', () => {
  const open = async () => {
    const [box] = await addThings(store.staff, 'box', 1, { name: 'Lupen' });
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/t/${box!.code}`);
    await page.click(marked('do-photo'));
    // Those of a damage are another list.
    const photos = page.locator('sb-photos').first();
    return { page, box: box!, photos, add: photos.locator(marked('photo-add')) };
  };

  it('of 40 MB becomes small in the page; what is no photo is refused with a sentence', async () => {
    const { page, photos, add } = await open();
    await add.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('kein Foto') });
    await page.getByText('kein Foto, das der Browser öffnen kann').waitFor(patient);
    const large = join(await temporaryFolder(), 'gross.bmp');
    await writeFile(large, largeBitmap());
    await add.setInputFiles(large);
    await photos.locator(marked('photo')).waitFor(patient);
    await rm(dirname(large), { recursive: true });
    expect(
      await photos
        .locator(`${marked('photo')} img`)
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1600);
  });

  it('is opened, described, turned by the keys, and removed when somebody means it', async () => {
    const { page, box, photos, add } = await open();
    for (const count of [1, 2]) {
      await add.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: smallPng() });
      await expect.poll(() => photos.locator(marked('photo')).count(), patient).toBe(count);
    }
    const kept = async () => (await store.staff.call('photos', {}, { assetId: box.id })).photos;
    await photos.locator(marked('photo')).first().click();
    await page.fill(marked('photo-note'), 'Kratzer am Rand');
    await page.click(marked('photo-note-go'));
    await page.locator('sb-photos .caption', { hasText: 'Kratzer am Rand' }).waitFor(patient);
    await page.locator(marked('photo-zoom')).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('2 von 2').waitFor(patient);
    await page.click(marked('photo-zoom'));
    expect(await page.getAttribute(marked('photo-zoom'), 'aria-pressed')).toBe('true');
    await page.click(marked('photo-remove'));
    expect(await kept()).toHaveLength(2);
    await page.click(marked('photo-remove-go'));
    await expect.poll(() => photos.locator(marked('photo')).count(), patient).toBe(1);
    expect(await kept()).toMatchObject([{ note: 'Kratzer am Rand' }]);
  });
});

describe('a note', () => {
  it('can be taken back for a moment, and is written when it is not', async () => {
    const [box] = await addThings(store.staff, 'box', 1, { name: 'Stative' });
    const { page } = await store.phone(store.staff);
    await page.goto(`${store.server.url}/association#assets/${box!.id}`);
    const notes = async () =>
      (await store.staff.call('history', {}, { assetId: box!.id })).entries.flatMap(({ kind, de }) =>
        kind === 'note' ? [de] : [],
      );
    await page.fill(marked('note-text'), 'Ein Bein wakelt');
    await page.click(marked('note-add'));
    await page.click(marked('note-undo'));
    expect(await page.inputValue(marked('note-text'))).toBe('Ein Bein wakelt');
    expect(await notes()).toEqual([]);
    await page.fill(marked('note-text'), 'Ein Bein wackelt');
    await page.click(marked('note-add'));
    await page.waitForSelector(marked('note-pending'));
    // Who leaves has not taken it back.
    await page.goto(`${store.server.url}/t/${box!.code}`);
    await expect.poll(notes, patient).toEqual(['Ein Bein wackelt']);
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

/** A picture of 3650 × 3650, uncompressed: 40 MB. */
function largeBitmap(): Buffer {
  const side = 3650;
  // Each row takes a multiple of four bytes.
  const row = Math.ceil((side * 3) / 4) * 4;
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + row * side, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(side, 18);
  head.writeInt32LE(side, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, Buffer.alloc(row * side, 0x66)]);
}
