import * as z from 'zod/mini';
import {
  DistanceReadings,
  echoMicrosPerCm,
  farthest,
  measureInterval,
  nearest,
} from './distance-readings.ts';
import type { PartDefinition } from './part.ts';

/** How long to wait for an echo, in µs: longer than 400 cm need. */
const timeout = 30_000;
/** What the simulated sensor's readings are off by, in cm, at most. */
const noise = 0.5;
/** Where the simulated obstacle stands at first, in cm. */
const firstDistance = 100;

/**
 * An ultrasonic sensor (HC-SR04): 2 to 400 cm, ten times a second, 400 when nothing echoes. It is supplied with 5 V and
 * **its echo is one of 5 V, which would break the Pi**: a divider of 330 Ω (from echo to the GPIO) and 470 Ω (from the
 * GPIO to ground) makes 2.9 V of it. The HC-SR04P and RCWL-1601 run on 3.3 V and need none.
 *
 * Events: `near` when something is as near as the option `nearer` (2 to 398 cm, 20 unless given), `far` when it is
 * 2 cm further away than that.
 */
export const distance: PartDefinition = {
  type: 'distance',
  pins: {
    trigger: { direction: 'output' },
    echo: { direction: 'input', pull: 'down', quiet: true },
  },
  options: z.strictObject({
    nearer: z._default(z.number().check(z.gte(nearest), z.lte(farthest - 2)), 20),
  }),
  commands: {},
  events: ['near', 'far'],
  values: { distance: { type: 'number', unit: 'cm', min: nearest, max: farthest, resolution: 1 } },
  inputs: {
    distance: { type: 'number', value: 'distance', unit: 'cm', min: nearest, max: farthest, step: 1 },
  },
  safe: { trigger: 0 },

  simulated({ options, clock, random, changed, emit }) {
    let world = firstDistance;
    const echo = () => {
      const cm = world + (2 * random() - 1) * noise;
      return world >= farthest ? undefined : Math.max(nearest, cm) * echoMicrosPerCm;
    };
    const readings = new DistanceReadings(Number(options.nearer), {
      changed: () => changed('distance'),
      emit,
    });
    let cancel = () => {};
    const measure = () => {
      readings.hear(echo());
      cancel = clock.after(measureInterval, measure);
    };
    measure();
    return {
      commands: {},
      values: { distance: () => readings.distance },
      inputs: {
        distance(cm) {
          world = cm;
        },
      },
      bus: { echo },
      makeSafe() {},
      close: () => cancel(),
    };
  },

  // johnny-five's Proximity times an HC-SR04 by `pingRead`, which wants trigger and echo on one pin.
  johnnyFive({ pins, options, buses, clock, changed, emit, failed }) {
    const readings = new DistanceReadings(Number(options.nearer), {
      changed: () => changed('distance'),
      emit,
    });
    let open = true;
    let failing = false;
    let missed = true;
    let cancel = () => {};
    const measure = async () => {
      try {
        const length = await buses.echo.measure(pins.trigger!, pins.echo!, timeout);
        failing = false;
        // One echo that went astray does not mean that nothing is there any more.
        if (open && (length !== undefined || missed)) readings.hear(length);
        missed = length === undefined;
      } catch (error) {
        if (open && !failing) failed(error);
        failing = true;
      }
      if (open) cancel = clock.after(measureInterval, measure);
    };
    void measure();
    return {
      commands: {},
      values: { distance: () => readings.distance },
      makeSafe() {},
      close() {
        open = false;
        cancel();
      },
    };
  },
};
