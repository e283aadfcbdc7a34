import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensurePage } from '../../scripts/setup/page.ts';
import { PupilPage } from '../e2e/support/pupil-page.ts';
import { launchBrowser } from '../support/browser.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';

const blockly = resolve(import.meta.dirname, '../../node_modules/blockly');

/** What Blockly's own files weigh: the floor under any page with it. */
const blocklyFiles = [
  'blockly_compressed.js',
  'blocks_compressed.js',
  'javascript_compressed.js',
  'msg/de.js',
];

/** How much the page may weigh before the virtual Pi is opened, and with it, in kB. */
const budget = { page: 350, withVirtualPi: 700 };

/**
 * Everything a pupil's browser loads until the blocks can be used, and everything it has loaded when a program has
 * run on the virtual Pi: what packs is gzipped, fonts and pictures are as they are.
 */
export async function pageBench(): Promise<Measurement[]> {
  ensurePage();
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const browser = await launchBrowser();
  try {
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    const pupil = await PupilPage.join(browser, server.url, room.class.code);
    await pupil.saved();
    const page = await weighAll(pupil.watched.requests);
    await pupil.run();
    await pupil.page.waitForSelector('sb-console li[data-kind="end"]');
    // What the page loads when it has time, such as its dialogs, belongs to it too.
    await pupil.page.waitForLoadState('networkidle');
    const withVirtualPi = await weighAll(pupil.watched.requests);
    const baselineValue = kilobytes(
      blocklyFiles.reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(blockly, file)), { level: 9 }).length,
        0,
      ),
    );
    const measured = (id: string, { value, samples }: Weight, most: number): Measurement => ({
      id,
      value,
      unit: 'kB gzip',
      baseline: 'Blockly’s own files',
      baselineValue,
      ratio: value / baselineValue,
      target: `<= ${most} kB`,
      met: value <= most,
      samples,
    });
    return [
      measured('pupil-page', page, budget.page),
      measured('pupil-page-with-virtual-pi', withVirtualPi, budget.withVirtualPi),
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

interface Weight {
  /** kB. */
  readonly value: number;
  /** How many files. */
  readonly samples: number;
}

async function weighAll(requests: readonly string[]): Promise<Weight> {
  const urls = [...new Set(requests.filter((url) => /^http/.test(url) && !url.includes('/socket.io/')))];
  const sizes = await Promise.all(urls.map(weigh));
  return { value: kilobytes(sizes.reduce((sum, size) => sum + size, 0)), samples: urls.length };
}

async function weigh(url: string): Promise<number> {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  const text = /javascript|css|html|json|svg|wasm/.test(response.headers.get('content-type') ?? '');
  return text ? gzipSync(body, { level: 9 }).length : body.length;
}

function kilobytes(bytes: number): number {
  return bytes / 1000;
}
