import type { SimulatedI2cChip } from '../simulated-context.ts';

/** What surrounds a Sense HAT: °C, percent, hPa, and the acceleration along the axes of its LSM9DS1 in g. */
export interface SenseHatWorld {
  temperature(): number;
  humidity(): number;
  pressure(): number;
  acceleration(): { readonly x: number; readonly y: number; readonly z: number };
}

/** The microcontroller of a Sense HAT. */
export interface SimulatedRpiSense extends SimulatedI2cChip {
  /** The current of each LED, 0 to 31: 64 times red, green, blue, row by row. */
  shown(): number[][];
  /** Closes a contact of the joystick, until it was looked at once. */
  press(bit: number): void;
}

/** The microcontroller at 0x46: its memory begins with the picture, row by row reds, greens and blues. */
export function createSimulatedRpiSense(): SimulatedRpiSense {
  const memory = new Uint8Array(0x100);
  memory[0xf0] = 's'.charCodeAt(0);
  let at = 0;
  return {
    address: 0x46,
    write([register, ...bytes]) {
      at = register!;
      memory.set(bytes, at);
    },
    read(length) {
      const bytes = memory.slice(at, at + length);
      if (at <= 0xf2 && at + length > 0xf2) memory[0xf2] = 0;
      return bytes;
    },
    press: (bit) => {
      memory[0xf2]! |= bit;
    },
    shown: () =>
      Array.from({ length: 64 }, (_, place) =>
        [0, 8, 16].map((part) => memory[(place >> 3) * 24 + part + (place & 7)]!),
      ),
  };
}

/** The two points by which this HTS221 was calibrated: a raw value and what it stands for. */
const humidityPoints = [
  { raw: -2000, is: 40 },
  { raw: 8000, is: 80 },
] as const;
const temperaturePoints = [
  { raw: -500, is: 10 },
  { raw: 1500, is: 35 },
] as const;

/** The chips of a Sense HAT beside its microcontroller, with the registers that its drivers use. */
export function createSimulatedSenseHatSensors(world: SenseHatWorld): SimulatedI2cChip[] {
  return [
    stSensor(0x5f, 0x80, (registers, on) => {
      registers.set([40 * 2, 80 * 2, (10 * 8) & 0xff, (35 * 8) & 0xff, 0, ((35 * 8) >> 8) << 2], 0x30);
      put(registers, 0x36, 2, humidityPoints[0].raw);
      put(registers, 0x3a, 2, humidityPoints[1].raw);
      put(registers, 0x3c, 2, temperaturePoints[0].raw);
      put(registers, 0x3e, 2, temperaturePoints[1].raw);
      registers[0x27] = on ? 0b11 : 0;
      put(registers, 0x28, 2, onLine(humidityPoints, world.humidity()));
      put(registers, 0x2a, 2, onLine(temperaturePoints, world.temperature()));
    }),
    stSensor(0x5c, 0x80, (registers, on) => {
      registers[0x27] = on ? 0b11 : 0;
      put(registers, 0x28, 3, world.pressure() * 4096);
    }),
    stSensor(0x6a, 0xe0, (registers, on) => {
      registers[0x27] = on ? 0b1 : 0;
      const { x, y, z } = world.acceleration();
      for (const [axis, g] of [x, y, z].entries()) put(registers, 0x28 + axis * 2, 2, g / 0.000061);
    }),
  ];
}

/**
 * A sensor of ST: registers, of which 0x20 switches it on; nothing is measured before.
 * @param onBits those of 0x20 of which one must be set.
 * @param measure brings its registers up to date before each reading.
 */
function stSensor(
  address: number,
  onBits: number,
  measure: (registers: Uint8Array, on: boolean) => void,
): SimulatedI2cChip {
  const registers = new Uint8Array(0x80);
  let pointer = 0;
  return {
    address,
    write([register, ...bytes]) {
      pointer = register!;
      registers.set(bytes, pointer & 0x7f);
    },
    read(length) {
      measure(registers, (registers[0x20]! & onBits) !== 0);
      const first = pointer & 0x7f;
      // The LSM9DS1 goes on by itself, the others only when the highest bit of the register says so.
      const step = address === 0x6a || pointer & 0x80 ? 1 : 0;
      return Uint8Array.from({ length }, (_, index) => registers[first + index * step]!);
    },
  };
}

/** A whole number into so many registers, the lowest byte first. */
function put(registers: Uint8Array, register: number, length: number, value: number): void {
  const limit = 2 ** (length * 8 - 1);
  const whole = Math.min(limit - 1, Math.max(-limit, Math.round(value)));
  for (let byte = 0; byte < length; byte += 1) registers[register + byte] = (whole >> (byte * 8)) & 0xff;
}

function onLine([from, to]: typeof humidityPoints | typeof temperaturePoints, is: number): number {
  return from.raw + ((is - from.is) / (to.is - from.is)) * (to.raw - from.raw);
}
