import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CreateIsolate } from './isolate/isolate.ts';
import { workerIsolate } from './isolate/worker-isolate.ts';

/**
 * Isolates in worker threads of Node. The engine is compiled once and shared by all of them; its memory, which
 * holds all that a program makes, lies outside of the limits here and has its own of 64 MiB.
 */
export function nodeIsolates(): CreateIsolate {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= compileEngine();
    const isolate = workerIsolate(
      compiled.then((wasm) => {
        const worker = new Worker(new URL('./isolate-node-worker.ts', import.meta.url), {
          workerData: { wasm },
          env: threadEnvironment(),
          execArgv: [],
          resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 },
        });
        worker.on('message', (message) => isolate.message(message));
        worker.on('messageerror', (error) => isolate.lost(String(error)));
        worker.on('error', (error) => isolate.lost(String(error)));
        worker.on('exit', (code) => isolate.lost(`exit code ${code}`));
        // A warm spare must not keep a process alive that has nothing else to do.
        worker.unref();
        return worker;
      }),
    );
    compiled.catch((error) => isolate.lost(String(error)));
    return isolate;
  };
}

/** Nothing of the process but the compile cache: with it, Node strips no types in each thread, which costs 11 MB. */
function threadEnvironment(): Record<string, string> {
  const cache = process.env.NODE_COMPILE_CACHE;
  return cache === undefined ? {} : { NODE_COMPILE_CACHE: cache };
}

async function compileEngine(): Promise<WebAssembly.Module> {
  const file = fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
  return WebAssembly.compile(await readFile(file));
}
