import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ensure, poppler } from '../../../scripts/setup/debian.ts';

/** What a PDF says, by Poppler, in the order of reading. */
export function textOf(pdf: Buffer): string {
  return run('pdftotext', ['-', '-'], pdf);
}

/** Title, size, tags of a PDF, by Poppler. */
export function infoOf(pdf: Buffer): string {
  return run('pdfinfo', ['-'], pdf);
}

/** One of Poppler's programs; they lie side by side. */
function run(program: string, options: readonly string[], input: Buffer): string {
  const path = join(dirname(ensure(poppler)), program);
  const { status, stdout, stderr } = spawnSync(path, options, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
