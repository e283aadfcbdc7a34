import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked, openPage } from '../support/browser.ts';
import { type SpawnedServer, setUpStaff, spawnServer } from '../support/server.ts';

let server: SpawnedServer;
let browser: Browser;
let staff: ApiClient;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  ensurePage();
  server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  staff = await setUpStaff(server);
  browser = await launchBrowser();
  const led = await staff.call(
    'saveConsumable',
    {},
    { name: 'LED rot', icon: 'led', unitCents: 5, stock: 10, minimum: 20 },
  );
  await staff.call(
    'saveKitTemplate',
    {},
    {
      name: 'EduKit',
      description: '',
      contents: [{ consumableId: led.id, quantity: 20 }],
      assets: [{ kind: 'part', name: 'Sense HAT', count: 1 }],
    },
  );
  ({ page, complaints } = await openPage(browser));
  await page.context().addCookies(
    staff.cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url: server.url };
    }),
  );
});

afterAll(async () => {
  await browser.close();
  await server.kill('SIGTERM');
  await server.remove();
});

describe('kits in the page', () => {
  it('are made from a template with what is in them', async () => {
    await page.goto(`${server.url}/association#assets`);
    await page.click(marked('add-assets'));
    await page.selectOption(marked('add-template'), { label: 'EduKit' });
    await page.fill(marked('add-copies'), '2');
    await page.click(marked('add-go'));
    await page.click(marked('add-done'));
    await page.locator(`${marked('asset-detail')}[data-code="K1"]`).waitFor();
    await page.locator(`${marked('content')}[data-name="LED rot"]`).waitFor();
    await page.locator(`${marked('asset-inside')}[data-code="T1"]`).waitFor();
  });

  it('are found by their code, whatever tab is open', async () => {
    await page.click(marked('assets-tab-devices'));
    await page.fill(marked('assets-search'), 't2');
    await page.click(`${marked('asset-row')}[data-code="T2"]`);
    await page.locator(`${marked('asset-detail')}[data-code="T2"]`).waitFor();
  });

  it('are looked for by what is pressed, which stands in the address and comes back with it', async () => {
    await page.click(marked('assets-tab-kits'));
    await page.click(marked('filter-ohne:etikett'));
    await page.locator(`${marked('asset-row')}[data-code="K2"]`).click();
    await page.locator(`${marked('asset-detail')}[data-code="K2"]`).waitFor();
    await page.goBack();
    await page.locator(marked('asset-detail')).waitFor({ state: 'detached' });
    await page.locator(`${marked('filter-ohne:etikett')}[aria-pressed="true"]`).waitFor();
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#assets/kits/ohne:etikett');
    await page.click(marked('filter-ohne:etikett'));
  });

  it('come by the dozen with serial numbers, and go again when that was a mistake', async () => {
    await page.click(marked('assets-tab-parts'));
    await page.click(marked('add-assets'));
    await page.fill(marked('add-name'), 'Kamera');
    await page.fill(marked('add-copies'), '3');
    await page.locator('sb-serials-field summary').click();
    // As a scanner types, and from a table.
    await page.locator(marked('add-serials')).pressSequentially('SN-1\n');
    await page.locator(marked('add-serials')).fill('SN-1\nSN-2\tSN-3');
    await page.click(marked('add-go'));
    await page.locator(marked('add-undo')).waitFor();
    const found = async () => (await staff.call('assets', {}, { text: 'sn-3' })).assets;
    expect(await found()).toMatchObject([{ kind: 'part', code: 'T5' }]);
    await page.click(marked('add-undo'));
    await page.locator(marked('add-copies')).waitFor();
    expect(await found()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('get a place together, and lose it together', async () => {
    await page.click(marked('assets-tab-kits'));
    await page.click(marked('assets-tick'));
    await page.locator(marked('asset-tick')).first().waitFor();
    await page.click(marked('bulk-all'));
    await page.locator(marked('bulk-count'), { hasText: '2' }).waitFor();
    await page.click(marked('bulk-place'));
    await page.locator('sb-bulk-actions sb-place-field input').fill('Regal 9');
    await page.click(marked('bulk-go'));
    await page.locator(marked('asset-tick'), { hasText: 'Regal 9' }).nth(1).waitFor();
    await page.click(marked('bulk-undo'));
    await page.locator(marked('asset-tick'), { hasText: 'Regal 9' }).first().waitFor({ state: 'detached' });
    await page.click(marked('bulk-end'));
    await page.fill(marked('assets-search'), 't2');
    await page.click(`${marked('asset-row')}[data-code="T2"]`);
  });

  it('get lost and are found again', async () => {
    await page.click(marked('condition-lost'));
    await page.fill(marked('condition-reason'), 'beim Umzug');
    await page.click(marked('condition-go'));
    await page.locator(`${marked('condition-lost')}[aria-pressed="true"]`).waitFor();
    await page.click(marked('condition-undo'));
    await page.locator(`${marked('condition-usable')}[aria-pressed="true"]`).waitFor();
    await page.locator(marked('condition-undo')).waitFor({ state: 'detached' });
  });

  it('show what runs low, and count it up by a click', async () => {
    await page.click(marked('assets-tab-consumables'));
    const row = page.locator(`${marked('consumable')}[data-name="LED rot"]`);
    await row.locator('[data-is="low"]').waitFor();
    await row.locator(marked('stock-more')).click();
    await row.locator(marked('stock'), { hasText: '11' }).waitFor();
    await row.locator(marked('stock')).click();
    await page.fill(marked('stock-count'), '30');
    await page.fill(marked('stock-reason'), 'Lieferung');
    await page.click(marked('stock-go'));
    await page.locator(marked('history'), { hasText: '30 dazu (Lieferung), jetzt 41' }).waitFor();
    await page.keyboard.press('Escape');
    await row.locator('[data-is="low"]').waitFor({ state: 'detached' });
  });

  it('get labels from a place on the sheet that is clicked', async () => {
    const { assets } = await staff.call('assets', {}, { kind: 'kit' });
    await page.goto(`${server.url}/association#labels/${assets.map(({ id }) => id).join(',')}`);
    await page.locator(marked('labels-address')).waitFor();
    await page
      .locator(`${marked('labels-chosen')} li`)
      .nth(1)
      .waitFor();
    await page.selectOption(marked('labels-sheet'), 'avery-3657');
    await page.locator('[data-label="6"]').click();
    const address = await page
      .locator(`${marked('labels-pdf')}[href*="%22start%22%3A6"]`)
      .getAttribute('href');
    const answer = await page.request.get(`${server.url}${address}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(complaints).toEqual([]);
  });
});
