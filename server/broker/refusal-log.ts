import type { Logger } from 'pino';

/** Remembered pairs of client and reason; the oldest is forgotten first, so that inventing names fills no memory. */
const remembered = 2000;
/** New pairs logged in one minute at most; the rest is counted. */
const perMinute = 120;

/** Logs each refusal once per client and reason, however often it happens. */
export class RefusalLog {
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #seen = new Set<string>();
  #minute = 0;
  #logged = 0;
  #withheld = 0;

  constructor(logger: Logger, now: () => number) {
    this.#logger = logger;
    this.#now = now;
  }

  /** @param client a device's id, or the address of who has none. */
  refused(client: string, reason: string, details: Readonly<Record<string, unknown>> = {}): void {
    const key = `${reason} ${client}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#seen.size > remembered) {
      const [oldest] = this.#seen;
      this.#seen.delete(oldest as string);
    }
    if (this.#withinMinute()) this.#logger.warn({ client, reason, ...details }, 'refused (logged once)');
  }

  #withinMinute(): boolean {
    const minute = Math.floor(this.#now() / 60_000);
    if (minute !== this.#minute) {
      if (this.#withheld > 0) this.#logger.warn({ count: this.#withheld }, 'more was refused than is logged');
      this.#minute = minute;
      this.#logged = 0;
      this.#withheld = 0;
    }
    if (this.#logged < perMinute) {
      this.#logged++;
      return true;
    }
    this.#withheld++;
    return false;
  }
}
