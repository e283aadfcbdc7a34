import type { I2cBus } from '../buses.ts';
import { readRegisters, writeRegister } from './registers.ts';

export const lsm9ds1Address = 0x6a;
/** 50 measurements a second, ±2 g; the gyroscope stays off. */
const control = 0x40;
const gPerStep = 0.000061;

/**
 * The accelerometer of an LSM9DS1.
 * @see STMicroelectronics, LSM9DS1 data sheet DocID025715, chapter 7 (CTRL_REG6_XL, OUT_X_XL; it goes on to the next
 * register by itself)
 */
export class Lsm9ds1 {
  readonly #bus: I2cBus;
  #running = false;

  constructor(bus: I2cBus) {
    this.#bus = bus;
  }

  /**
   * @returns the acceleration along its three axes in g, at rest the opposite of gravity; `undefined` before its first
   * measurement is done.
   * @throws ProblemError of the bus; the chip is then set up anew next time.
   */
  measure(): { x: number; y: number; z: number } | undefined {
    try {
      if (!this.#running) writeRegister(this.#bus, lsm9ds1Address, 0x20, control);
      this.#running = true;
      const status = readRegisters(this.#bus, lsm9ds1Address, 0x27, 1).getUint8(0);
      if ((status & 0b1) === 0) return undefined;
      const result = readRegisters(this.#bus, lsm9ds1Address, 0x28, 6);
      const along = (axis: number) => result.getInt16(axis * 2, true) * gPerStep;
      return { x: along(0), y: along(1), z: along(2) };
    } catch (error) {
      this.#running = false;
      throw error;
    }
  }
}
