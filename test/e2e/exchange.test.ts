import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { Stage } from './support/pages/stage.ts';
import { World } from './support/world.ts';

/** Lets a file fall onto the field for tables, as from the desktop. */
async function drop(page: Page, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], 'Kits.csv', { type: 'text/csv' }));
    return data;
  }, bytes.toString('base64'));
  await page.locator(marked('file-drop')).dispatchEvent('drop', { dataTransfer: transfer });
}

const done = `${marked('import-report')}[data-done="true"]`;

describe('import and export of tables', () => {
  let world: World;
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    world = await World.start(0);
    stage = await Stage.set(world);
    page = await stage.at(stage.staff, '/association#settings/exchange', marked('import-file'));
  });
  afterAll(() => world.stop());

  const choose = (table: 'schools' | 'assets' | 'consumables') =>
    page.selectOption(marked('import-table'), table);

  it('a table of Excel with German numbers is dropped, tells its wrong rows, is mended and imported', async () => {
    // As Excel writes it in Windows-1252, whose euro sign Node's latin1 does not know.
    const table = (day: string, price: string) =>
      Buffer.from(
        `Nummer;Name;Gekauft am;Kaufpreis;Ort\nK701;Kit Grün;1.9.2026;1.234,50 \x80;Köln\nK702;Kit Blau;${day};${price};Köln`,
        'latin1',
      );
    await choose('assets');
    await drop(page, table('31.2.2026', 'zwölf'));
    await page.locator(marked('file-drop'), { hasText: 'Kits.csv' }).waitFor();
    await page.click(marked('import-try'));
    const errors = page.locator(marked('import-error'));
    await errors.filter({ hasText: 'Kaufpreis' }).waitFor();
    const told = await errors.allInnerTexts();
    expect(told.map((text) => text.split(/\s+/)[0])).toEqual(['3', '3']);
    expect(await page.locator(marked('import-go')).count()).toBe(0);

    await drop(page, table('28.2.2026', '12,00'));
    await page.click(marked('import-try'));
    await page.locator(marked('import-go')).waitFor();
    expect((await world.room.staff.call('assets', {}, { text: 'K701' })).total).toBe(0);
    // By the keyboard, as the rest of the page.
    await page.locator(marked('import-go')).press('Enter');
    await page.locator(done).waitFor();
    const { assets } = await world.room.staff.call('assets', {}, { text: 'K701' });
    expect(await world.room.staff.call('asset', { assetId: assets[0]?.id ?? '' }, {})).toMatchObject({
      ...{ name: 'Kit Grün', place: 'Köln', purchaseCents: 123450, purchasedOn: '2026-09-01' },
    });
  });

  it('five thousand rows are read, and the page says how many', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `Schule ${row},${10_000 + row},Ort ${row}`);
    await choose('schools');
    await drop(page, Buffer.from(['name,zip,city', ...rows].join('\n')));
    for (const button of ['import-try', 'import-go']) await page.click(marked(button), { timeout: 60_000 });
    await page.locator(done, { hasText: '5.000 neu' }).waitFor({ timeout: 60_000 });
    expect(
      (await world.room.staff.call('schoolProfiles', {}, { text: 'Schule', limit: 1 })).total,
    ).toBeGreaterThan(4999);
  });

  it('what is exported is read back as it is, with semicolons and with commas', async () => {
    await world.room.staff.call(
      'saveConsumable',
      {},
      { name: 'LED; rot, „hell“', icon: 'led', unitCents: 8, stock: 1200, minimum: 100 },
    );
    for (const table of ['schools', 'assets', 'consumables'] as const) {
      for (const mark of [`export-${table}`, `export-comma-${table}`]) {
        const download = page.waitForEvent('download');
        await page.click(marked(mark));
        const file = await (await download).path();
        await choose(table);
        await drop(page, await readFile(file));
        await page.click(marked('import-try'));
        const report = page.locator(marked('import-report'));
        await report.waitFor({ timeout: 60_000 });
        expect(await report.textContent(), mark).toMatch(
          /^\s*0 kommen dazu\s*0 ändern sich\s*[\d.]+ bleiben gleich\s*0 mit Fehler/,
        );
      }
    }
  });

  it('without a network the page says so, and goes on when it is back', async () => {
    await choose('consumables');
    await drop(page, Buffer.from('Name;Bestand\nKabel;5'));
    await page.context().setOffline(true);
    await page.click(marked('import-try'));
    await page
      .getByRole('alert')
      .filter({ hasText: /Verbindung|Netz|erreich/ })
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await page.click(marked('import-try'));
    await page.locator(marked('import-go')).waitFor();
    await page.close();
  });
});
