import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from './clock.ts';
import { serveIsolate } from './isolate/serve-isolate.ts';
import { steppingBack } from './thread-priority.ts';
import { startEngine } from './vm/engine.ts';
import { realPace } from './vm/pace.ts';

/** The worker thread of `isolate-node.ts`. */
const owner = parentPort;
if (!owner) throw new Error('isolate-node-worker.ts runs in a worker thread');
const { wasm, turnLimit } = workerData as { wasm: WebAssembly.Module; turnLimit?: number };
const inside = serveIsolate(await startEngine(wasm), {
  clock: systemClock,
  pace: steppingBack(realPace(systemClock, turnLimit)),
  post: (message) => owner.postMessage(message),
});
owner.on('message', (message) => inside.hear(message));
// By itself a thread writes it when it ends, which never happens on a Pi that is just unplugged; without it, each
// start strips the types anew, for which 6 MB stay.
flushCompileCache();
// What only the loading needed is 2 MB, which an idle thread would keep; there where the owner allows it.
globalThis.gc?.({ type: 'major', flavor: 'last-resort' });
