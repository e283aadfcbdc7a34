/** `npm run check`: types, format and lint, floors, unused code, and texts without a translation. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

const checks: [string, string, string[]][] = [
  ['types', bin('tsc'), ['--noEmit']],
  ['format and lint', bin('biome'), ['check', '.']],
  [
    'floors',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'device', 'server', 'lessons', 'provisioning', 'web'],
  ],
  ['unused code', bin('knip'), []],
  ['translations', process.execPath, ['scripts/check-locales.ts']],
];

let failed = 0;
for (const [name, command, args] of checks) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
