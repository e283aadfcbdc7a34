/** The Linux SPI device's transfers as bytes: `include/uapi/linux/spi/spidev.h`, little-endian. */

/** Request numbers `SPI_IOC_WR_MODE` (one byte) and `SPI_IOC_MESSAGE(1)`. */
export const spiRequests = { setMode: 0x40016b01, transfer: 0x40206b00 } as const;

/** `struct spi_ioc_transfer` */
const transferBytes = 32;

/** A transfer in one piece of memory: the struct, what is sent, and room for what comes in meanwhile. */
export interface SpiTransfer {
  /** What the ioctl gets. */
  readonly bytes: Buffer;
  /** What came in; to be looked at when the ioctl has succeeded. */
  received(): Uint8Array;
}

/** @param addressOf where a buffer lies in memory. */
export function layOutSpiTransfer(
  hertz: number,
  sent: Uint8Array,
  addressOf: (bytes: Buffer) => bigint,
): SpiTransfer {
  const bytes = Buffer.alloc(transferBytes + 2 * sent.length);
  const base = addressOf(bytes) + BigInt(transferBytes);
  bytes.writeBigUInt64LE(base, 0);
  bytes.writeBigUInt64LE(base + BigInt(sent.length), 8);
  bytes.writeUInt32LE(sent.length, 16);
  bytes.writeUInt32LE(hertz, 20);
  // Bits a word; all other fields are 0: no delay, chip select released at the end, one wire each way.
  bytes.writeUInt8(8, 26);
  bytes.set(sent, transferBytes);
  return { bytes, received: () => Uint8Array.from(bytes.subarray(transferBytes + sent.length)) };
}
