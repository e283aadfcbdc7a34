import type { Problem } from '../../device/contract/problem.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import {
  dueAt,
  type LocalCopy,
  type SaveEffect,
  type SaveEvent,
  type SaveState,
  startSaving,
  stepSaving,
} from './autosave.ts';

/** The browser's store of work that is not sent yet. It never throws: a browser that forbids storage keeps nothing. */
export interface CopyStore {
  /** @returns whether it was kept. */
  write(copy: LocalCopy): Promise<boolean>;
  clear(): Promise<void>;
}

/**
 * How work gets to the server. `restMs`: the next may not go out before, because the server bounds what one page sends.
 *
 * @throws ProblemError the server's refusal, or `no-connection`.
 */
export type SendWork = (base: number, blocks: Blocks) => Promise<{ version: number; restMs?: number }>;

/** The clock of the page. */
export interface SaveClock {
  /** ms since whenever; never goes back, unlike the clock of a computer that is set right. */
  now(): number;
  /** Calls back after so many ms; returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
}

/** What a running autosave needs from the page. */
export interface AutosaveParts {
  readonly tab: string;
  readonly copy: LocalCopy | null;
  readonly store: CopyStore;
  readonly send: SendWork;
  readonly clock: SaveClock;
  /** Turns what was thrown by `send` into a problem. */
  readonly problemOf: (thrown: unknown) => Problem;
  /** The page shows these blocks from now on. */
  readonly show: (blocks: Blocks | null) => void;
  readonly changed: (state: SaveState) => void;
}

/** Carries out what the saving machine decides. */
export class Autosave {
  readonly #parts: AutosaveParts;
  #state: SaveState;
  #cancelTimer: () => void = () => {};
  /** Storage is written in order; only the newest waiting copy matters. */
  #storing: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Somebody waits for the end; nothing is shown any more. */
  #ended: (() => void) | undefined;

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    this.#state = startSaving(parts.tab, parts.copy);
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Takes one step and does what follows from it. */
  handle(event: SaveEvent): void {
    if (this.#closed) return;
    const { state, effects } = stepSaving(this.#state, event, this.#parts.clock.now());
    this.#state = state;
    for (const effect of effects) this.#do(effect);
    this.#schedule();
    if (!this.#ended) this.#parts.changed(this.#state);
    else if (!mayArrive(state)) {
      this.close();
      this.#storing.then(this.#ended, this.#ended);
    }
  }

  /**
   * The page goes on without this work: what is unsent goes to the server now, and is forgotten here when it has arrived.
   * What does not arrive at once stays in the browser's store.
   */
  finish(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((ended) => {
      this.#ended = ended;
      this.handle({ type: 'flush' });
    });
  }

  /** Stops the timer; what is unsent stays in the browser's store. */
  close(): void {
    this.#closed = true;
    this.#cancelTimer();
  }

  #schedule(): void {
    this.#cancelTimer();
    const due = dueAt(this.#state);
    if (due === null) return;
    const pause = Math.max(0, due - this.#parts.clock.now());
    this.#cancelTimer = this.#parts.clock.after(pause, () => this.handle({ type: 'tick' }));
  }

  #do(effect: SaveEffect): void {
    const { store, send, show, problemOf } = this.#parts;
    switch (effect.type) {
      case 'keep':
        this.#storing = this.#storing.then(async () => {
          const kept = await store.write(effect.copy);
          if (kept === this.#state.forgetful) this.handle({ type: 'kept', kept });
        });
        return;
      case 'deposit':
        // The server refuses it, and keeps it; without a connection it comes with the next.
        send(effect.base, effect.blocks).catch(() => undefined);
        return;
      case 'forget':
        this.#storing = this.#storing.then(() => store.clear());
        return;
      case 'show':
        if (!this.#ended) show(effect.blocks);
        return;
      case 'send':
        send(effect.base, effect.blocks).then(
          (answer) => this.handle({ type: 'acknowledged', ...answer }),
          (thrown) => this.handle({ type: 'failed', problem: problemOf(thrown) }),
        );
    }
  }
}

/** Unsent work is on its way, and nothing has stood in it. */
function mayArrive({ edit, saved, connected, failures, theirs, refused }: SaveState): boolean {
  return edit > saved && connected && failures === 0 && !theirs && !refused;
}
