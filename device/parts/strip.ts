import * as z from 'zod/mini';
import { createSimulatedWs2812 } from './chips/simulated-ws2812.ts';
import { showOnWs2812 } from './chips/ws2812.ts';
import type { PartDriver } from './driver.ts';
import { colour, numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';
import { Refresh, type RefreshOptions } from './refresh.ts';

const mostPixels = 60;
const dark = '000000';
/** 50 pictures a second. */
const interval = 20_000;

const stripOptions = z.strictObject({ pixels: z._default(z.int().check(z.gte(1), z.lte(mostPixels)), 8) });

/**
 * A chain of WS2812 LEDs ("NeoPixel") at GPIO 10 (MOSI); it takes SPI for itself, because its LEDs listen to every
 * byte on that wire. `picture` is `rrggbb` for each LED, from the first, without a separator.
 *
 * The LEDs want 5 V, and then at least 3.5 V on their data line, more than the Pi gives: a level shifter (74AHCT125)
 * in the data line, or a diode (1N4001) in the LEDs' 5 V line, is the right way. One LED at full white takes 60 mA: more
 * than eight of them need a supply of their own, with its ground at the Pi's.
 *
 * The SPI clock comes from the core's; on a Pi 3 `core_freq=250` in `config.txt` keeps it steady.
 */
export const strip: PartDefinition = {
  type: 'strip',
  pins: {},
  options: stripOptions,
  buses: () => [{ bus: 'spi', address: 0 }],
  commands: {
    fill: { args: z.tuple([colour]) },
    pixel: { args: z.tuple([numberWithin(0, mostPixels - 1), colour]) },
    off: { args: z.tuple([]) },
  },
  events: [],
  values: { picture: { type: 'text' } },
  inputs: {},
  safe: {},

  simulated({ options, clock, changed }) {
    const { pixels } = stripOptions.parse(options);
    const chain = driver(pixels, changed, { clock, show: () => {}, failed: () => {} });
    return { ...chain, inputs: {}, bus: { spi: [createSimulatedWs2812(pixels)] } };
  },

  johnnyFive({ options, buses, clock, changed, failed }) {
    // johnny-five's own class for such LEDs (node-pixel) needs an Arduino in between.
    const { pixels } = stripOptions.parse(options);
    const bus = buses.spi();
    return driver(pixels, changed, { clock, show: (colours) => showOnWs2812(bus, colours), failed });
  },
};

interface Chain extends Pick<RefreshOptions, 'clock' | 'failed'> {
  readonly show: (colours: readonly string[]) => void;
}

function driver(
  pixels: number,
  changed: (value: string) => void,
  { clock, show, failed }: Chain,
): PartDriver {
  let colours: readonly string[] = Array(pixels).fill(dark);
  const refresh = new Refresh({
    clock,
    interval,
    send() {
      show(colours);
      return false;
    },
    failed,
  });
  refresh.begin();
  const paint = (next: readonly string[]) => {
    colours = next;
    changed('picture');
    refresh.request();
  };
  const fill = (colour: string) => paint(Array(pixels).fill(colour));
  return {
    commands: {
      fill: (hash: string) => fill(rgb(hash)),
      pixel(index: number, hash: string) {
        const place = Math.floor(index);
        // There may be fewer LEDs than a strip can have: the place is then in the air.
        if (place < pixels) paint(colours.with(place, rgb(hash)));
      },
      off: () => fill(dark),
    },
    values: { picture: () => colours.join('') },
    makeSafe() {
      refresh.stop();
      fill(dark);
      refresh.stop();
    },
    close: () => refresh.stop(),
  };
}

/** `#RRGGBB` as a picture has it. */
function rgb(hash: string): string {
  return hash.slice(1).toLowerCase();
}
