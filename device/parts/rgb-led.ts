import * as z from 'zod/mini';
import type { Level } from './driver.ts';
import { colour } from './number-within.ts';
import type { PartDefinition, PartOptions } from './part.ts';
import { analogPulses } from './pulse-forms.ts';

const primaries = ['red', 'green', 'blue'] as const;
const dark = '#000000';

const options = z.strictObject({
  /** The leg that the three LEDs share: `cathode` goes to ground, `anode` to 3.3 V. */
  common: z._default(z.enum(['cathode', 'anode']), 'cathode'),
});

/** With a common anode an LED shines while its pin is low. */
const darkLevel = ({ common }: PartOptions): Level => (common === 'anode' ? 1 : 0);
const darkLevels = (level: Level) => ({ red: level, green: level, blue: level });

/**
 * Three LEDs in one case, each from a GPIO through a resistor of its own (red 330 Ω, green and blue 220 Ω or
 * more) to the leg they share. Colours are `#rrggbb`, each primary in steps of 1/255 of the time.
 */
export const rgbLed: PartDefinition = {
  type: 'rgb-led',
  pins: {
    red: { direction: 'output' },
    green: { direction: 'output' },
    blue: { direction: 'output' },
  },
  options,
  commands: {
    on: { args: z.tuple([colour]), effects: { on: { to: true }, colour: { arg: 0 } } },
    off: { args: z.tuple([]), effects: { on: { to: false }, colour: { to: dark } } },
  },
  events: [],
  values: {
    on: { type: 'boolean' },
    /** What it shows, `#rrggbb`; `#000000` when it is off. */
    colour: { type: 'text' },
  },
  inputs: {},
  safe: darkLevels(0),
  safeFor: (given) => darkLevels(darkLevel(given)),

  simulated({ pins, options: given, changed }) {
    let on = false;
    let shown = dark;
    const show = (next: string, isOn: boolean) => {
      on = isOn;
      shown = next;
      primaries.forEach((primary, index) => {
        const byte = Number.parseInt(next.slice(1 + 2 * index, 3 + 2 * index), 16);
        pins.pulse(primary, analogPulses(darkLevel(given) === 1 ? 255 - byte : byte));
      });
      changed('colour');
    };
    show(dark, false);
    return {
      commands: { on: (next: string) => show(next, true), off: () => show(dark, false) },
      values: { on: () => on, colour: () => shown },
      inputs: {},
      makeSafe: () => show(dark, false),
      close() {},
    };
  },

  johnnyFive({ five, board, pins, options: given, changed }) {
    let on = false;
    let shown = dark;
    const device = new five.Led.RGB({
      pins: { red: pins.red!, green: pins.green!, blue: pins.blue! },
      isAnode: darkLevel(given) === 1,
      board,
    });
    const show = (next: string, isOn: boolean) => {
      on = isOn;
      shown = next;
      device.color(next);
      changed('colour');
    };
    return {
      commands: { on: (next: string) => show(next, true), off: () => show(dark, false) },
      values: { on: () => on, colour: () => shown },
      makeSafe: () => show(dark, false),
      close() {},
    };
  },
};
