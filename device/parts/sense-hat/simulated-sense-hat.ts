import { joystickBits } from '../chips/rpi-sense.ts';
import { createSimulatedRpiSense, createSimulatedSenseHatSensors } from '../chips/simulated-sense-hat.ts';
import { sensorNoise } from '../noise.ts';
import { poll } from '../polling.ts';
import type { SimulatedContext, SimulatedDriver } from '../simulated-context.ts';
import { SenseHatReadings, type SenseHatValue, senseHatRanges, senseHatValues } from './readings.ts';
import { type Direction, directionOnHat, type Rotation, seenVector } from './rotation.ts';

const intervals: Readonly<Record<SenseHatValue, number>> = {
  temperature: 1_000_000,
  humidity: 1_000_000,
  pressure: 1_000_000,
  tiltX: 100_000,
  tiltY: 100_000,
};
/** The joystick and the sensors of a simulated Sense HAT, and its chips. */
export function simulateSenseHat(
  { clock, random, emit, changed }: SimulatedContext,
  rotation: Rotation,
): Pick<SimulatedDriver, 'inputs' | 'bus' | 'close'> & { readonly readings: SenseHatReadings } {
  const world: Record<SenseHatValue, number> = {
    temperature: 20,
    humidity: 50,
    pressure: 1013,
    tiltX: 0,
    tiltY: 0,
  };
  const readings = new SenseHatReadings(changed);
  const noise = (name: SenseHatValue) => sensorNoise(random, senseHatRanges[name].resolution);
  const stops = senseHatValues.map((name) =>
    poll(
      clock,
      intervals[name],
      // Its tilt is not noisy enough to be seen.
      () => readings.take(name, world[name] + (name.startsWith('tilt') ? 0 : noise(name))),
      () => {},
    ),
  );
  const microcontroller = createSimulatedRpiSense();
  const sensors = createSimulatedSenseHatSensors({
    temperature: () => world.temperature,
    humidity: () => world.humidity,
    pressure: () => world.pressure,
    acceleration: () => accelerationOf(world.tiltX, world.tiltY, rotation),
  });
  const push = (seen: Direction) => () => {
    microcontroller.press(joystickBits[directionOnHat(seen, rotation)]);
    emit(seen);
  };
  const set = (name: SenseHatValue) => (value: number) => {
    world[name] = value;
  };
  return {
    readings,
    inputs: {
      up: push('up'),
      down: push('down'),
      left: push('left'),
      right: push('right'),
      press() {
        microcontroller.press(joystickBits.pressed);
        emit('pressed');
      },
      temperature: set('temperature'),
      humidity: set('humidity'),
      pressure: set('pressure'),
      tiltX: set('tiltX'),
      tiltY: set('tiltY'),
    },
    bus: { i2c: [microcontroller, ...sensors] },
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** What the LSM9DS1 feels of a HAT tilted like this for somebody who sees its picture upright. */
function accelerationOf(toRight: number, toFront: number, rotation: Rotation) {
  const back = ((360 - rotation) % 360) as Rotation;
  const [right, front] = seenVector([toRight, toFront], back);
  const part = (degrees: number) => -Math.sin((degrees * Math.PI) / 180);
  let [x, y] = [part(right), part(front)];
  // No board can be upright on two edges at once.
  const length = Math.max(1, Math.hypot(x, y));
  x /= length;
  y /= length;
  return { x, y, z: Math.sqrt(Math.max(0, 1 - x * x - y * y)) };
}
