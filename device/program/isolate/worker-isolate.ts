import type { Isolate, IsolateListener } from './isolate.ts';

/** What a Node worker and a browser's worker have in common, seen from their owner. */
export interface WorkerHandle {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** An isolate in a worker, and the two ears that the worker's own events call. */
export function workerIsolate(handle: Promise<WorkerHandle>): Isolate & IsolateListener {
  let listener: IsolateListener | undefined;
  let alive = true;
  const early: ((to: IsolateListener) => void)[] = [];
  const tell = (say: (to: IsolateListener) => void) => {
    if (!alive) return;
    if (listener) say(listener);
    else early.push(say);
  };
  return {
    message: (message) => tell((to) => to.message(message)),
    lost: (detail) => tell((to) => to.lost(detail)),
    post(message) {
      void handle.then((worker) => alive && worker.postMessage(message)).catch(() => undefined);
    },
    listen(next) {
      listener = next;
      for (const say of early.splice(0)) say(next);
    },
    async terminate() {
      alive = false;
      const worker = await handle.catch(() => undefined);
      await worker?.terminate();
    },
  };
}
