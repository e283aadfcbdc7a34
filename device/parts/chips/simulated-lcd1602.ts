import type { SimulatedI2cChip } from '../simulated-context.ts';

/** An LCD 1602 at its I²C backpack, and what a person sees on it. */
export interface SimulatedLcd1602 extends SimulatedI2cChip {
  /** Two lines of 16 character codes of its ROM (0 to 7: of its own memory); spaces while it is off. */
  seen(): number[][];
  /** The eight rows of a character of its own memory, 0 to 7. */
  character(code: number): number[];
  /** Whether it shows a cursor, and whether it is lit from behind. */
  readonly cursor: boolean;
  readonly backlight: boolean;
}

/** The pins of the PCF8574 as the usual backpack wires them; the upper four are the data lines. */
const registerSelect = 0x01;
const readWrite = 0x02;
const enable = 0x04;
const light = 0x08;

const columns = 16;
/** Characters of a line in memory, of which 16 are seen; the second line begins at 0x40. */
const lineLength = 0x28;
const space = 0x20;

/**
 * A PCF8574 and the HD44780 behind it, as far as a display that is only written to needs it: 8 and 4 bits, two
 * lines, its own characters. Instructions take effect when "enable" falls.
 *
 * @see Hitachi, HD44780U data sheet ADE-207-272, tables 6 and 7, figure 24; NXP, PCF8574 data sheet
 */
export function createSimulatedLcd1602(address: number): SimulatedLcd1602 {
  let port = 0xff;
  let fourBits = false;
  let upper: number | undefined;
  let on = false;
  let cursor = false;
  let step = 1;
  let twoLines = false;
  const lines = new Uint8Array(0x80).fill(space);
  const ownCharacters = new Uint8Array(64);
  let own = false;
  let at = 0;

  const clear = () => {
    lines.fill(space);
    at = 0;
    own = false;
    step = 1;
  };
  const instruct = (code: number) => {
    // The highest bit that is set says which instruction it is.
    if (code >= 0x80) {
      at = code & 0x7f;
      own = false;
    } else if (code >= 0x40) {
      at = code & 0x3f;
      own = true;
    } else if (code >= 0x20) {
      fourBits = (code & 0x10) === 0;
      twoLines = (code & 0x08) !== 0;
    } else if (code >= 0x10) {
      // Moves the cursor or the picture: nobody does here.
    } else if (code >= 0x08) {
      on = (code & 0x04) !== 0;
      cursor = (code & 0x02) !== 0;
    } else if (code >= 0x04) step = code & 0x02 ? 1 : -1;
    else if (code >= 0x02) {
      at = 0;
      own = false;
    } else if (code === 0x01) clear();
  };
  const put = (code: number) => {
    (own ? ownCharacters : lines)[at] = code;
    at = (at + step) & (own ? 0x3f : 0x7f);
    if (!own && at === lineLength) at = 0x40;
    if (!own && at === 0x40 + lineLength) at = 0;
  };
  const latch = (pins: number) => {
    if (pins & readWrite) return;
    const nibble = pins >> 4;
    const act = pins & registerSelect ? put : instruct;
    if (!fourBits) act(nibble << 4);
    else if (upper === undefined) upper = nibble;
    else {
      const code = (upper << 4) | nibble;
      upper = undefined;
      act(code);
    }
  };
  return {
    address,
    write(bytes) {
      for (const pins of bytes) {
        if (port & enable && !(pins & enable)) latch(port);
        port = pins;
      }
    },
    read: (length) => new Uint8Array(length).fill(port),
    seen() {
      return [0, 0x40].map((start) =>
        on && (start === 0 || twoLines)
          ? [...lines.slice(start, start + columns)]
          : Array(columns).fill(space),
      );
    },
    character: (code) => [...ownCharacters.slice(code * 8, code * 8 + 8)],
    get cursor() {
      return cursor;
    },
    get backlight() {
      return (port & light) !== 0;
    },
  };
}
