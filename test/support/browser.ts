import { type Browser, chromium, type Page } from 'playwright-core';
import { chromium as debianChromium, ensure } from '../../scripts/setup/debian.ts';

/** A name that resolves to this machine inside the browser only: a page under it is plain HTTP by address, as on a school's LAN, with none of the rights of `localhost`. */
export const lanHost = 'steckbrett.test';

/** Starts Debian's Chromium without a window and without any request of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensure(debianChromium),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${lanHost} 127.0.0.1`,
    ],
  });
}

/** A page in a browser context of its own, with everything it complained about and every address it asked for. */
export interface WatchedPage {
  readonly page: Page;
  /** Uncaught errors and console errors. */
  readonly complaints: string[];
  /** Every requested address, data and blob addresses left out. */
  readonly requests: string[];
}

/**
 * Opens a fresh context (no cookies, no storage) with one page. Only with `kept` it may keep itself in the browser: a
 * page that comes from there asks the server for nothing, which most tests want to see.
 */
export async function openPage(
  browser: Browser,
  options: {
    language?: 'de' | 'en';
    width?: number;
    height?: number;
    touch?: boolean;
    kept?: boolean;
  } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: options.language === 'en' ? 'en-GB' : 'de-DE',
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    hasTouch: options.touch ?? false,
    reducedMotion: 'reduce',
    serviceWorkers: options.kept ? 'allow' : 'block',
  });
  return watch(await context.newPage());
}

/** Begins to note what a page asks for and complains about. */
export function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) requests.push(request.url());
  });
  page.on('websocket', (socket) => requests.push(socket.url()));
  return { page, complaints, requests };
}

/** A selector for the element that the pages mark for tests. */
export function marked(name: string): string {
  return `[data-test="${name}"]`;
}
