import { glyph, lettersOf } from '../chips/font.ts';

export const side = 8;
const dark = '000000';
/** Where the five columns of a letter begin, so that it stands in the middle. */
const letterColumn = 1;

/** The picture on the LEDs of a Sense HAT: 64 colours `rrggbb`, row by row. */
export class Matrix {
  #colours: readonly string[] = Array(side * side).fill(dark);

  get colours(): readonly string[] {
    return this.#colours;
  }

  fill(colour: string): void {
    this.#colours = Array(side * side).fill(colour);
  }

  clear(): void {
    this.fill(dark);
  }

  pixel(x: number, y: number, colour: string): void {
    this.#colours = this.#colours.with(y * side + x, colour);
  }

  /** Shows the first letter of a text, and nothing else. */
  letter(text: string, colour: string): void {
    const columns = glyph(lettersOf(text, 1)[0] ?? ' ');
    this.#colours = this.#colours.map((_, place) => {
      const column = columns[(place % side) - letterColumn] ?? 0;
      return (column >> Math.floor(place / side)) & 1 ? colour : dark;
    });
  }
}
