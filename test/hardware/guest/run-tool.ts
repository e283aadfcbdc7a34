import { execFileSync } from 'node:child_process';

export interface ToolOptions {
  readonly cwd?: string;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: Buffer | string;
}

/** Most that a tool may print: an unpacked kernel module or a list of a package's files. */
const maxOutputBytes = 64 * 1024 * 1024;

/**
 * Runs a program of the machine that builds and gives what it printed.
 *
 * @throws Error with the program's own words when it fails.
 */
export function runTool(command: string, args: readonly string[], options: ToolOptions = {}): Buffer {
  try {
    return execFileSync(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.environment },
      input: options.input,
      maxBuffer: maxOutputBytes,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`${command} ${args.slice(0, 3).join(' ')} … failed: ${words || String(error)}`, {
      cause: error,
    });
  }
}
