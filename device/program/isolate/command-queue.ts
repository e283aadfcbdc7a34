import type { FromIsolate } from './from-isolate.ts';
import { firstCredit } from './to-isolate.ts';

type Command = Extract<FromIsolate, { type: 'command' }>;

/** Commands that may wait for credit; a program that yields when told to stays far below. */
const longest = 4096;

/** Sends commands at once while the owner keeps up, and keeps them in order until it does. */
export class CommandQueue {
  readonly #post: (command: Command) => void;
  #waiting: Command[] = [];
  #credit = firstCredit;

  constructor(post: (command: Command) => void) {
    this.#post = post;
  }

  /** Whether commands wait here, so that nothing that makes more should run. */
  get congested(): boolean {
    return this.#waiting.length > 0;
  }

  /** Answers whether more is welcome; `flood`: there is no room, and the command is lost. */
  push(command: Command): 'more' | 'yield' | 'flood' {
    if (this.#credit > 0) {
      this.#credit -= 1;
      this.#post(command);
      return 'more';
    }
    if (this.#waiting.length >= longest) return 'flood';
    this.#waiting.push(command);
    return 'yield';
  }

  /** The owner takes so many more. */
  credit(commands: number): void {
    this.#credit += commands;
    const sent = this.#waiting.slice(0, this.#credit);
    this.#waiting = this.#waiting.slice(sent.length);
    this.#credit -= sent.length;
    for (const command of sent) this.#post(command);
  }

  /** Sends the rest without credit: at most {@link longest}, and nothing follows. */
  close(): void {
    for (const command of this.#waiting) this.#post(command);
    this.#waiting = [];
  }
}
