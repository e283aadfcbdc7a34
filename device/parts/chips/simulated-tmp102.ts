import type { SimulatedI2cChip } from '../simulated-context.ts';

/** As after power-on: 12 bits, four conversions a second. */
const resetConfig = 0x60a0;

/**
 * A TMP102 at this temperature in °C: pointer, temperature and configuration, 12 bits.
 * @see Texas Instruments, TMP102 data sheet SBOS397, chapter 7.5
 */
export function createSimulatedTmp102(address: number, temperature: () => number): SimulatedI2cChip {
  let pointer = 0;
  let config = resetConfig;
  return {
    address,
    write(bytes) {
      pointer = bytes[0]! & 0b11;
      if (pointer === 1 && bytes.length >= 3) config = (bytes[1]! << 8) | bytes[2]!;
    },
    read(length) {
      const steps = Math.min(2047, Math.max(-2048, Math.round(temperature() * 16)));
      const words = [(steps << 4) & 0xffff, config, 0x4b00, 0x5000];
      const word = words[pointer]!;
      return Uint8Array.from({ length }, (_, index) => (index % 2 === 0 ? word >> 8 : word & 0xff));
    },
  };
}
