import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { ensurePage } from '../../../scripts/setup/page.ts';
import { launchBrowser, openPage, type WatchedPage } from '../../support/browser.ts';
import { type SpawnedServer, setUpStaff, spawnServer } from '../../support/server.ts';

/** An association with a server, and phones of those who work in its store. */
export interface Store {
  readonly server: SpawnedServer;
  readonly staff: ApiClient;
  readonly browser: Browser;
  /** A phone in whose browser somebody is signed in. */
  phone(person: ApiClient, options?: Parameters<typeof openPage>[1]): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** @param open starts the browser. */
export async function openStore(open: () => Promise<Browser> = launchBrowser): Promise<Store> {
  ensurePage();
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const staff = await setUpStaff(server);
  const browser = await open();
  return {
    server,
    staff,
    browser,
    async phone(person, options = { width: 390, height: 844, touch: true }) {
      const watched = await openPage(browser, options);
      await signIn(watched.page.context(), person, server.url);
      return watched;
    },
    async close() {
      await browser.close();
      await server.kill('SIGTERM');
      await server.remove();
    },
  };
}

async function signIn(context: BrowserContext, { cookies }: ApiClient, url: string): Promise<void> {
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url };
    }),
  );
}

/** Types a code into the page's scanner. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.fill('[data-test="scan-field"]', code);
  await page.press('[data-test="scan-field"]', 'Enter');
}
