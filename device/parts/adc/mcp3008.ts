import type { SpiBus } from '../buses.ts';

/** The chip takes up to 1.35 MHz at 2.7 V, and more at 3.3 V. */
const hertz = 1_000_000;
/** Against ground, not against the neighbouring channel. */
const singleEnded = 0x80;
const steps = 1023;

/**
 * Converts one channel.
 *
 * @param channel 0 to 7.
 * @returns the share of the reference voltage, 0 to 1.
 * @throws ProblemError of the bus. Nobody can tell a missing chip from 0 V.
 * @see Microchip, MCP3004/3008 data sheet DS21295, section 6.1 (start bit in the first byte, result in the last ten bits)
 */
export function readMcp3008(bus: SpiBus, chipSelect: 0 | 1, channel: number): number {
  const [, high, low] = bus.transfer(
    chipSelect,
    hertz,
    Uint8Array.of(0x01, singleEnded | (channel << 4), 0x00),
  );
  return (((high! & 0x03) << 8) | low!) / steps;
}
