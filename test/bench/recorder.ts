import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '../support/browser.ts';
import type { Measurement } from './measurement.ts';
import type { Drawn } from './recorder-page/page.ts';
import { median } from './statistics.ts';

const pageFolder = resolve(import.meta.dirname, 'recorder-page');
const changes = 100_000;
const frames = 90;
/** The baseline needs much longer for each. */
const naiveFrames = 10;
const rounds = 3;

/**
 * How fluently the pin recorder pans and zooms 100,000 changes in eight lanes, one picture a frame, in a real
 * Chromium without a graphics card; beside it uPlot with every point. The two take turns.
 */
export async function recorderBench(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'steckbrett-recorder-'));
  const server = await servePage(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'recorderPage' in window);
    const kept = await page.evaluate((count) => window.recorderPage.fill(count), changes);
    const own: Drawn[] = [];
    const naive: Drawn[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(await page.evaluate((count) => window.recorderPage.recorder(count), frames));
      naive.push(await page.evaluate((count) => window.recorderPage.naive(count), naiveFrames));
    }
    const rate = (runs: Drawn[]) => 1000 / mean(runs.flatMap((run) => run.frames));
    const draw = (runs: Drawn[]) => median(runs.flatMap((run) => run.draws));
    const samples = own.flatMap((run) => run.frames).length;
    const [value, baselineValue] = [rate(own), rate(naive)];
    const [time, baselineTime] = [draw(own), draw(naive)];
    const baseline = 'uPlot with every point';
    return [
      {
        id: 'recorder-frames',
        value,
        unit: `frames/s with ${kept} changes`,
        baseline,
        baselineValue,
        ratio: value / baselineValue,
        target: '>= 30 frames/s',
        met: value >= 30 && kept >= changes,
        samples,
      },
      {
        id: 'recorder-draw',
        value: time,
        unit: 'ms of script a picture',
        baseline,
        baselineValue: baselineTime,
        ratio: time / baselineTime,
        target: '<= 16 ms',
        met: time <= 16,
        samples,
      },
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the page of the benchmark as the pages are built, and serves it. */
async function servePage(folder: string) {
  await build({
    root: pageFolder,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = normalize(join(folder, pathname === '/' ? 'index.html' : pathname));
    try {
      const body = await readFile(file.startsWith(folder) ? file : join(folder, 'index.html'));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
