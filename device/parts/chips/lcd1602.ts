import type JohnnyFive from 'johnny-five';
import type { I2cBus } from '../buses.ts';
import { lcdCode, ownCharacters } from './lcd-characters.ts';

/** Letters of a line. */
export const lcdColumns = 16;
export const lcdLines = 2;

/** Display on, without a cursor: johnny-five would leave one, and its `noCursor` turns the writing round. */
const onWithoutCursor = 0x0c;
const displayOff = 0x08;
/** All lines low: no light, no data. */
const allLow = 0x00;

/** johnny-five's LCD as it is; its types leave out how codes are sent. */
interface FiveLcd {
  command(code: number): void;
  write(code: number): void;
  setCursor(column: number, row: number): void;
  createChar(code: number, rows: readonly number[]): void;
}

/**
 * Brings lines to an LCD 1602 with a PCF8574 backpack, by johnny-five's class for it. Setting it up holds up the
 * process for about 15 ms, most of it because johnny-five waits for the display in a loop; a letter takes 1 ms.
 */
export class Lcd1602 {
  readonly #five: typeof JohnnyFive;
  readonly #bus: I2cBus;
  readonly #address: number;
  #lcd: FiveLcd | undefined;
  /** The codes that it shows, line by line. */
  #shown: number[][] = [];
  /** Which of its own characters it has been taught. */
  readonly #drawn = new Set<number>();
  #on = false;

  constructor(five: typeof JohnnyFive, bus: I2cBus, address: number) {
    this.#five = five;
    this.#bus = bus;
    this.#address = address;
  }

  /**
   * Shows these lines, setting the display up first if need be.
   * @throws ProblemError of the bus; the display is then set up anew next time.
   */
  show(lines: readonly (readonly string[])[]): void {
    try {
      const lcd = this.#lcd ?? this.#begin();
      for (const [row, letters] of lines.entries()) this.#showLine(lcd, row, letters.map(lcdCode));
      if (!this.#on) lcd.command(onWithoutCursor);
      this.#on = true;
    } catch (error) {
      this.#lcd = undefined;
      throw error;
    }
  }

  /** Darkens a display that was set up; the next lines light it again. */
  darken(): void {
    if (!this.#lcd) return;
    this.#lcd.command(displayOff);
    this.#bus.write(this.#address, Uint8Array.of(allLow));
    this.#on = false;
  }

  #begin(): FiveLcd {
    // Costs little when nothing answers, where johnny-five would wait before it tried.
    this.#bus.write(this.#address, Uint8Array.of(allLow));
    const io = {
      MODES: { OUTPUT: 1 },
      i2cConfig() {},
      i2cWrite: (address: number, byte: number) => this.#bus.write(address, Uint8Array.of(byte)),
    };
    const board = { io, pins: {}, register: [] } as unknown as JohnnyFive.Board;
    const settings = { controller: 'PCF8574', address: this.#address, board };
    const lcd = new this.#five.LCD(settings) as unknown as FiveLcd;
    this.#drawn.clear();
    this.#lcd = lcd;
    this.#on = false;
    this.#shown = Array.from({ length: lcdLines }, () => Array(lcdColumns).fill(lcdCode(' ')));
    return lcd;
  }

  /** Draws a letter that the ROM has not, when it is first needed: johnny-five waits 9 ms for each. */
  #teach(lcd: FiveLcd, code: number): void {
    const own = ownCharacters[code];
    if (!own || this.#drawn.has(code)) return;
    lcd.createChar(code, own.rows);
    this.#drawn.add(code);
  }

  /** Sends from the first letter that changed to the last. */
  #showLine(lcd: FiveLcd, row: number, codes: readonly number[]): void {
    const shown = this.#shown[row]!;
    const changed = codes.flatMap((code, column) => (code === shown[column] ? [] : [column]));
    const [first] = changed;
    const last = changed.at(-1);
    if (first === undefined || last === undefined) return;
    for (const code of codes) this.#teach(lcd, code);
    lcd.setCursor(first, row);
    for (let column = first; column <= last; column += 1) {
      lcd.write(codes[column]!);
      shown[column] = codes[column]!;
    }
  }
}
