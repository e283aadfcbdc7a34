/** How much one device may send; a token bucket each for packets and bytes. */
export interface PublishRate {
  /** Packets per second in the long run. */
  readonly packets: number;
  /** Packets at once, after a silence. */
  readonly packetBurst: number;
  /** Bytes of payload per second in the long run. */
  readonly bytes: number;
  readonly byteBurst: number;
  /** Who is so far ahead that waiting takes longer than this is disconnected, in ms. */
  readonly patienceMs: number;
}

/** One trace batch each 50 ms makes 20 packets a second; this leaves room for five times that, and for catching up. */
export const defaultPublishRate: PublishRate = {
  packets: 100,
  packetBurst: 400,
  bytes: 1024 * 1024,
  byteBurst: 4 * 1024 * 1024,
  patienceMs: 10_000,
};

/**
 * Slows one client to its rate: what comes too early waits, in order, and because the broker reads on only when
 * all it has read is done, the waiting is felt by the sender through TCP's own flow control.
 */
export class PublishGate {
  readonly #rate: PublishRate;
  readonly #now: () => number;
  readonly #waiting: { at: number; pass: () => void }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #packets: number;
  #bytes: number;
  #filledAt: number;

  /** @param now a clock in ms that never goes back. */
  constructor(rate: PublishRate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#packets = rate.packetBurst;
    this.#bytes = rate.byteBurst;
    this.#filledAt = now();
  }

  /** Calls `pass` at once (`passed`), when it is its turn (`waits`), or never, since the client has sent far too much (`refused`). */
  admit(bytes: number, pass: () => void): 'passed' | 'waits' | 'refused' {
    const { packets, packetBurst, bytes: bytesPerSecond, byteBurst, patienceMs } = this.#rate;
    const now = this.#now();
    const seconds = (now - this.#filledAt) / 1000;
    this.#filledAt = now;
    this.#packets = Math.min(packetBurst, this.#packets + seconds * packets) - 1;
    this.#bytes = Math.min(byteBurst, this.#bytes + seconds * bytesPerSecond) - bytes;
    const debt = Math.max(-this.#packets / packets, -this.#bytes / bytesPerSecond) * 1000;
    if (debt <= 0 && this.#waiting.length === 0) {
      pass();
      return 'passed';
    }
    if (debt > patienceMs) return 'refused';
    this.#waiting.push({ at: now + debt, pass });
    this.#timer ??= setTimeout(() => this.#release(), debt);
    return 'waits';
  }

  /** Forgets who waits: the connection is gone. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
  }

  #release(): void {
    const now = this.#now();
    const due = this.#waiting.findIndex(({ at }) => at > now);
    const passing = this.#waiting.splice(0, due === -1 ? this.#waiting.length : due);
    const next = this.#waiting[0];
    this.#timer = next && setTimeout(() => this.#release(), next.at - now);
    for (const { pass } of passing) pass();
  }
}
