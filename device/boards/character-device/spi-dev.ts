import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import type { SpiBus } from '../../parts/buses.ts';
import { spiFailed, spiMissing, spiTooLong } from './bus-problems.ts';
import type { Libc } from './libc.ts';
import { layOutSpiTransfer, spiRequests } from './spi-messages.ts';

/** The kernel's limit for one transfer in bytes, unless its parameter says otherwise. */
const usualLimit = 4096;
const mode0 = Buffer.from([0]);

/** An SPI bus of the kernel. */
export interface OpenSpiBus extends SpiBus {
  close(): void;
}

/** Where the kernel shows its SPI. */
export interface SpiFiles {
  /** Device files of the chip selects, `/dev/spidev0.0` and `/dev/spidev0.1`. */
  readonly devices: readonly [string, string];
  /** Parameter `bufsiz` of the module spidev. */
  readonly limit?: string;
}

/**
 * Opens the header's SPI bus; each chip select's file when it is first used, the first one at once.
 *
 * A transfer is one piece: a strip's bits must not be torn apart. So its length is limited to the kernel's buffer,
 * 4096 bytes unless `spidev.bufsiz` says more: 455 LEDs at 3 SPI bits for each bit, 341 at 4.
 *
 * @throws ProblemError `spi-missing`
 * @see https://docs.kernel.org/spi/spidev.html
 */
export function openSpiBus(libc: Libc, { devices, limit }: SpiFiles): OpenSpiBus {
  const most = limitOf(limit ?? '/sys/module/spidev/parameters/bufsiz');
  const open = new Map<number, number>();
  const descriptor = (chipSelect: 0 | 1): number => {
    const known = open.get(chipSelect);
    if (known !== undefined) return known;
    let fd: number;
    try {
      fd = openSync(devices[chipSelect], constants.O_RDWR);
    } catch (error) {
      throw spiMissing(devices[chipSelect], error);
    }
    open.set(chipSelect, fd);
    attempt(() => libc.ioctl(fd, spiRequests.setMode, mode0));
    return fd;
  };
  descriptor(0);
  return {
    transfer(chipSelect, hertz, bytes) {
      if (bytes.length > most) throw spiTooLong(bytes.length, most);
      const fd = descriptor(chipSelect);
      const laidOut = layOutSpiTransfer(hertz, bytes, libc.addressOf);
      attempt(() => libc.ioctl(fd, spiRequests.transfer, laidOut.bytes));
      return laidOut.received();
    },
    close() {
      for (const fd of open.values()) closeSync(fd);
      open.clear();
    },
  };
}

function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    throw spiFailed(error);
  }
}

function limitOf(path: string): number {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || usualLimit;
  } catch {
    return usualLimit;
  }
}
