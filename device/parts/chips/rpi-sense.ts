import type { I2cBus } from '../buses.ts';
import { readRegisters } from './registers.ts';

export const rpiSenseAddress = 0x46;
const pictureRegister = 0x00;
const keysRegister = 0xf2;
const side = 8;

/** The bits of the joystick's contacts, as the HAT lies with its joystick at the bottom right. */
export const joystickBits = { down: 0x01, right: 0x02, up: 0x04, pressed: 0x08, left: 0x10 } as const;

/** What an eye takes for half as bright is much less than half the current; the LEDs know 32 steps. */
// biome-ignore format: a table
const brightness = [
  0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 17, 18, 20, 21, 23, 25, 27, 29, 31,
];

/**
 * Shows a picture on the 8 × 8 LEDs of a Sense HAT, by the microcontroller on it: for each row the eight reds, then
 * the greens, then the blues.
 *
 * @param colours 64 times `rrggbb`, row by row from the top left.
 * @see Raspberry Pi's kernel, drivers/video/fbdev/rpisense-fb.c (registers, order, brightness)
 */
export function showOnSenseHat(bus: I2cBus, colours: readonly string[]): void {
  const bytes = new Uint8Array(1 + side * side * 3);
  bytes[0] = pictureRegister;
  for (const [place, colour] of colours.entries()) {
    const row = Math.floor(place / side);
    for (let part = 0; part < 3; part += 1) {
      const value = Number.parseInt(colour.slice(part * 2, part * 2 + 2), 16);
      bytes[1 + row * 24 + part * side + (place % side)] = brightness[value >> 3]!;
    }
  }
  bus.write(rpiSenseAddress, bytes);
}

/**
 * The contacts of the joystick that are closed, as bits.
 * @see Raspberry Pi's kernel, drivers/input/joystick/rpisense-js.c
 */
export function readJoystick(bus: I2cBus): number {
  return readRegisters(bus, rpiSenseAddress, keysRegister, 1).getUint8(0);
}
