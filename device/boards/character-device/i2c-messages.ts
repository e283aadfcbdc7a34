/**
 * The Linux I²C device's combined transfers as bytes: `include/uapi/linux/i2c-dev.h` and `i2c.h`. Layout of 64-bit
 * machines, little-endian.
 */

/** Request number `I2C_RDWR`. */
export const i2cTransferRequest = 0x0707;

/** `I2C_M_RD`: from the part to us. */
const readFlag = 1;
/** `struct i2c_rdwr_ioctl_data { struct i2c_msg *msgs; u32 nmsgs; }` */
const headBytes = 16;
/** `struct i2c_msg { u16 addr; u16 flags; u16 len; u8 *buf; }` */
const messageBytes = 16;

/** One message of a transfer: bytes to send, or how many to read. */
export type I2cMessage = { readonly write: Uint8Array } | { readonly read: number };

/** A transfer in one piece of memory: the struct, its messages and their bytes, which point to each other. */
export interface I2cTransfer {
  /** What the ioctl gets. */
  readonly bytes: Buffer;
  /** What was read, in the order of the messages; to be looked at when the ioctl has succeeded. */
  read(): Uint8Array;
}

/**
 * Lays out a transfer.
 *
 * @param address 7-bit address of the part.
 * @param messages go over the bus in one piece, with a repeated start between them.
 * @param addressOf where a buffer lies in memory.
 */
export function layOutTransfer(
  address: number,
  messages: readonly I2cMessage[],
  addressOf: (bytes: Buffer) => bigint,
): I2cTransfer {
  const lengths = messages.map((one) => ('write' in one ? one.write.length : one.read));
  const firstContent = headBytes + messages.length * messageBytes;
  const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + length, firstContent));
  const base = addressOf(bytes);
  bytes.writeBigUInt64LE(base + BigInt(headBytes), 0);
  bytes.writeUInt32LE(messages.length, 8);
  const reads: Buffer[] = [];
  let content = firstContent;
  messages.forEach((message, index) => {
    const at = headBytes + index * messageBytes;
    const length = lengths[index]!;
    bytes.writeUInt16LE(address, at);
    bytes.writeUInt16LE('read' in message ? readFlag : 0, at + 2);
    bytes.writeUInt16LE(length, at + 4);
    bytes.writeBigUInt64LE(base + BigInt(content), at + 8);
    if ('write' in message) bytes.set(message.write, content);
    else reads.push(bytes.subarray(content, content + length));
    content += length;
  });
  return { bytes, read: () => Uint8Array.from(Buffer.concat(reads)) };
}
