import type { SimulatedI2cChip } from '../simulated-context.ts';

/** Full scale in volts by the gain bits; the last three are the same. */
const fullScales = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256];
/** As after power-on. */
const resetConfig = 0x8583;
const busyBit = 0x8000;

/**
 * An ADS1115 with these voltages at its inputs, as its data sheet has it: pointer, configuration and result; single
 * shots, channels against ground. A conversion is over at the second look at the configuration.
 */
export function createSimulatedAds1115(
  address: number,
  volts: (channel: number) => number,
): SimulatedI2cChip {
  let pointer = 0;
  let config = resetConfig;
  let result = 0;
  let busyLooks = 0;
  const convert = () => {
    const input = (config >> 12) & 0b111;
    // Inputs below 4 are differences between channels, which no part of the kit uses.
    const at = input >= 4 ? volts(input - 4) : 0;
    const steps = Math.round((at / fullScales[(config >> 9) & 0b111]!) * 32768);
    result = Math.min(32767, Math.max(-32768, steps));
  };
  return {
    address,
    write(bytes) {
      pointer = bytes[0]! & 0b11;
      if (bytes.length < 3 || pointer !== 1) return;
      config = (bytes[1]! << 8) | bytes[2]!;
      if (config & busyBit) {
        convert();
        busyLooks = 1;
      }
    },
    read(length) {
      let word = 0;
      if (pointer === 0) word = result & 0xffff;
      if (pointer === 1) {
        word = busyLooks > 0 ? config & ~busyBit : config | busyBit;
        busyLooks = Math.max(0, busyLooks - 1);
      }
      return Uint8Array.from({ length }, (_, index) => (index % 2 === 0 ? word >> 8 : word & 0xff));
    },
  };
}
