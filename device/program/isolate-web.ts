import wasmUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url';
import type { CreateIsolate } from './isolate/isolate.ts';
import { workerIsolate } from './isolate/worker-isolate.ts';

/** Isolates in web workers. The page fetches and compiles the engine once and hands it to each of them. */
export function webIsolates(): CreateIsolate {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= compileEngine();
    const isolate = workerIsolate(
      compiled.then((wasm) => {
        const worker = new Worker(new URL('./isolate-web-worker.ts', import.meta.url), { type: 'module' });
        worker.onmessage = (event) => isolate.message(event.data);
        worker.onmessageerror = () => isolate.lost('a message could not be read');
        worker.onerror = (event) => isolate.lost(event.message);
        worker.postMessage(wasm);
        return worker;
      }),
    );
    compiled.catch((error) => {
      // The next isolate tries again: the network may be back.
      compiled = undefined;
      isolate.lost(String(error));
    });
    return isolate;
  };
}

async function compileEngine(): Promise<WebAssembly.Module> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${response.status} for ${wasmUrl}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
