import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

/** The release whose packages make the guest; Raspberry Pi OS of today is built on it. */
const release = 'trixie';
/** Its kernel has `gpio-sim`, which the release's own has not. */
const kernelRelease = `${release}-backports`;
export const debianKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Debian's arm64 packages, read with an apt state of our own, so that the machine's stays as it is. */
export interface DebianArchive {
  /** Names of the packages that a Linux kernel for 64-bit Arm consists of. */
  kernelPackages(): string[];
  /** Downloads the newest versions; gives the paths of the `.deb` files by package name. */
  download(packages: readonly string[]): Map<string, string>;
}

/** @param folder for the state and the downloads. */
export function openDebianArchive(folder: string): DebianArchive {
  const config = writeAptConfig(folder);
  const apt = (command: string, ...args: string[]) =>
    runTool(command, args, { cwd: folder, environment: { APT_CONFIG: config } }).toString();
  apt('apt-get', 'update', '-qq', '--error-on=any');

  const linuxDependencies = (name: string): string[] =>
    [
      ...apt('apt-cache', 'depends', '--important', name).matchAll(/^ {2}(?:Pre)?Depends: (linux-\S+)$/gm),
    ].map((match) => match[1]!);
  return {
    kernelPackages() {
      const image = linuxDependencies('linux-image-arm64').find((name) => /^linux-image-\d/.test(name));
      if (!image) throw new Error(`${kernelRelease} has no kernel for arm64`);
      const version = image.slice('linux-image-'.length);
      return [image, ...linuxDependencies(image).filter((name) => name.endsWith(version))];
    },
    download(packages) {
      apt('apt-get', 'download', '-qq', ...packages);
      const files = readdirSync(folder);
      return new Map(
        packages.map((name) => {
          const file = files.find((one) => one.startsWith(`${name}_`) && one.endsWith('.deb'));
          if (!file) throw new Error(`apt did not download ${name}`);
          return [name, join(folder, file)];
        }),
      );
    },
  };
}

function writeAptConfig(folder: string): string {
  for (const one of ['lists/partial', 'archives/partial']) mkdirSync(join(folder, one), { recursive: true });
  const source = (suite: string) =>
    `deb [arch=arm64 signed-by=${debianKeyring}] ${debianMirror()} ${suite} main\n`;
  writeFileSync(join(folder, 'sources.list'), source(release) + source(kernelRelease));
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(
    join(folder, 'preferences'),
    `Package: linux-*\nPin: release n=${kernelRelease}\nPin-Priority: 900\n`,
  );
  const config = join(folder, 'apt.conf');
  writeFileSync(
    config,
    [
      'APT::Architecture "arm64";',
      '#clear APT::Architectures;',
      'APT::Architectures { "arm64"; };',
      '#clear APT::Update;',
      // The folder need not be readable for apt's own user.
      'APT::Sandbox::User "root";',
      'Acquire::Languages "none";',
      `Dir::State "${folder}";`,
      `Dir::State::status "${join(folder, 'status')}";`,
      `Dir::Cache "${folder}";`,
      `Dir::Etc::sourcelist "${join(folder, 'sources.list')}";`,
      'Dir::Etc::sourceparts "/dev/null";',
      `Dir::Etc::preferences "${join(folder, 'preferences')}";`,
      'Dir::Etc::preferencesparts "/dev/null";',
      '',
    ].join('\n'),
  );
  return config;
}

/** Where this machine gets Debian from. @throws Error when it has no Debian archive among its sources. */
export function debianMirror(): string {
  const targets = runTool('apt-get', [
    'indextargets',
    '--format',
    '$(LABEL) $(REPO_URI)',
    'Created-By: Packages',
  ]).toString();
  const uri = /^Debian (\S+)$/m.exec(targets)?.[1];
  if (!uri)
    throw new Error(
      "apt knows no Debian archive here. Run 'sudo apt-get update' on a Debian or Raspberry Pi OS.",
    );
  return uri;
}
