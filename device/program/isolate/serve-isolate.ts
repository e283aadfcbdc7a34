import type { Clock } from '../clock.ts';
import type { Engine } from '../vm/engine.ts';
import type { Pace } from '../vm/pace.ts';
import { Execution } from './execution.ts';
import type { FromIsolate } from './from-isolate.ts';
import type { ToIsolate } from './to-isolate.ts';

export interface IsolatePlace {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly post: (message: FromIsolate) => void;
}

/** The inside of an isolate, in whatever place it is. */
export interface IsolateInside {
  /** Takes what the owner says. */
  hear(message: ToIsolate): void;
  close(): void;
}

/** Opens an isolate that has its engine: it is warm now. */
export function serveIsolate(engine: Engine, place: IsolatePlace): IsolateInside {
  const execution = new Execution({ engine, ...place });
  place.post({ type: 'ready' });
  return {
    hear(message) {
      if (message.type === 'run') execution.run(message);
      else if (message.type === 'ping') place.post({ type: 'pong' });
      else execution.hear(message);
    },
    close() {
      execution.close();
    },
  };
}
