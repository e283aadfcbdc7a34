import { flushCompileCache, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';

/**
 * How the agent's process keeps its memory small; a classroom's Pi may have 512 MB for everything.
 *
 * - The compile cache holds each file with its types stripped, so that the stripper (18 MB) is not loaded at all,
 *   neither by the process nor by its threads. The first start fills it.
 * - A small young generation: the many short-lived objects of the start would leave it at 32 MB for good.
 * - One helper thread for V8 instead of four: each has a stack and an allocator's cache of its own.
 * - The C library's allocator gives back what loading has used (6 MB): one arena, and pages of their own for
 *   larger pieces.
 * - The garbage collector can be called: an idle process collects nothing by itself, see {@link tidyUp}.
 */
const root = resolve(import.meta.dirname, '../..');
const cacheFolder = join(root, 'node_modules/.cache/steckbrett-agent');
const flags = ['--max-semi-space-size=1', '--v8-pool-size=1', '--expose-gc'];

/** What a parent passes to `fork` or `spawn` for an agent, on top of its own environment. */
export const leanProcess = {
  execArgv: flags,
  environment: {
    NODE_COMPILE_CACHE: cacheFolder,
    MALLOC_ARENA_MAX: '1',
    MALLOC_MMAP_THRESHOLD_: '16384',
    MALLOC_TRIM_THRESHOLD_: '16384',
  },
} as const;

/**
 * Makes a process that was started plainly begin anew with all that; the process id stays. Returns when there is
 * nothing to do, or no way: below a parent with an IPC channel, which would be lost, or on Windows.
 */
export function beLean(): void {
  const isLean = flags.every((flag) => process.execArgv.includes(flag));
  if (isLean || process.send || !process.execve) return;
  const args = [process.execPath, ...flags, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, args, { ...leanProcess.environment, ...process.env });
}

/** zod carries its messages in fifty languages, of which the agent shows none; 4 MB. */
export function leaveOutLocales(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const isLocales = specifier === '../locales/index.js' && context.parentURL?.includes('/zod/');
      return isLocales
        ? { url: 'data:text/javascript,', format: 'module', shortCircuit: true }
        : next(specifier, context);
    },
  });
}

/**
 * Throws away what only loading needed (5 MB and more), and writes the compile cache: a Pi is often just unplugged,
 * and would otherwise never write it for its next start.
 */
export function tidyUp(): void {
  globalThis.gc?.({ type: 'major', flavor: 'last-resort' });
  flushCompileCache();
}
