import * as z from 'zod/mini';
import { createSimulatedSsd1306 } from './chips/simulated-ssd1306.ts';
import { oledHeight, oledWidth, Ssd1306 } from './chips/ssd1306.ts';
import type { PartDriver } from './driver.ts';
import { numberWithin } from './number-within.ts';
import { OledFrame, oledLines } from './oled-frame.ts';
import type { PartDefinition } from './part.ts';
import { Refresh, type RefreshOptions } from './refresh.ts';

const oledOptions = z.strictObject({ address: z._default(z.int().check(z.gte(0x3c), z.lte(0x3d)), 0x3c) });
/** One page takes 12 ms on a bus of 100 kHz; the agent needs time in between. */
const interval = 15_000;

/**
 * An OLED display of 128 × 64 points with an SSD1306 at I²C: eight lines of 21 letters, or points. `picture` is the
 * 1,024 bytes of its memory in base64: page by page from the top (eight rows each), column by column from the left,
 * the lowest bit on top.
 *
 * Modules of 1.3 inches mostly have an SH1106, which is another chip: it shows a shifted, torn picture.
 */
export const oled: PartDefinition = {
  type: 'oled',
  pins: {},
  options: oledOptions,
  buses: (options) => [{ bus: 'i2c', address: oledOptions.parse(options).address }],
  commands: {
    write: { args: z.tuple([numberWithin(1, oledLines), z.string()]) },
    pixel: { args: z.tuple([numberWithin(0, oledWidth - 1), numberWithin(0, oledHeight - 1), z.boolean()]) },
    clear: { args: z.tuple([]) },
  },
  events: [],
  values: { picture: { type: 'text' } },
  inputs: {},
  safe: {},

  simulated({ options, clock, changed }) {
    const { address } = oledOptions.parse(options);
    const display = { step: () => false, darken() {} };
    return {
      ...driver(display, { changed, clock, failed() {} }),
      inputs: {},
      bus: { i2c: [createSimulatedSsd1306(address)] },
    };
  },

  johnnyFive({ options, buses, changed, clock, failed }) {
    // johnny-five has no class for it, and those made for it draw through the plugin of a microcontroller.
    const { address } = oledOptions.parse(options);
    return driver(new Ssd1306(buses.i2c(), address), { changed, clock, failed });
  },
};

interface Context extends Pick<RefreshOptions, 'clock' | 'failed'> {
  changed(value: string): void;
}

function driver(display: Pick<Ssd1306, 'step' | 'darken'>, { clock, failed, changed }: Context): PartDriver {
  const frame = new OledFrame();
  const refresh = new Refresh({ clock, interval, send: () => display.step(frame.bytes), failed });
  const shown = () => {
    changed('picture');
    refresh.request();
  };
  refresh.begin();
  return {
    commands: {
      write(line: number, text: string) {
        frame.write(Math.floor(line), text);
        shown();
      },
      pixel(x: number, y: number, on: boolean) {
        frame.pixel(Math.floor(x), Math.floor(y), on);
        shown();
      },
      clear() {
        frame.clear();
        shown();
      },
    },
    values: { picture: () => frame.picture() },
    makeSafe() {
      refresh.stop();
      frame.clear();
      changed('picture');
      display.darken();
    },
    close: () => refresh.stop(),
  };
}
