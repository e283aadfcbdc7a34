import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

/** `package.json`, as far as it is needed here. */
const namesSchema = z.record(z.string(), z.string()).optional();
const packageSchema = z.object({
  dependencies: namesSchema,
  optionalDependencies: namesSchema,
  peerDependencies: namesSchema,
});

/** What runs in the guest: the agent as it is, and the programs that the tests run beside it. */
const sources = ['package.json', 'device/**/*.ts', 'test/hardware/programs/**/*.ts'];
/** Of a package, nothing that Node never reads. */
const unread = /\.(d\.[cm]?ts|map|md|markdown)$/;

/** Paths, relative to the project, of everything that the agent needs but Node itself. */
export function agentFiles(root: string): string[] {
  const own = globSync(sources, { cwd: root });
  const folders = packageFolders(root, importedPackages(root, own));
  const theirs = folders.flatMap((folder) =>
    globSync('**/*', {
      cwd: join(root, folder),
      withFileTypes: true,
      exclude: (entry) => entry.name === 'node_modules' || unread.test(entry.name),
    })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return [...own, ...theirs].sort();
}

/** The packages that these sources name in their imports, types aside. */
function importedPackages(root: string, files: readonly string[]): string[] {
  const names = new Set<string>();
  for (const file of files.filter((one) => one.endsWith('.ts'))) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/^(?!import type|export type).*?(?:from |import\()'([^.'][^'?]*)'/gm)) {
      const parts = match[1]!.split('/');
      const name = parts.slice(0, parts[0]!.startsWith('@') ? 2 : 1).join('/');
      if (!isBuiltin(name)) names.add(name);
    }
  }
  return [...names];
}

/** Folders of these packages and of all that they depend on, found as Node finds them. */
function packageFolders(root: string, names: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (from: string, name: string): void => {
    const folder = resolveFolder(root, from, name);
    // An optional package for another platform is not on the disk.
    if (folder === undefined || found.has(folder)) return;
    found.add(folder);
    const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
    const { dependencies, optionalDependencies, peerDependencies } = packageSchema.parse(JSON.parse(text));
    for (const one of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      add(folder, one);
  };
  for (const name of names) add('', name);
  return [...found];
}

function resolveFolder(root: string, from: string, name: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const folder = join(base, 'node_modules', name);
    if (existsSync(join(root, folder, 'package.json'))) return folder;
    if (base === '') return undefined;
  }
}
