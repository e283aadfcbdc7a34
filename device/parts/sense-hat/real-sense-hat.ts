import type { Clock } from '../../program/clock.ts';
import type { I2cBus } from '../buses.ts';
import { Hts221 } from '../chips/hts221.ts';
import { Lps25h } from '../chips/lps25h.ts';
import { Lsm9ds1 } from '../chips/lsm9ds1.ts';
import { joystickBits, readJoystick } from '../chips/rpi-sense.ts';
import { poll } from '../polling.ts';
import { type SenseHatValue, tiltOf } from './readings.ts';
import { type Direction, type Rotation, seenDirection, seenVector } from './rotation.ts';

/** µs: climate once a second, tilt ten times; a quick push of the joystick takes 50 ms. */
const intervals = { climate: 1_000_000, tilt: 100_000, joystick: 40_000 };

export interface SenseHatWatch {
  readonly bus: I2cBus;
  readonly clock: Clock;
  readonly rotation: Rotation;
  readonly measured: (name: SenseHatValue, value: number) => void;
  readonly moved: (event: Direction | 'pressed') => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Watches the joystick and the sensors of a Sense HAT.
 *
 * Which way its axes point is taken from Raspberry Pi's library and its marble maze: x of the LSM9DS1 to the right, y to
 * the front, where the joystick is.
 *
 * @returns how to stop.
 */
export function watchSenseHat({ bus, clock, rotation, measured, moved, failed }: SenseHatWatch): () => void {
  const airSensor = new Hts221(bus);
  const barometer = new Lps25h(bus);
  const accelerometer = new Lsm9ds1(bus);
  let held = 0;
  const stops = [
    poll(
      clock,
      intervals.climate,
      () => {
        const air = airSensor.measure();
        if (air) measured('temperature', air.temperature);
        if (air) measured('humidity', air.humidity);
        const pressure = barometer.measure();
        if (pressure !== undefined) measured('pressure', pressure);
      },
      failed,
    ),
    poll(
      clock,
      intervals.tilt,
      () => {
        const force = accelerometer.measure();
        if (!force) return;
        const [x, y] = seenVector(tiltOf(force.x, force.y, force.z), rotation);
        measured('tiltX', x);
        measured('tiltY', y);
      },
      failed,
    ),
    poll(
      clock,
      intervals.joystick,
      () => {
        const closed = readJoystick(bus);
        const news = closed & ~held;
        held = closed;
        for (const [name, bit] of Object.entries(joystickBits)) {
          if (!(news & bit)) continue;
          moved(name === 'pressed' ? 'pressed' : seenDirection(name as Direction, rotation));
        }
      },
      failed,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
