import type { I2cBus, SpiBus } from '../../../device/parts/buses.ts';
import type { SimulatedI2cChip, SimulatedSpiChip } from '../../../device/parts/simulated-context.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A bus with these chips, and what went over it: address, `<` what the Pi wrote, `>` what it read, in hex. */
export function recordingI2c(...chips: readonly SimulatedI2cChip[]) {
  const log: string[] = [];
  const at = (address: number) => {
    const chip = chips.find((one) => one.address === address);
    if (!chip) throw new Error(`silence at ${address.toString(16)}`);
    return chip;
  };
  const bus: I2cBus = {
    write(address, bytes) {
      at(address).write(bytes);
      log.push(`${address.toString(16)} < ${hex(bytes)}`);
    },
    read(address, length) {
      const bytes = at(address).read(length);
      log.push(`${address.toString(16)} > ${hex(bytes)}`);
      return bytes;
    },
    writeRead(address, out, length) {
      at(address).write(out);
      const bytes = at(address).read(length);
      log.push(`${address.toString(16)} < ${hex(out)} > ${hex(bytes)}`);
      return bytes;
    },
  };
  return { bus, log };
}

/** The same for SPI: chip select and speed before the bytes. */
export function recordingSpi(chip: SimulatedSpiChip) {
  const log: string[] = [];
  const bus: SpiBus = {
    transfer(chipSelect, hertz, bytes) {
      const answer = chip.transfer(bytes);
      log.push(`${chipSelect} ${hertz} < ${hex(bytes)} > ${hex(answer)}`);
      return answer;
    },
  };
  return { bus, log };
}
