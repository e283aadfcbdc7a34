import { systemClock } from './clock.ts';
import { type IsolateInside, serveIsolate } from './isolate/serve-isolate.ts';
import type { ToIsolate } from './isolate/to-isolate.ts';
import { startEngine } from './vm/engine.ts';
import { realPace } from './vm/pace.ts';

/** The web worker of `isolate-web.ts`: the first message is the compiled engine, all others are the owner's. */
let inside: Promise<IsolateInside> | undefined;

self.onmessage = (event: MessageEvent<WebAssembly.Module | ToIsolate>) => {
  const { data } = event;
  if (data instanceof WebAssembly.Module) {
    inside = startEngine(data).then((engine) =>
      serveIsolate(engine, {
        clock: systemClock,
        pace: realPace(systemClock),
        post: (message) => self.postMessage(message),
      }),
    );
    return;
  }
  // Chained, so that messages stay in their order even while the engine starts.
  void inside?.then((opened) => opened.hear(data));
};
