import type { Logger } from 'pino';
import type { DeviceState } from './device-state.ts';
import type { DeviceStore } from './device-store.ts';

const delayMs = 2000;

/**
 * Keeps what devices said last, some seconds later and all at once: a classroom that reconnects is one write, and
 * no write stands in the way of a program that is to start.
 */
export class SeenWriter {
  readonly #store: Pick<DeviceStore, 'saveSeen'>;
  readonly #logger: Logger;
  readonly #waiting = new Set<DeviceState>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Pick<DeviceStore, 'saveSeen'>, logger: Logger) {
    this.#store = store;
    this.#logger = logger;
  }

  note(device: DeviceState): void {
    this.#waiting.add(device);
    this.#timer ??= setTimeout(() => void this.flush(), delayMs);
  }

  /** Writes what waits, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const devices = [...this.#waiting];
    this.#waiting.clear();
    if (devices.length === 0) return;
    await this.#store.saveSeen(devices).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'could not keep when devices were last seen');
    });
  }
}
