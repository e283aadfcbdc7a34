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

  it('get lost and are found again', async () => {
    await page.click(marked('condition-lost'));
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
