import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DebianProgram, ensure, find } from '../../../scripts/setup/debian.ts';
import { debianKeyring, debianMirror } from './debian-archive.ts';
import { runTool } from './run-tool.ts';

const emulator: DebianProgram = {
  commands: ['qemu-system-aarch64'],
  package: 'qemu-system-arm',
  variable: 'QEMU_PATH',
};
/** The first QEMU whose Raspberry Pi has I²C buses with devices on them. */
const emulatorVersion = 10;

/**
 * The emulator; installed from Debian where it is missing or too old and we may. Debian 12 has a new enough one in
 * its backports only.
 *
 * @returns its path.
 * @throws Error a sentence that says what to install.
 */
export function ensureEmulator(): string {
  const found = find(emulator);
  if (found && versionOf(found) >= emulatorVersion) return found;
  if (!found) {
    const installed = ensure(emulator);
    if (versionOf(installed) >= emulatorVersion) return installed;
  }
  installFromBackports(emulator.package);
  const installed = ensure(emulator);
  if (versionOf(installed) >= emulatorVersion) return installed;
  throw new Error(
    `${installed} is older than QEMU ${emulatorVersion}. Install a newer one or name it in QEMU_PATH.`,
  );
}

/** What unpacks Debian's packages and modules; only a machine that builds the guest needs them. */
export function ensureBuildTools(): void {
  ensure({ commands: ['dpkg-deb'], package: 'dpkg' });
  ensure({ commands: ['xz'], package: 'xz-utils' });
  ensure({ commands: ['fdtput'], package: 'device-tree-compiler' });
}

function versionOf(path: string): number {
  const words = runTool(path, ['--version']).toString();
  return Number(/version (\d+)/.exec(words)?.[1] ?? 0);
}

/** Installs a package from the backports of this machine's Debian, which stay out of its list of sources. */
function installFromBackports(name: string): void {
  const release = /^VERSION_CODENAME=(\w+)$/m.exec(runTool('cat', ['/etc/os-release']).toString())?.[1];
  const advice = `Install ${name} of version ${emulatorVersion} or newer (Debian: from ${release}-backports), or name the emulator in QEMU_PATH.`;
  if (!release || process.getuid?.() !== 0) throw new Error(advice);
  process.stderr.write(`Installing ${name} from ${release}-backports …\n`);
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-apt-'));
  try {
    mkdirSync(join(folder, 'lists/partial'), { recursive: true });
    const sources = join(folder, 'sources.list');
    const line = (suite: string) => `deb [signed-by=${debianKeyring}] ${debianMirror()} ${suite} main\n`;
    writeFileSync(sources, line(release) + line(`${release}-backports`));
    const options = [
      `Dir::State::lists=${join(folder, 'lists')}`,
      `Dir::Etc::sourcelist=${sources}`,
      'Dir::Etc::sourceparts=/dev/null',
      'APT::Sandbox::User=root',
    ].flatMap((option) => ['-o', option]);
    const apt = (...args: string[]) =>
      spawnSync('apt-get', [...options, '-qq', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    const install = ['install', '-y', '--no-install-recommends', '-t', `${release}-backports`, name];
    if (!apt('update') || !apt(...install)) throw new Error(`apt's words are above. ${advice}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
