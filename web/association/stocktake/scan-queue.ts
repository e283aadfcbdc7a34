import * as z from 'zod/mini';
import type { Problem } from '../../../device/contract/problem.ts';
import { type StocktakeScan, stocktakeScanSchema } from '../../../server/api/contract/lending/stocktake.ts';
import { problemOf } from '../../ui/problem-text.ts';

/** Sends scans to the server; see `scanStocktake`. */
type Send = (scans: readonly StocktakeScan[]) => Promise<void>;

/** At most so many go at once. */
const atOnce = 200;
/** Until it is tried again when the server was not reached, ms. */
const retryAfter = 4000;

const keptSchema = z.array(stocktakeScanSchema);

/**
 * Scans of one stocktake that have not reached the server: kept in this browser, over reloads, and sent as soon as it can
 * be reached. What the server refuses stays, until somebody throws it away.
 */
export class ScanQueue {
  /** Why the server refuses what waits; null: it does not, or it is not reached. */
  refused: Problem | null = null;
  readonly #key: string;
  readonly #send: Send;
  readonly #changed: () => void;
  /** Of a browser that forbids storage. */
  #unkept: StocktakeScan[] = [];
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed hears when something began to wait or does no longer. */
  constructor(stocktakeId: string, send: Send, changed: () => void) {
    this.#key = `steckbrett.stocktake.${stocktakeId}`;
    this.#send = send;
    this.#changed = changed;
  }

  start(): void {
    window.addEventListener('online', this.flush);
    this.flush();
  }

  stop(): void {
    window.removeEventListener('online', this.flush);
    clearTimeout(this.#timer);
  }

  get waiting(): readonly StocktakeScan[] {
    try {
      const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(this.#key) ?? '[]'));
      return [...(kept.success ? kept.data : []), ...this.#unkept];
    } catch {
      return this.#unkept;
    }
  }

  add(code: string): void {
    this.#keep([...this.waiting, { id: scanId(), code, at: Date.now() }]);
    this.#changed();
    this.flush();
  }

  /** Throws away what waits. */
  clear(): void {
    this.refused = null;
    this.#keep([]);
    this.#changed();
  }

  /** Sends what waits, now. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    if (this.#sending || this.waiting.length === 0) return;
    this.#sending = true;
    void this.#flush().finally(() => {
      this.#sending = false;
      this.#changed();
    });
  };

  async #flush(): Promise<void> {
    for (let scans = this.waiting.slice(0, atOnce); scans.length > 0; scans = this.waiting.slice(0, atOnce)) {
      try {
        await this.#send(scans);
      } catch (error) {
        const problem = problemOf(error);
        this.refused = problem.code === 'no-connection' ? null : problem;
        if (problem.code !== 'stocktake-finished') this.#timer = setTimeout(this.flush, retryAfter);
        return;
      }
      this.refused = null;
      const sent = new Set(scans.map(({ id }) => id));
      // Others may have been added meanwhile, in another tab too.
      this.#keep(this.waiting.filter(({ id }) => !sent.has(id)));
      this.#changed();
    }
  }

  #keep(scans: readonly StocktakeScan[]): void {
    try {
      if (scans.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(scans));
      this.#unkept = [];
    } catch {
      this.#unkept = [...scans];
    }
  }
}

/** Plain HTTP by address has no `crypto.randomUUID`. */
function scanId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
