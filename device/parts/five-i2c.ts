import type JohnnyFive from 'johnny-five';
import { ProblemError } from '../contract/problem.ts';
import type { Clock } from '../program/clock.ts';
import type { I2cBus } from './buses.ts';

export interface FiveI2cOptions {
  readonly bus: I2cBus;
  readonly clock: Clock;
  /** The time between two readings of the same register, in µs; johnny-five's own would read all the time. */
  readonly pace: number;
  /** The chip does not answer; nothing is read any more until `start`. */
  readonly failed: (error: unknown) => void;
}

/** After a reset, chips need up to 2 ms before they answer or have read their calibration. */
const settling = 5_000;

type Bytes = number | readonly number[];
type Heard = (bytes: number[]) => void;

interface Request {
  readonly address: number;
  readonly register: number | undefined;
  readonly length: number;
  readonly heard: Heard;
}

/**
 * A board for johnny-five's I²C classes and drivers of one part: the I²C methods of an IO plugin over a machine's
 * bus, and nothing else. Each part has one of its own, so that its readings end with it and its failures are its own:
 * johnny-five's drivers read for ever and have no notion of a chip that is gone.
 *
 * Reading and writing never throw, as most of it happens in callbacks of johnny-five.
 *
 * @see https://github.com/rwaldron/io-plugins the agreement, section "I2C"
 */
export class FiveI2c {
  /** What johnny-five takes as a board. */
  readonly board: JohnnyFive.Board;
  readonly #options: FiveI2cOptions;
  readonly #timers = new Set<() => void>();
  readonly #lastReads = new Map<string, number>();
  #running = false;
  /** Writes that wait for a chip in its reset. */
  #waiting: { readonly address: number; readonly bytes: Uint8Array }[] = [];

  constructor(options: FiveI2cOptions) {
    this.#options = options;
    const io = {
      name: 'Steckbrett',
      MODES: { INPUT: 0, OUTPUT: 1 },
      i2cConfig() {},
      i2cWrite: (address: number, first: Bytes, more: Bytes = []) =>
        this.#write(address, [first, more].flat() as number[]),
      i2cWriteReg: (address: number, register: number, value: number) =>
        this.#write(address, [register, value]),
      i2cRead: (...given: readonly (number | Heard)[]) => this.#readOn(request(given)),
      i2cReadOnce: (...given: readonly (number | Heard)[]) => this.#readOnce(request(given)),
    };
    // What `Board.Component` and `Drivers.get` of johnny-five ask of a board.
    this.board = { io, pins: {}, register: [] } as unknown as JohnnyFive.Board;
  }

  /** From now on, until `stop`, reads and writes reach the bus. */
  start(): void {
    this.#running = true;
  }

  /** Drops what was asked for; what johnny-five asks from now on is ignored. */
  stop(): void {
    this.#running = false;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#lastReads.clear();
    this.#waiting = [];
  }

  #write(address: number, bytes: readonly number[]): void {
    if (!this.#running) return;
    const write = { address, bytes: Uint8Array.from(bytes) };
    if (this.#waiting.length > 0) {
      this.#waiting.push(write);
      return;
    }
    try {
      this.#options.bus.write(write.address, write.bytes);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'i2c-silent') {
        this.#fail(error);
        return;
      }
      this.#waiting.push(write);
      this.#after(settling, () => this.#catchUp());
    }
  }

  #catchUp(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      for (const { address, bytes } of waiting) this.#options.bus.write(address, bytes);
    } catch (error) {
      this.#fail(error);
    }
  }

  #readOn(wanted: Request): void {
    const turn = () => {
      this.#after(this.#options.pace, turn);
      this.#read(wanted);
    };
    if (this.#running) this.#after(settling, turn);
  }

  /** Drivers that ask again with each answer get it at the part's pace. */
  #readOnce(wanted: Request): void {
    if (!this.#running) return;
    const now = this.#options.clock.now();
    const key = `${wanted.address} ${wanted.register}`;
    const last = this.#lastReads.get(key);
    const delay = Math.max(settling, last === undefined ? 0 : last + this.#options.pace - now);
    this.#lastReads.set(key, now + delay);
    this.#after(delay, () => this.#read(wanted));
  }

  #read({ address, register, length, heard }: Request): void {
    let bytes: Uint8Array;
    try {
      const { bus } = this.#options;
      bytes =
        register === undefined
          ? bus.read(address, length)
          : bus.writeRead(address, Uint8Array.of(register), length);
    } catch (error) {
      this.#fail(error);
      return;
    }
    heard([...bytes]);
  }

  #fail(error: unknown): void {
    this.stop();
    this.#options.failed(error);
  }

  #after(delay: number, act: () => void): void {
    const cancel = this.#options.clock.after(delay, () => {
      this.#timers.delete(cancel);
      act();
    });
    this.#timers.add(cancel);
  }
}

/** `(address, register, length, heard)` or `(address, length, heard)`. */
function request(given: readonly (number | Heard)[]): Request {
  const numbers = given.filter((one) => typeof one === 'number');
  const heard = given.find((one) => typeof one === 'function')!;
  const [address, register, length] = numbers.length === 3 ? numbers : [numbers[0], undefined, numbers[1]];
  return { address: address!, register, length: length!, heard };
}
