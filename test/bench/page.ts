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

/**
 * Everything a pupil's browser loads until the blocks can be used, the virtual Pi not opened: text gzipped, fonts and
 * pictures as they are.
 */
export async function pageBench(): Promise<Measurement[]> {
  ensurePage();
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const browser = await launchBrowser();
  try {
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    const pupil = await PupilPage.join(browser, server.url, room.class.code);
    await pupil.saved();
    const urls = [
      ...new Set(pupil.watched.requests.filter((url) => /^http/.test(url) && !url.includes('/socket.io/'))),
    ];
    const sizes = await Promise.all(urls.map(weigh));
    const value = kilobytes(sizes.reduce((sum, size) => sum + size, 0));
    const baselineValue = kilobytes(
      blocklyFiles.reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(blockly, file)), { level: 9 }).length,
        0,
      ),
    );
    return [
      {
        id: 'pupil-page',
        value,
        unit: 'kB gzip',
        baseline: 'Blockly’s own files',
        baselineValue,
        ratio: value / baselineValue,
        target: '<= 350 kB',
        met: value <= 350,
        samples: urls.length,
      },
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

async function weigh(url: string): Promise<number> {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  const text = /javascript|css|html|json|svg/.test(response.headers.get('content-type') ?? '');
  return text ? gzipSync(body, { level: 9 }).length : body.length;
}

function kilobytes(bytes: number): number {
  return bytes / 1000;
}
