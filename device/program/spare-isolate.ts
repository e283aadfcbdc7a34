import type { CreateIsolate, Isolate } from './isolate/isolate.ts';

interface Spare {
  readonly isolate: Isolate;
  readonly ready: Promise<void>;
}

/** Keeps one isolate warm, so that a program begins at once. */
export class SpareIsolate {
  readonly #create: CreateIsolate;
  #spare: Spare | undefined;

  constructor(create: CreateIsolate) {
    this.#create = create;
  }

  /** Sees to it that there is a spare; it gets warm meanwhile. */
  warm(): void {
    this.#spare ??= this.#start();
  }

  /**
   * A warm isolate, which is the caller's now.
   * @throws Error when none can be started.
   */
  async take(): Promise<Isolate> {
    const spare = this.#spare ?? this.#start();
    this.#spare = undefined;
    try {
      await spare.ready;
      return spare.isolate;
    } catch {
      // It broke while it was getting warm; a second one that breaks as well is no accident.
      const second = this.#start();
      await second.ready;
      return second.isolate;
    }
  }

  async close(): Promise<void> {
    const spare = this.#spare;
    this.#spare = undefined;
    await spare?.isolate.terminate();
  }

  #start(): Spare {
    const isolate = this.#create();
    const ready = new Promise<void>((resolve, reject) => {
      isolate.listen({
        message: () => resolve(),
        lost: (detail) => {
          if (this.#spare?.isolate === isolate) this.#spare = undefined;
          void isolate.terminate();
          reject(new Error(detail));
        },
      });
    });
    // Nobody may be waiting for it.
    ready.catch(() => undefined);
    return { isolate, ready };
  }
}
