import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Alphabets in which no lesson is written; who needs one gets it from the server. */
const seldom = /-(?:cyrillic|greek|vietnamese)[-\w]*\.woff2$/;
/** Beside what the page's own files name. */
const alwaysKept = /^(?:blockly-media\/|icon-192\.png$|manifest\.webmanifest$)/;
const place = '__STECKBRETT_PAGE_FILES__';

/** Writes into the built `sw.js` which files make the pupil's page. */
export const offlineFiles: Plugin = {
  name: 'steckbrett-offline-files',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir }) {
      if (!dir) return;
      const all = (await readdir(dir, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
      const contents = new Map<string, Buffer>();
      for (const file of all) contents.set(file, await readFile(join(dir, file)));
      const files = filesOfPage('index.html', contents);
      const version = createHash('sha256');
      for (const file of files) version.update(file).update(contents.get(file) ?? '');
      const list = {
        version: version.digest('hex').slice(0, 16),
        files: files.map((file) => (file === 'index.html' ? '/' : `/${file}`)),
      };
      const worker = join(dir, 'sw.js');
      const code = await readFile(worker, 'utf8');
      if (!code.includes(place)) throw new Error(`sw.js has no place for the list of files: ${place}`);
      await writeFile(worker, code.replaceAll(place, JSON.stringify(list)));
    },
  },
};

/**
 * A page and all that it can come to load: files name each other by names that hold a hash and so are in no other text.
 *
 * @param contents every built file by its path.
 * @returns paths in order of the alphabet.
 */
export function filesOfPage(page: string, contents: ReadonlyMap<string, Buffer>): string[] {
  const byName = new Map<string, string>();
  for (const file of contents.keys()) {
    if (file.startsWith('assets/')) byName.set(file.slice('assets/'.length), file);
  }
  const found = new Set([page, ...[...contents.keys()].filter((file) => alwaysKept.test(file))]);
  for (const file of found) {
    if (!/\.(?:html|js|css)$/.test(file)) continue;
    const text = contents.get(file)?.toString('utf8') ?? '';
    for (const [name] of text.matchAll(/[\w.-]+\.(?:js|css|wasm|woff2|svg|png|json)\b/g)) {
      const named = byName.get(name);
      if (named && !seldom.test(named)) found.add(named);
    }
  }
  return [...found].sort();
}
