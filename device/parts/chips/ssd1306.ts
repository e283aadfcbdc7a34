import type { I2cBus } from '../buses.ts';

/** Points of the display. A page is eight rows; a byte is eight points of a column, the lowest bit on top. */
export const oledWidth = 128;
export const oledHeight = 64;
const pages = oledHeight / 8;

/** The byte before commands, and the one before points. */
const commands = 0x00;
const points = 0x40;

const displayOff = 0xae;
const displayOn = 0xaf;
const columns = 0x21;
const pageRange = 0x22;
/** Off; clock, 64 rows, no shift; charge pump; horizontal addressing; upright; contrast; showing the memory. */
// biome-ignore format: each command with its arguments
const setUp = [
  displayOff, 0xd5, 0x80, 0xa8, 0x3f, 0xd3, 0x00, 0x40, 0x8d, 0x14, 0x20, 0x00, 0xa1, 0xc8,
  0xda, 0x12, 0x81, 0xcf, 0xd9, 0xf1, 0xdb, 0x40, 0xa4, 0xa6,
];

/**
 * Brings pictures to an OLED display of 128 × 64 points with an SSD1306, a page at a time: a whole picture takes
 * 100 ms on a bus of 100 kHz. It stays dark until its memory holds the picture.
 *
 * @see Solomon Systech, SSD1306 data sheet, chapters 8.1.5 (I²C), 9 and 10 (commands)
 */
export class Ssd1306 {
  readonly #bus: I2cBus;
  readonly #address: number;
  /** What its memory holds; `undefined` before it is set up. */
  #shown: Uint8Array | undefined;
  /** Which columns of a page are not known to be right. */
  #unknown = new Set<number>();
  #on = false;
  #next = 0;

  constructor(bus: I2cBus, address: number) {
    this.#bus = bus;
    this.#address = address;
  }

  /**
   * Sends the next page that differs from `frame`, setting the display up first if need be.
   *
   * @param frame 1,024 bytes, page by page.
   * @returns whether another page differs.
   * @throws ProblemError of the bus; the display is then set up anew next time.
   */
  step(frame: Uint8Array): boolean {
    try {
      const shown = this.#shown ?? this.#begin();
      const page = this.#differing(frame, shown);
      if (page !== undefined) this.#sendPage(page, frame, shown);
      if (this.#differing(frame, shown) !== undefined) return true;
      if (!this.#on) this.#send(commands, displayOn);
      this.#on = true;
      return false;
    } catch (error) {
      this.#shown = undefined;
      throw error;
    }
  }

  /** Darkens a display that was set up, at once; the next picture that is complete lights it again. */
  darken(): void {
    if (this.#shown) this.#send(commands, displayOff);
    this.#on = false;
  }

  #begin(): Uint8Array {
    this.#send(commands, ...setUp);
    this.#on = false;
    this.#unknown = new Set(Array.from({ length: pages }, (_, page) => page));
    this.#shown = new Uint8Array(oledWidth * pages);
    return this.#shown;
  }

  /** Pages take turns, so that one that changes all the time does not keep the others waiting. */
  #differing(frame: Uint8Array, shown: Uint8Array): number | undefined {
    for (let turn = 0; turn < pages; turn += 1) {
      const page = (this.#next + turn) % pages;
      const start = page * oledWidth;
      if (this.#unknown.has(page)) return page;
      for (let at = start; at < start + oledWidth; at += 1) if (frame[at] !== shown[at]) return page;
    }
    return undefined;
  }

  #sendPage(page: number, frame: Uint8Array, shown: Uint8Array): void {
    const start = page * oledWidth;
    let first = 0;
    let last = oledWidth - 1;
    if (!this.#unknown.has(page)) {
      while (frame[start + first] === shown[start + first]) first += 1;
      while (frame[start + last] === shown[start + last]) last -= 1;
    }
    const changed = frame.subarray(start + first, start + last + 1);
    this.#send(commands, columns, first, last, pageRange, page, page);
    this.#send(points, ...changed);
    shown.set(changed, start + first);
    this.#unknown.delete(page);
    this.#next = (page + 1) % pages;
  }

  #send(...bytes: readonly number[]): void {
    this.#bus.write(this.#address, Uint8Array.from(bytes));
  }
}
