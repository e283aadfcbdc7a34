import type { I2cBus } from '../buses.ts';
import { autoIncrement, readRegisters, writeRegister } from './registers.ts';

export const hts221Address = 0x5f;
/** On, results in one piece, seven measurements a second. */
const control = 0x86;

type Line = (raw: number) => number;

/**
 * An HTS221: humidity and temperature, by two points of calibration each that its maker has measured.
 * @see STMicroelectronics, HTS221 data sheet DocID026333, chapters 7 and 8, and technical note TN1218
 */
export class Hts221 {
  readonly #bus: I2cBus;
  #calibration: { readonly temperature: Line; readonly humidity: Line } | undefined;

  constructor(bus: I2cBus) {
    this.#bus = bus;
  }

  /**
   * @returns °C and percent; `undefined` before its first measurement is done.
   * @throws ProblemError of the bus; the chip is then set up anew next time.
   */
  measure(): { temperature: number; humidity: number } | undefined {
    try {
      const { temperature, humidity } = this.#calibration ?? this.#begin();
      const status = readRegisters(this.#bus, hts221Address, 0x27, 1).getUint8(0);
      if ((status & 0b11) !== 0b11) return undefined;
      const results = readRegisters(this.#bus, hts221Address, 0x28 | autoIncrement, 4);
      return {
        humidity: humidity(results.getInt16(0, true)),
        temperature: temperature(results.getInt16(2, true)),
      };
    } catch (error) {
      this.#calibration = undefined;
      throw error;
    }
  }

  #begin() {
    writeRegister(this.#bus, hts221Address, 0x20, control);
    const burnt = readRegisters(this.#bus, hts221Address, 0x30 | autoIncrement, 16);
    const upper = burnt.getUint8(5);
    const raw = (register: number) => burnt.getInt16(register - 0x30, true);
    this.#calibration = {
      humidity: through(raw(0x36), burnt.getUint8(0) / 2, raw(0x3a), burnt.getUint8(1) / 2),
      temperature: through(
        raw(0x3c),
        (burnt.getUint8(2) | ((upper & 0b0011) << 8)) / 8,
        raw(0x3e),
        (burnt.getUint8(3) | ((upper & 0b1100) << 6)) / 8,
      ),
    };
    return this.#calibration;
  }
}

/** The line through two points. */
function through(x0: number, y0: number, x1: number, y1: number): Line {
  return (x) => y0 + ((x - x0) * (y1 - y0)) / (x1 - x0);
}
