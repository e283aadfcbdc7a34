import * as z from 'zod/mini';
import { lettersOf } from './chips/font.ts';
import { Lcd1602, lcdColumns, lcdLines } from './chips/lcd1602.ts';
import { createSimulatedLcd1602 } from './chips/simulated-lcd1602.ts';
import type { PartDriver } from './driver.ts';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';
import { Refresh, type RefreshOptions } from './refresh.ts';

/** Those of a PCF8574 (0x20 to 0x27) and of a PCF8574A (0x38 to 0x3f). */
const lcdOptions = z.strictObject({
  address: z._default(
    z.int().check(
      z.gte(0x20),
      z.lte(0x3f),
      z.refine((address) => address <= 0x27 || address >= 0x38, 'a PCF8574 cannot have this address'),
    ),
    0x27,
  ),
});
/** A full picture takes 30 ms on a bus of 100 kHz; the agent needs time in between. */
const interval = 60_000;

/**
 * An LCD 1602, two lines of 16 letters, with a PCF8574 backpack at I²C. `picture` is its two lines of 16 letters, with
 * a line feed between them.
 *
 * A backpack at 5 V pulls SDA and SCL up to 5 V, which the Pi's pins do not take: either supply it with 3.3 V (the
 * letters are then paler; turn its contrast up), or put a level shifter between.
 */
export const lcd: PartDefinition = {
  type: 'lcd',
  pins: {},
  options: lcdOptions,
  buses: (options) => [{ bus: 'i2c', address: lcdOptions.parse(options).address }],
  commands: {
    write: { args: z.tuple([numberWithin(1, lcdLines), z.string()]) },
    clear: { args: z.tuple([]) },
  },
  events: [],
  values: { picture: { type: 'text' } },
  inputs: {},
  safe: {},

  simulated({ options, clock, changed }) {
    const { address } = lcdOptions.parse(options);
    const display = { show() {}, darken() {} };
    return {
      ...driver(display, { changed, clock, failed() {} }),
      inputs: {},
      bus: { i2c: [createSimulatedLcd1602(address)] },
    };
  },

  johnnyFive({ five, options, buses, changed, clock, failed }) {
    const { address } = lcdOptions.parse(options);
    return driver(new Lcd1602(five, buses.i2c(), address), { changed, clock, failed });
  },
};

interface Context extends Pick<RefreshOptions, 'clock' | 'failed'> {
  changed(value: string): void;
}

function driver(display: Pick<Lcd1602, 'show' | 'darken'>, { clock, failed, changed }: Context): PartDriver {
  const empty: readonly string[] = Array(lcdColumns).fill(' ');
  const lines = Array.from({ length: lcdLines }, () => empty);
  const refresh = new Refresh({
    clock,
    interval,
    send() {
      display.show(lines);
      return false;
    },
    failed,
  });
  refresh.begin();
  return {
    commands: {
      write(line: number, text: string) {
        const letters = lettersOf(text, lcdColumns);
        lines[Math.floor(line) - 1] = empty.map((space, column) => letters[column] ?? space);
        changed('picture');
        refresh.request();
      },
      clear() {
        lines.fill(empty);
        changed('picture');
        refresh.request();
      },
    },
    values: { picture: () => lines.map((letters) => letters.join('')).join('\n') },
    makeSafe() {
      refresh.stop();
      lines.fill(empty);
      changed('picture');
      display.darken();
    },
    close: () => refresh.stop(),
  };
}
