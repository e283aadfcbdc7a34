/** `npm test`: sets up what the tests need, runs them all (or those named), and ends with the totals on a line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { chromium, ensure, poppler } from './setup/debian.ts';
import { ensurePage } from './setup/page.ts';
import { ensurePython } from './setup/python.ts';

const root = resolve(import.meta.dirname, '..');
const results = join(root, '.cache/tests.json');

/** Files or options for vitest; without any, everything but the emulated Raspberry Pi. */
const asked = process.argv.slice(2);

const resultSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});

try {
  process.env.CHROMIUM_PATH = ensure(chromium);
  ensure(poppler);
  process.env.PYTHON_PATH = ensurePython();
  ensurePage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(results, { force: true });
const vitest = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...(asked.length > 0
      ? asked
      : ['unit and integration', 'postgresql', 'end to end'].flatMap((name) => ['--project', name])),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
const { numPassedTests, numFailedTests, numFailedTestSuites, success } = resultSchema.parse(
  JSON.parse(readFileSync(results, 'utf8')),
);
// A file that can't even be loaded has no failed test of its own, and still is a failure.
const failed = success || numFailedTests > 0 ? numFailedTests : Math.max(1, numFailedTestSuites);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(vitest.status === 0 && failed === 0 ? 0 : 1);
