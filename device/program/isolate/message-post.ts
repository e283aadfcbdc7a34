import { PeerAllowance, sendingRate } from '../../contract/peer-rate.ts';
import type { Clock } from '../clock.ts';

/** Between two notices in µs. */
const noticeInterval = 1_000_000;

/** Sends a program's messages to other Pis while it keeps to its rate; leaves out the rest, and says so once a second. */
export class MessagePost<Message> {
  readonly #clock: Clock;
  readonly #post: (message: Message) => void;
  readonly #leftOut: (messages: number) => void;
  readonly #allowance: PeerAllowance;
  #dropped = 0;
  #cancelNotice: (() => void) | undefined;

  /** @param leftOut so many messages were not sent. */
  constructor(clock: Clock, post: (message: Message) => void, leftOut: (messages: number) => void) {
    this.#clock = clock;
    this.#post = post;
    this.#leftOut = leftOut;
    this.#allowance = new PeerAllowance(sendingRate, () => clock.now() / 1e6);
  }

  send(message: Message): void {
    if (this.#allowance.take()) {
      this.#post(message);
      return;
    }
    this.#dropped += 1;
    this.#cancelNotice ??= this.#clock.after(noticeInterval, () => this.#tell());
  }

  /** Tells what is left to tell: the program is over. */
  close(): void {
    this.#cancelNotice?.();
    this.#tell();
  }

  #tell(): void {
    this.#cancelNotice = undefined;
    const dropped = this.#dropped;
    this.#dropped = 0;
    if (dropped > 0) this.#leftOut(dropped);
  }
}
