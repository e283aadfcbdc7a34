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

/** Draws PDFs as pictures, for tests that look at them. */
export const poppler: DebianProgram = { commands: ['pdftoppm'], package: 'poppler-utils' };

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
  install(program.package, program.variable);
  const installed = find(program);
  if (!installed) throw new Error(`${program.package} is installed, but it is not where it was looked for.`);
  return installed;
}

/**
 * Installs one of Debian's packages through apt, if we are root.
 *
 * @param variable the environment variable that may name a program instead, to be told.
 * @throws Error a sentence that says what to install.
 */
export function install(name: string, variable?: string): void {
  const apt = find({ commands: ['apt-get'], package: 'apt' });
  if (!apt || process.getuid?.() !== 0) {
    throw new Error(
      `${name} is missing. Install it (Debian, Raspberry Pi OS: sudo apt install ${name})` +
        (variable ? ` or name it in ${variable}.` : '.'),
    );
  }
  process.stderr.write(`Installing ${name} …\n`);
  // A freshly installed service must not start by itself and take the port that we want to measure on.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync(apt, ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { status } = spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  if (status !== 0) throw new Error(`apt could not install ${name}; its words are above.`);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
