/** Fails when a text of the page has no English, or when the generated English is not that of `web/locales/en.xlf`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'steckbrett-locales-'));
try {
  for (const entry of ['web', 'server', 'device', 'lessons', 'lit-localize.json', 'tsconfig.json']) {
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), readFileSync(join(root, 'package.json')));
  const tool = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
  for (const verb of ['extract', 'build']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, verb], {
      cwd: copy,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`lit-localize ${verb}: ${stdout}${stderr}`);
  }
  const units =
    readFileSync(join(copy, 'web/locales/en.xlf'), 'utf8').match(/<trans-unit[\s\S]*?<\/trans-unit>/g) ?? [];
  const missing = units.filter((unit) => !/<target>[\s\S]+<\/target>/.test(unit));
  for (const unit of missing)
    console.error(`No English yet: ${/<source>([\s\S]*?)<\/source>/.exec(unit)?.[1]}`);
  const generated = 'web/locales/generated/en.ts';
  const stale = readFileSync(join(copy, generated), 'utf8') !== readFileSync(join(root, generated), 'utf8');
  if (stale) console.error(`${generated} is not up to date: run npm run locales.`);
  process.exitCode = missing.length > 0 || stale ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
