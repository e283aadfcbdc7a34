import { closeSync, constants, openSync } from 'node:fs';
import type { I2cBus } from '../../parts/buses.ts';
import { i2cSilent } from '../../parts/i2c-silent.ts';
import { i2cFailed, i2cMissing } from './bus-problems.ts';
import { type I2cMessage, i2cTransferRequest, layOutTransfer } from './i2c-messages.ts';
import { type Libc, SystemCallError } from './libc.ts';

/** What the kernel's drivers say when no part acknowledges its address; it depends on the driver. */
const unanswered = new Set(['ENXIO', 'EREMOTEIO']);

/** An I²C bus of the kernel. */
export interface OpenI2cBus extends I2cBus {
  close(): void;
}

/**
 * Opens an I²C bus by its device file, such as `/dev/i2c-1`.
 *
 * @throws ProblemError `i2c-missing`
 * @see https://docs.kernel.org/i2c/dev-interface.html
 */
export function openI2cBus(libc: Libc, path: string): OpenI2cBus {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDWR);
  } catch (error) {
    throw i2cMissing(path, error);
  }
  const transfer = (address: number, ...messages: I2cMessage[]): Uint8Array => {
    const laidOut = layOutTransfer(address, messages, libc.addressOf);
    try {
      libc.ioctl(fd, i2cTransferRequest, laidOut.bytes);
    } catch (error) {
      const silent = error instanceof SystemCallError && unanswered.has(error.code);
      throw silent ? i2cSilent(address) : i2cFailed(error);
    }
    return laidOut.read();
  };
  return {
    write(address, bytes) {
      transfer(address, { write: bytes });
    },
    read: (address, length) => transfer(address, { read: length }),
    writeRead: (address, bytes, length) => transfer(address, { write: bytes }, { read: length }),
    close: () => closeSync(fd),
  };
}
