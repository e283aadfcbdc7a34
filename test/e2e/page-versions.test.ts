import { once } from 'node:events';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../scripts/setup/page.ts';
import { servePages } from '../../server/api/pages.ts';
import { launchBrowser, marked, openPage } from '../support/browser.ts';
import { temporaryFolder } from '../support/server.ts';

/** The server is renewed while a browser keeps the page of the version before. */
describe('a kept page and a new version', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let browser: Browser;
  let page: Page;
  const patient = { timeout: 60_000 };

  beforeAll(async () => {
    ensurePage();
    folder = await temporaryFolder();
    await cp(resolve(import.meta.dirname, '../../dist/web'), folder, { recursive: true });
    server = createServer(express().use(servePages(folder))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
    ({ page } = await openPage(browser, { kept: true }));
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.register('/sw.js').then(() => {}));
    await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, patient);
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true });
  });

  /** Puts another version on the server, as a build does: the page names it, and so does the worker. */
  async function renew(version: string): Promise<void> {
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    const marker = `<meta name="version" content="${version}">`;
    await writeFile(
      join(folder, 'index.html'),
      index.replace(/<meta name="version"[^>]*>/, '').replace('<head>', `<head>${marker}`),
    );
    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    await writeFile(join(folder, 'sw.js'), worker.replace(/"version":"[^"]*"/, `"version":"${version}"`));
  }
  const version = () =>
    page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? null);
  const pages = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('steckbrett-page-')));

  it('shows the server’s page at once, and keeps the new version beside the old', async () => {
    expect(await version()).toBeNull();
    await renew('second');
    await page.reload();
    expect(await version()).toBe('second');
    await page.evaluate(() =>
      navigator.serviceWorker.ready.then((registration) => registration.update().then(() => {})),
    );
    await expect.poll(pages, patient).toHaveLength(2);
  });

  it('lets the new worker take over when a page is opened, and not before', async () => {
    const waits = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await expect.poll(waits, patient).toBe(true);
    await page.reload();
    await expect.poll(waits, patient).toBe(false);
    await page.waitForSelector(marked('join-code'));
  });

  it('opens the new version, whole, when the server is away', async () => {
    server.closeAllConnections();
    server.close();
    await page.reload();
    expect(await version()).toBe('second');
    await page.waitForSelector(marked('join-code'));
  });
});
