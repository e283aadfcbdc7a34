/** What the usual ROM (A00) of an HD44780 has beside ASCII. */
const rom: Readonly<Record<string, number>> = {
  '→': 0x7e,
  '←': 0x7f,
  '°': 0xdf,
  α: 0xe0,
  ä: 0xe1,
  ß: 0xe2,
  µ: 0xe4,
  '¢': 0xec,
  ö: 0xef,
  Ω: 0xf4,
  ü: 0xf5,
  Σ: 0xf6,
  π: 0xf7,
  '÷': 0xfd,
};

/** Letters that the ROM has not, and that a display draws itself: five points a row, from the top, by their code. */
export const ownCharacters: readonly { readonly letter: string; readonly rows: readonly number[] }[] = [
  { letter: 'Ä', rows: [0b01010, 0b00000, 0b01110, 0b10001, 0b11111, 0b10001, 0b10001, 0] },
  { letter: 'Ö', rows: [0b01010, 0b00000, 0b01110, 0b10001, 0b10001, 0b10001, 0b01110, 0] },
  { letter: 'Ü', rows: [0b01010, 0b00000, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110, 0] },
  { letter: '€', rows: [0b00111, 0b01000, 0b11110, 0b01000, 0b11110, 0b01000, 0b00111, 0] },
  { letter: '\\', rows: [0b00000, 0b10000, 0b01000, 0b00100, 0b00010, 0b00001, 0b00000, 0] },
  { letter: '~', rows: [0b00000, 0b00000, 0b01000, 0b10101, 0b00010, 0b00000, 0b00000, 0] },
];

/**
 * The code of a letter on an LCD; of a letter that it cannot show, that of a question mark.
 * @see Hitachi, HD44780U data sheet ADE-207-272, table 4
 */
export function lcdCode(letter: string): number {
  const own = ownCharacters.findIndex((one) => one.letter === letter);
  if (own >= 0) return own;
  const code = letter.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7e) return code;
  return rom[letter] ?? 0x3f;
}
