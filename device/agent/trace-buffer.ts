import { stateKey, type TraceEvent } from '../contract/trace.ts';

/** Bounds of what one batch may hold. */
export interface TraceBufferLimits {
  readonly events: number;
  /** Bytes of JSON, UTF-8. */
  readonly bytes: number;
}

/** Collects the events of one run between two batches, in bounded memory. */
export interface TraceBuffer {
  readonly isEmpty: boolean;
  push(event: TraceEvent): void;
  /** Takes all out, in order, with a `gap` where events were dropped. */
  take(): TraceEvent[];
}

/**
 * When more comes than fits, the middle is dropped, never the beginning or the end; and of what is dropped, the
 * last level of each pin and the last block of each stack stay, so that who sees the batch knows how things stand.
 */
export function createTraceBuffer(limits: TraceBufferLimits): TraceBuffer {
  let head = new Section(limits, 0.2);
  let latest = new Map<string, Sized>();
  let tail = new Section(limits, 0.5);
  let dropped = 0;
  const latestEvents = Math.floor(limits.events * 0.25);
  const latestBytes = Math.floor(limits.bytes * 0.25);

  const evict = (one: Sized) => {
    const key = stateKey(one.event);
    if (key === undefined) {
      dropped += 1;
      return;
    }
    if (latest.delete(key)) dropped += 1;
    latest.set(key, one);
    let bytes = 0;
    for (const kept of latest.values()) bytes += kept.bytes;
    for (const [oldest, kept] of latest) {
      if (latest.size <= latestEvents && bytes <= latestBytes) break;
      latest.delete(oldest);
      bytes -= kept.bytes;
      dropped += 1;
    }
  };

  return {
    get isEmpty() {
      return head.isEmpty;
    },
    push(event) {
      const one = { event, bytes: Buffer.byteLength(JSON.stringify(event)) + 1 };
      if (tail.isEmpty && head.fits(one)) {
        head.add(one);
        return;
      }
      tail.add(one);
      while (tail.isOver) evict(tail.removeFirst());
    },
    take() {
      const before = head.events();
      const gap: TraceEvent[] = dropped === 0 ? [] : [{ at: before.at(-1)?.at ?? 0, kind: 'gap', dropped }];
      const events = [...before, ...gap, ...[...latest.values()].map((one) => one.event), ...tail.events()];
      head = new Section(limits, 0.2);
      latest = new Map();
      tail = new Section(limits, 0.5);
      dropped = 0;
      return events;
    },
  };
}

interface Sized {
  readonly event: TraceEvent;
  readonly bytes: number;
}

/** A queue that may take a share of the limits. */
class Section {
  readonly #maxEvents: number;
  readonly #maxBytes: number;
  #items: Sized[] = [];
  #first = 0;
  #bytes = 0;

  constructor(limits: TraceBufferLimits, share: number) {
    this.#maxEvents = Math.floor(limits.events * share);
    this.#maxBytes = Math.floor(limits.bytes * share);
  }

  get isEmpty(): boolean {
    return this.#items.length === this.#first;
  }

  /** Whether it holds more than its share and more than one. */
  get isOver(): boolean {
    const count = this.#items.length - this.#first;
    return count > 1 && (count > this.#maxEvents || this.#bytes > this.#maxBytes);
  }

  fits(one: Sized): boolean {
    return this.#items.length - this.#first < this.#maxEvents && this.#bytes + one.bytes <= this.#maxBytes;
  }

  add(one: Sized): void {
    this.#items.push(one);
    this.#bytes += one.bytes;
  }

  removeFirst(): Sized {
    const one = this.#items[this.#first];
    if (!one) throw new RangeError('the section is empty');
    this.#first += 1;
    this.#bytes -= one.bytes;
    // Shifting each time would move the whole array each time.
    if (this.#first > 1024) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return one;
  }

  events(): TraceEvent[] {
    return this.#items.slice(this.#first).map((one) => one.event);
  }
}
