import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const stampFile = join(root, 'dist/web/.sources');

/**
 * Builds the page into `dist/web` when its sources have changed since the last build; quick when they have not.
 *
 * @throws Error when the build fails; its output has been shown.
 */
export function ensurePage(): void {
  const sources = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return;
  process.stderr.write('Building the page …\n');
  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Tests set `test`, which Vite would take for development, with Lit's slower and larger files.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (build.status !== 0) throw new Error('The page could not be built; the messages above say why.');
  writeFileSync(stampFile, sources);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      '{web,device,lessons,server}/**/*.{ts,css,html,svg,json,png,webmanifest}',
      'scripts/setup/*.ts',
      'vite.config.ts',
      'package-lock.json',
    ],
    {
      cwd: root,
    },
  );
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
