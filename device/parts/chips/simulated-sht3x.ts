import { i2cSilent } from '../i2c-silent.ts';
import type { SimulatedI2cChip } from '../simulated-context.ts';

const softReset = 0x30a2;
/** Single shot without clock stretching: high, medium, low repeatability. */
const singleShots = [0x2400, 0x240b, 0x2416];

/**
 * An SHT30, SHT31 or SHT35 in this air: takes single shots, gives temperature and humidity with their checksums, does
 * not answer when it has measured nothing, nor right after a reset.
 *
 * @param air °C and percent.
 * @see Sensirion, SHT3x-DIS data sheet, tables 8 and 13, sections 4.12 (CRC-8, 0x31, from 0xff) and 4.13
 */
export function createSimulatedSht3x(
  address: number,
  air: { temperature(): number; humidity(): number },
): SimulatedI2cChip {
  let measured: Uint8Array | undefined;
  let resetting = false;
  const acknowledge = () => {
    if (!resetting) return;
    // Its 1.5 ms are over for whoever asks a second time.
    resetting = false;
    throw i2cSilent(address);
  };
  return {
    address,
    write(bytes) {
      acknowledge();
      const command = (bytes[0]! << 8) | bytes[1]!;
      if (command === softReset) {
        resetting = true;
        measured = undefined;
      }
      if (!singleShots.includes(command)) return;
      const temperature = Math.round(((air.temperature() + 45) / 175) * 65535);
      const humidity = Math.round((air.humidity() / 100) * 65535);
      measured = Uint8Array.of(...withChecksum(temperature), ...withChecksum(humidity));
    },
    read(length) {
      acknowledge();
      if (!measured) throw i2cSilent(address);
      const bytes = measured.slice(0, length);
      measured = undefined;
      return bytes;
    },
  };
}

function withChecksum(word: number): number[] {
  const bytes = [word >> 8, word & 0xff];
  let crc = 0xff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x31) & 0xff : crc << 1;
  }
  return [...bytes, crc];
}
