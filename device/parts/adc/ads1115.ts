import { ProblemError, problem } from '../../contract/problem.ts';
import type { I2cBus } from '../buses.ts';

const conversionRegister = 0;
const configRegister = 1;
/** Begin a single conversion; when read: 1 while none is going on. */
const ready = 0x8000;
/** ±4.096 V full scale, single shot, 860 conversions a second, comparator off. */
const singleShot = 0x0200 | 0x0100 | 0x00e0 | 0x0003;
const voltsPerStep = 4.096 / 32768;
/** A conversion takes 1.2 ms, and one look at the bus at least 0.1 ms. */
const looks = 40;

/**
 * Converts one channel against ground, and waits for it on the bus: about 2 ms at 100 kHz. As the call does all
 * in one go, several parts may share the chip.
 *
 * @param channel 0 to 3.
 * @returns volts.
 * @throws ProblemError of the bus, or `converter-stuck`.
 * @see Texas Instruments, ADS111x data sheet SBAS444, chapter 8 (registers)
 */
export function readAds1115(bus: I2cBus, address: number, channel: number): number {
  const config = ready | ((0b100 + channel) << 12) | singleShot;
  bus.write(address, Uint8Array.of(configRegister, config >> 8, config & 0xff));
  for (let look = 0; look < looks; look += 1) {
    if (word(bus.writeRead(address, Uint8Array.of(configRegister), 2)) & ready) {
      const steps = word(bus.writeRead(address, Uint8Array.of(conversionRegister), 2));
      return (steps >= 0x8000 ? steps - 0x10000 : steps) * voltsPerStep;
    }
  }
  throw new ProblemError(
    problem(
      'converter-stuck',
      'Der Wandler ADS1115 wird mit seiner Messung nicht fertig. Ziehe ihn kurz ab und prüfe seine Kabel.',
      'The converter ADS1115 does not finish its measurement. Unplug it for a moment and check its wires.',
    ),
  );
}

function word(bytes: Uint8Array): number {
  return (bytes[0]! << 8) | bytes[1]!;
}
