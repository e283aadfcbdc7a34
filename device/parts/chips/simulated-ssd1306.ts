import type { SimulatedI2cChip } from '../simulated-context.ts';

/** A display with an SSD1306, and what a person sees on it. */
export interface SimulatedSsd1306 extends SimulatedI2cChip {
  /** 1,024 bytes, page by page from the top left; all 0 while it is off. */
  seen(): Uint8Array;
}

const width = 128;
const pages = 8;

/** How many arguments a command has; the others have none. */
const argumentCounts = new Map([
  [0x20, 1], // memory addressing mode
  [0x21, 2], // columns
  [0x22, 2], // pages
  [0x81, 1], // contrast
  [0x8d, 1], // charge pump
  [0xa8, 1], // rows
  [0xd3, 1], // shift
  [0xd5, 1], // clock
  [0xd9, 1], // precharge
  [0xda, 1], // wiring of the rows
  [0xdb, 1], // deselect level
]);

/**
 * An SSD1306 on a usual module of 128 × 64 points, whose glass stands upright when columns and rows are mirrored
 * (commands 0xa1 and 0xc8). Horizontal addressing only; its memory holds nonsense after power-on.
 *
 * @see Solomon Systech, SSD1306 data sheet, chapters 8 to 10
 */
export function createSimulatedSsd1306(address: number): SimulatedSsd1306 {
  const memory = Uint8Array.from({ length: width * pages }, (_, index) => (index * 73) & 0xff);
  let pending: number[] = [];
  let on = false;
  let pumped = false;
  let horizontal = false;
  let mirrored = { columns: false, rows: false };
  let columns = { first: 0, last: width - 1, at: 0 };
  let rows = { first: 0, last: pages - 1, at: 0 };

  const obey = ([command, ...given]: readonly number[]) => {
    if (command === 0x20) horizontal = given[0] === 0;
    if (command === 0x21) columns = { first: given[0]!, last: given[1]!, at: given[0]! };
    if (command === 0x22) rows = { first: given[0]!, last: given[1]!, at: given[0]! };
    if (command === 0x8d) pumped = (given[0]! & 0x04) !== 0;
    if (command === 0xa0 || command === 0xa1) mirrored = { ...mirrored, columns: command === 0xa1 };
    if (command === 0xc0 || command === 0xc8) mirrored = { ...mirrored, rows: command === 0xc8 };
    if (command === 0xae || command === 0xaf) on = command === 0xaf;
  };
  const takeCommand = (byte: number) => {
    pending.push(byte);
    if (pending.length <= (argumentCounts.get(pending[0]!) ?? 0)) return;
    obey(pending);
    pending = [];
  };
  const takePoints = (byte: number) => {
    if (!horizontal) return;
    memory[rows.at * width + columns.at] = byte;
    columns.at = columns.at === columns.last ? columns.first : columns.at + 1;
    if (columns.at === columns.first) rows.at = rows.at === rows.last ? rows.first : rows.at + 1;
  };
  return {
    address,
    write(bytes) {
      const [control, ...rest] = bytes;
      for (const byte of rest) (control === 0x40 ? takePoints : takeCommand)(byte);
    },
    read: (length) => new Uint8Array(length).fill(on ? 0x03 : 0x43),
    seen() {
      const upright = mirrored.columns && mirrored.rows;
      return on && pumped && upright ? memory.slice() : new Uint8Array(memory.length);
    },
  };
}
