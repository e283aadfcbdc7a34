import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that tests or benchmarks need and npm does not have. */
export interface DebianProgram {
  /** Names to look for on the path, best first; absolute paths are looked at as they are. */
  readonly commands: readonly string[];
  /** Debian's package. */
  readonly package: string;
  /** An environment variable that may name the program instead. */
  readonly variable?: string;
}

export const chromium: DebianProgram = {
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  package: 'chromium',
  variable: 'CHROMIUM_PATH',
};

export const mosquitto: DebianProgram = {
  commands: ['mosquitto', '/usr/sbin/mosquitto'],
  package: 'mosquitto',
};

/** Where the program is, or `undefined`. */
export function find(program: DebianProgram): string | undefined {
  const named = program.variable && process.env[program.variable];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = program.commands.flatMap((one) =>
    one.startsWith('/') ? [one] : folders.map((folder) => join(folder, one)),
  );
  return [named, ...candidates].find((path) => path && executable(path)) || undefined;
}

/**
 * Finds the program, or installs it through apt where it is missing and we are root on a Debian.
 *
 * @throws Error a sentence that says what to install.
 */
export function ensure(program: DebianProgram): string {
  const found = find(program);
  if (found) return found;
  const apt = find({ commands: ['apt-get'], package: 'apt' });
  if (!apt || process.getuid?.() !== 0) {
    throw new Error(
      `${program.package} is missing. Install it (Debian, Raspberry Pi OS: sudo apt install ${program.package})` +
        (program.variable ? ` or name it in ${program.variable}.` : '.'),
    );
  }
  process.stderr.write(`Installing ${program.package} …\n`);
  // A freshly installed service must not start by itself and take the port that we want to measure on.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync(apt, ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const install = spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', program.package], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  const installed = find(program);
  if (install.status !== 0 || !installed)
    throw new Error(`apt could not install ${program.package}; its words are above.`);
  return installed;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
