import type { Clock } from '../clock.ts';
import type { Engine } from '../vm/engine.ts';
import type { Pace } from '../vm/pace.ts';
import type { Isolate, IsolateListener } from './isolate.ts';
import { type IsolateInside, serveIsolate } from './serve-isolate.ts';
import type { ToIsolate } from './to-isolate.ts';

/**
 * An isolate in the calling thread: nothing protects the caller from a program that hangs longer than its
 * pace allows. For virtual time, where a run must be the same each time and needs no threads for that.
 */
export function createLocalIsolate(engine: Engine, clock: Clock, pace: Pace): Isolate {
  let listener: IsolateListener | undefined;
  let alive = true;
  // Opened with the first message: a spare that nobody uses costs nothing, and is ready all the same.
  let inside: IsolateInside | undefined;
  const open = () =>
    serveIsolate(engine, {
      clock,
      pace,
      post(message) {
        if (alive) listener?.message(message);
      },
    });
  return {
    post(message: ToIsolate) {
      // Not at once: the owner may be answering a command in the middle of a stack's turn.
      clock.after(0, () => {
        if (!alive) return;
        inside ??= open();
        inside.hear(message);
      });
    },
    listen(next) {
      listener = next;
      if (!inside) next.message({ type: 'ready' });
    },
    async terminate() {
      alive = false;
      inside?.close();
    },
  };
}
