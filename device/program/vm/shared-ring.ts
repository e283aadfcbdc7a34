import { ringSize, shared } from './vm-contract.ts';

const ringEnd = shared.ring + ringSize;

/** What the scheduler writes into the ring at first; nothing else in the engine's memory looks like it. */
export const ringMarker = [
  0x5ee7b4e7, 0x1c0ffee5, 0x2badcafe, 0x3a57e11a, 0x4b10cc5f, 0x6d15ea5e, 0x70a57e0d, 0x0ddba11,
];

/**
 * The host's view of the numbers that it shares with the scheduler. The engine has no call that tells where an
 * array lies in its memory, so the array is found by its marker; the engine never moves the data of an array.
 */
export class SharedRing {
  readonly #memory: WebAssembly.Memory;
  readonly #offset: number;
  #view: Int32Array;
  #cursor: number = shared.ring;

  /** @throws Error when the marker is not there. */
  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    const all = new Int32Array(memory.buffer);
    let place = all.indexOf(ringMarker[0]!);
    while (place >= 0 && !ringMarker.every((number, index) => all[place + index] === number)) {
      place = all.indexOf(ringMarker[0]!, place + 1);
    }
    if (place < shared.ring) throw new Error('the ring is not in the memory of the engine');
    all.fill(0, place, place + ringMarker.length);
    this.#offset = (place - shared.ring) * Int32Array.BYTES_PER_ELEMENT;
    this.#view = this.#look();
  }

  set due(due: boolean) {
    this.#numbers[shared.due] = due ? 1 : 0;
  }

  /** How many stacks could run now. */
  get ready(): number {
    return this.#numbers[shared.ready]!;
  }

  /** The stack whose turn it is. */
  get stack(): number {
    return this.#numbers[shared.stack]!;
  }

  /** Takes the codes of the commands out of the ring, oldest first. */
  drain(take: (code: number, stack: number) => void): void {
    const numbers = this.#numbers;
    let cursor = this.#cursor;
    let code = numbers[cursor]!;
    if (code === 0) return;
    const stack = numbers[shared.stack]!;
    while (code !== 0) {
      numbers[cursor] = 0;
      cursor = cursor + 1 === ringEnd ? shared.ring : cursor + 1;
      this.#cursor = cursor;
      take(code, stack);
      code = numbers[cursor]!;
    }
  }

  /** The engine's memory moves when it grows, and old views of it become empty. */
  get #numbers(): Int32Array {
    if (this.#view.length === 0) this.#view = this.#look();
    return this.#view;
  }

  #look(): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#offset, ringEnd);
  }
}
