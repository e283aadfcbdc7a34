import type { TraceBatch, TraceEvent } from '../../device/contract/trace.ts';

/** Prints and errors that a page shows again after a reload. */
const maxLasting = 200;
/** The newest of everything else, for the pin recorder. With the rest, a batch stays within the contract's 512. */
const maxRecent = 150;
/** Stacks whose place in the program is remembered. */
const maxStacks = 30;
/** Variables whose value is. */
const maxVariables = 100;

/**
 * The end of one run's trace, bounded, so that a page that reloads sees where things stand: the lines of the
 * console, the errors, the levels of the pins, the blocks of the stacks, the variables, and whether it is paused. A program that blinks fast must not
 * push its prints out; hence what lasts and what passes are kept apart.
 */
export class TraceTail {
  readonly runId: string;
  #lasting: Numbered[] = [];
  #recent: Numbered[] = [];
  /** The newest events that have left `#recent`: the level of each pin, and the block of each stack. */
  readonly #levels = new Map<number, Numbered>();
  readonly #blocks = new Map<number, Numbered>();
  /** The newest value of each variable that has left `#recent`. */
  readonly #variables = new Map<string, Numbered>();
  /** The last pause, or its end. */
  #pause: Numbered | undefined;
  #order = 0;
  #sequence = 0;

  constructor(runId: string) {
    this.runId = runId;
  }

  /** Takes in a batch of this run. A resync repeats levels and blocks; they replace what is known of them. */
  add(batch: TraceBatch): void {
    this.#sequence = Math.max(this.#sequence, batch.sequence);
    for (const event of batch.events) {
      const entry = { order: this.#order++, event };
      if (event.kind === 'paused' || event.kind === 'resumed') this.#pause = entry;
      else if (lasts(event)) {
        this.#lasting.push(entry);
        if (this.#lasting.length > maxLasting) this.#lasting.shift();
      } else {
        this.#recent.push(entry);
        if (this.#recent.length > maxRecent) this.#pass(this.#recent.shift());
      }
    }
  }

  /** The tail as one batch marked `resync`; undefined when nothing has happened yet. */
  batch(): TraceBatch | undefined {
    const entries = [
      ...this.#levels.values(),
      ...this.#blocks.values(),
      ...this.#variables.values(),
      ...(this.#pause ? [this.#pause] : []),
      ...this.#lasting,
      ...this.#recent,
    ];
    if (entries.length === 0) return undefined;
    entries.sort((a, b) => a.order - b.order);
    return {
      runId: this.runId,
      sequence: this.#sequence,
      resync: true,
      events: entries.map(({ event }) => event),
    };
  }

  #pass(entry: Numbered | undefined): void {
    if (!entry) return;
    const { event } = entry;
    if (event.kind === 'pin') this.#levels.set(event.gpio, entry);
    if (event.kind === 'variable') keepNewest(this.#variables, event.name, entry, maxVariables);
    if (event.kind !== 'block') return;
    if (event.block === null) this.#blocks.delete(event.stack);
    else keepNewest(this.#blocks, event.stack, entry, maxStacks);
  }
}

/** Puts an entry last and lets go of the first if there are too many. */
function keepNewest<Key>(entries: Map<Key, Numbered>, key: Key, entry: Numbered, most: number): void {
  entries.delete(key);
  entries.set(key, entry);
  for (const oldest of entries.keys()) {
    if (entries.size <= most) break;
    entries.delete(oldest);
  }
}

interface Numbered {
  readonly order: number;
  readonly event: TraceEvent;
}

function lasts(event: TraceEvent): boolean {
  return event.kind === 'print' || event.kind === 'error' || event.kind === 'start' || event.kind === 'end';
}
