import { glyph, lettersOf } from './chips/font.ts';
import { oledHeight, oledWidth } from './chips/ssd1306.ts';

/** A letter and the gap behind it. */
const letterWidth = 6;
/** Letters that fit in a line. */
const lineLength = Math.floor(oledWidth / letterWidth);
/** Lines of a display; a line is a page. */
export const oledLines = oledHeight / 8;

/** The picture of an OLED display, in the order of its memory: page by page, column by column. */
export class OledFrame {
  readonly bytes = new Uint8Array(oledWidth * oledLines);

  /** Replaces a line, from 1; what is too long is cut. */
  write(line: number, text: string): void {
    const start = (line - 1) * oledWidth;
    this.bytes.fill(0, start, start + oledWidth);
    for (const [place, letter] of lettersOf(text, lineLength).entries()) {
      this.bytes.set(glyph(letter), start + place * letterWidth);
    }
  }

  /** Sets or clears a point; 0, 0 is top left. */
  pixel(x: number, y: number, on: boolean): void {
    const at = Math.floor(y / 8) * oledWidth + x;
    const bit = 1 << (y % 8);
    this.bytes[at] = on ? this.bytes[at]! | bit : this.bytes[at]! & ~bit;
  }

  clear(): void {
    this.bytes.fill(0);
  }

  /** In base64, as a trace can carry it. */
  picture(): string {
    return btoa(String.fromCharCode(...this.bytes));
  }
}
