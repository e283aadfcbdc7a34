import { spawnSync } from 'node:child_process';
import { find, install } from './debian.ts';

/** The system's Python, which sees Debian's packages; another one on the path may not. */
const system = { commands: ['/usr/bin/python3', 'python3'], package: 'python3', variable: 'PYTHON_PATH' };
const gpiozero = 'python3-gpiozero';

/**
 * Finds a Python that has gpiozero, on whose mock pins the tests run what blocks became; installs both through apt where
 * they are missing and we are root on a Debian.
 *
 * @throws Error a sentence that says what to install.
 */
export function ensurePython(): string {
  const before = pythonWithGpiozero();
  if (before) return before;
  install(gpiozero, system.variable);
  const after = pythonWithGpiozero();
  if (!after) throw new Error(`${gpiozero} is installed, but no Python on this machine finds it.`);
  return after;
}

function pythonWithGpiozero(): string | undefined {
  const python = find(system);
  if (!python) return undefined;
  return spawnSync(python, ['-c', 'import gpiozero'], { stdio: 'ignore' }).status === 0 ? python : undefined;
}
