import * as z from 'zod/mini';
import { hts221Address } from './chips/hts221.ts';
import { lps25hAddress } from './chips/lps25h.ts';
import { lsm9ds1Address } from './chips/lsm9ds1.ts';
import { rpiSenseAddress, showOnSenseHat } from './chips/rpi-sense.ts';
import type { PartDriver } from './driver.ts';
import { colour, numberWithin } from './number-within.ts';
import type { InputDefinition, PartDefinition, ValueDefinition } from './part.ts';
import { Refresh, type RefreshOptions } from './refresh.ts';
import { Matrix, side } from './sense-hat/matrix.ts';
import { SenseHatReadings, senseHatRanges, senseHatValues } from './sense-hat/readings.ts';
import { watchSenseHat } from './sense-hat/real-sense-hat.ts';
import { pictureOnHat, type Rotation } from './sense-hat/rotation.ts';
import { simulateSenseHat } from './sense-hat/simulated-sense-hat.ts';

const senseHatOptions = z.strictObject({
  rotation: z._default(z.literal([0, 90, 180, 270]), 0),
});
/** The magnetometer, which nobody asks, but which answers. */
const magnetometerAddress = 0x1c;
/** A picture takes 17 ms on a bus of 100 kHz; the agent needs time in between. */
const interval = 50_000;

const measuredValues = Object.fromEntries(
  senseHatValues.map((name): [string, ValueDefinition] => [
    name,
    { type: 'number', ...senseHatRanges[name] },
  ]),
);
const measuredInputs = Object.fromEntries(
  senseHatValues.map((name): [string, InputDefinition] => {
    const { unit, min, max, resolution } = senseHatRanges[name];
    return [name, { type: 'number', value: name, unit, min, max, step: resolution }];
  }),
);

/**
 * A Sense HAT: 8 × 8 LEDs, a joystick, and sensors of temperature, humidity, air pressure and tilt. With `rotation`
 * its picture, its joystick and its tilt are turned clockwise on the HAT together, for somebody who looks at it from
 * another side.
 *
 * `picture` is `rrggbb` for each LED, row by row from the top left as seen upright. `tiltX` is how far its right edge is
 * down, `tiltY` how far its front edge is. The HAT warms itself: it tells some degrees more than the room has.
 */
export const senseHat: PartDefinition = {
  type: 'sense-hat',
  pins: {},
  options: senseHatOptions,
  buses: () =>
    [rpiSenseAddress, hts221Address, lps25hAddress, lsm9ds1Address, magnetometerAddress].map((address) => ({
      bus: 'i2c' as const,
      address,
    })),
  commands: {
    fill: { args: z.tuple([colour]) },
    pixel: { args: z.tuple([numberWithin(0, side - 1), numberWithin(0, side - 1), colour]) },
    letter: { args: z.tuple([z.string(), colour]) },
    off: { args: z.tuple([]) },
  },
  events: ['up', 'down', 'left', 'right', 'pressed'],
  values: { picture: { type: 'text' }, ...measuredValues },
  inputs: {
    up: { type: 'action', event: 'up' },
    down: { type: 'action', event: 'down' },
    left: { type: 'action', event: 'left' },
    right: { type: 'action', event: 'right' },
    press: { type: 'action', event: 'pressed' },
    ...measuredInputs,
  },
  safe: {},

  simulated(context) {
    const { rotation } = senseHatOptions.parse(context.options);
    const { readings, inputs, bus, close } = simulateSenseHat(context, rotation);
    const { clock, changed } = context;
    return {
      ...driver(readings, close, { clock, changed, rotation, show() {}, failed() {} }),
      inputs,
      ...(bus ? { bus } : {}),
    };
  },

  johnnyFive({ options, buses, clock, emit, changed, failed }) {
    // johnny-five has no class for any of its chips.
    const { rotation } = senseHatOptions.parse(options);
    const bus = buses.i2c();
    const readings = new SenseHatReadings(changed);
    const close = watchSenseHat({
      bus,
      clock,
      rotation,
      measured: (name, value) => readings.take(name, value),
      moved: emit,
      failed,
    });
    const show = (colours: readonly string[]) => showOnSenseHat(bus, colours);
    return driver(readings, close, { clock, changed, rotation, show, failed });
  },
};

interface Context extends Pick<RefreshOptions, 'clock' | 'failed'> {
  readonly rotation: Rotation;
  changed(value: string): void;
  show(colours: readonly string[]): void;
}

function driver(
  readings: SenseHatReadings,
  closeSensors: () => void,
  { clock, failed, changed, rotation, show }: Context,
): PartDriver {
  const matrix = new Matrix();
  const refresh = new Refresh({
    clock,
    interval,
    send() {
      show(pictureOnHat(matrix.colours, rotation));
      return false;
    },
    failed,
  });
  const shown = () => {
    changed('picture');
    refresh.request();
  };
  const paint =
    <Arguments extends readonly unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      act(...given);
      shown();
    };
  refresh.begin();
  return {
    commands: {
      fill: paint((hash: string) => matrix.fill(rgb(hash))),
      pixel: paint((x: number, y: number, hash: string) =>
        matrix.pixel(Math.floor(x), Math.floor(y), rgb(hash)),
      ),
      letter: paint((text: string, hash: string) => matrix.letter(text, rgb(hash))),
      off: paint(() => matrix.clear()),
    },
    values: {
      picture: () => matrix.colours.join(''),
      ...Object.fromEntries(senseHatValues.map((name) => [name, readings.get(name)])),
    },
    makeSafe() {
      refresh.stop();
      matrix.clear();
      shown();
      refresh.stop();
    },
    close() {
      refresh.stop();
      closeSensors();
    },
  };
}

/** `#RRGGBB` as a picture has it. */
function rgb(hash: string): string {
  return hash.slice(1).toLowerCase();
}
