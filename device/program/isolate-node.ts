import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CreateIsolate } from './isolate/isolate.ts';
import { workerIsolate } from './isolate/worker-isolate.ts';
import { threadEnvironment } from './thread-environment.ts';

export interface NodeIsolatesOptions {
  /** After this long without a yield, in µs, a stack counts as hung; 2 s unless given. */
  readonly turnLimit?: number;
}

/**
 * Isolates in worker threads of Node. The engine is compiled once and shared by all of them; its memory, which
 * holds all that a program makes, lies outside of the limits here and has its own of 64 MiB.
 */
export function nodeIsolates(options: NodeIsolatesOptions = {}): CreateIsolate {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= compileEngine();
    const isolate = workerIsolate(
      compiled.then((wasm) => {
        const worker = new Worker(new URL('./isolate-node-worker.ts', import.meta.url), {
          workerData: { wasm, turnLimit: options.turnLimit },
          env: threadEnvironment(),
          execArgv: [],
          resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 },
        });
        worker.on('message', (message) => isolate.message(message));
        worker.on('messageerror', (error) => isolate.lost(String(error)));
        worker.on('error', (error) => isolate.lost(String(error)));
        worker.on('exit', (code) => isolate.lost(`exit code ${code}`));
        return worker;
      }),
    );
    compiled.catch((error) => isolate.lost(String(error)));
    return isolate;
  };
}

async function compileEngine(): Promise<WebAssembly.Module> {
  const file = fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
  return WebAssembly.compile(await readFile(file));
}
