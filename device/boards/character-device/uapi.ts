/**
 * The Linux GPIO character device's interface, version 2, as bytes: `include/uapi/linux/gpio.h`. Little-endian,
 * as every machine is that Node runs on here; the layout is the same on 64-bit Arm and x86.
 */

/** Request numbers of the ioctls. */
export const ioctls = {
  /** `GPIO_GET_CHIPINFO_IOCTL`, on the chip; {@link chipInfoBytes}. */
  getChipInfo: 0x8044b401,
  /** `GPIO_V2_GET_LINEINFO_IOCTL`, on the chip; {@link lineInfoBytes}. */
  getLineInfo: 0xc100b405,
  /** `GPIO_V2_GET_LINE_IOCTL`, on the chip; {@link lineRequestBytes}. */
  getLine: 0xc250b407,
  /** `GPIO_V2_LINE_GET_VALUES_IOCTL`, on a request; {@link lineValuesBytes}. */
  getValues: 0xc010b40e,
  /** `GPIO_V2_LINE_SET_VALUES_IOCTL`, on a request; {@link lineValuesBytes}. */
  setValues: 0xc010b40f,
} as const;

/** `enum gpio_v2_line_flag`. */
export const lineFlags = {
  used: 1n << 0n,
  input: 1n << 2n,
  output: 1n << 3n,
  edgeRising: 1n << 4n,
  edgeFalling: 1n << 5n,
  biasPullUp: 1n << 8n,
  biasPullDown: 1n << 9n,
  biasDisabled: 1n << 10n,
} as const;

/** Sizes of `gpiochip_info`, `gpio_v2_line_info`, `gpio_v2_line_request`, `gpio_v2_line_values`, `gpio_v2_line_event`. */
export const chipInfoBytes = 68;
export const lineInfoBytes = 256;
export const lineRequestBytes = 592;
export const lineValuesBytes = 16;
export const lineEventBytes = 48;

/** `GPIO_V2_LINES_MAX`, `GPIO_V2_LINE_NUM_ATTRS_MAX`, `GPIO_MAX_NAME_SIZE`. */
const maxLines = 64;
const maxAttributes = 10;
const nameBytes = 32;

/** Lines of a request, by their place in it: bit 0 is the first offset. */
export type LineMask = bigint;

/** `struct gpio_v2_line_config_attribute`: flags, output values or debounce time (µs) of some lines. */
export type LineAttribute =
  | { readonly id: 'flags'; readonly flags: bigint; readonly mask: LineMask }
  | { readonly id: 'values'; readonly values: LineMask; readonly mask: LineMask }
  | { readonly id: 'debounce'; readonly micros: number; readonly mask: LineMask };

/** `struct gpio_v2_line_request`, what goes in. */
export interface LineRequest {
  /** Numbers of the lines at the chip, at most 64. */
  readonly offsets: readonly number[];
  /** Who uses the lines, as others see it; at most 31 bytes. */
  readonly consumer: string;
  /** Flags of the lines for which no attribute says otherwise. */
  readonly flags: bigint;
  readonly attributes: readonly LineAttribute[];
}

const attributeIds = { flags: 1, values: 2, debounce: 3 } as const;

/** @throws RangeError when there are more lines or attributes than the struct has room for. */
export function encodeLineRequest({ offsets, consumer, flags, attributes }: LineRequest): Buffer {
  if (offsets.length === 0 || offsets.length > maxLines) throw new RangeError(`${offsets.length} lines`);
  if (attributes.length > maxAttributes) throw new RangeError(`${attributes.length} attributes`);
  const bytes = Buffer.alloc(lineRequestBytes);
  for (const [index, offset] of offsets.entries()) bytes.writeUInt32LE(offset, index * 4);
  // The last byte of the name stays 0.
  bytes.write(consumer, 256, nameBytes - 1, 'utf8');
  bytes.writeBigUInt64LE(flags, 288);
  bytes.writeUInt32LE(attributes.length, 296);
  attributes.forEach((attribute, index) => {
    const at = 320 + index * 24;
    bytes.writeUInt32LE(attributeIds[attribute.id], at);
    bytes.writeBigUInt64LE(attributeContent(attribute), at + 8);
    bytes.writeBigUInt64LE(attribute.mask, at + 16);
  });
  bytes.writeUInt32LE(offsets.length, 560);
  return bytes;
}

/** The union of the attribute; of the debounce time, which is a `u32`, the upper half stays 0. */
function attributeContent(attribute: LineAttribute): bigint {
  switch (attribute.id) {
    case 'flags':
      return attribute.flags;
    case 'values':
      return attribute.values;
    case 'debounce':
      return BigInt(attribute.micros);
  }
}

/** The file descriptor of the lines, which the kernel has written into the request. */
export function decodeRequestFd(bytes: Buffer): number {
  return bytes.readInt32LE(588);
}

/** `struct gpio_v2_line_values`. */
export function encodeLineValues(bits: LineMask, mask: LineMask): Buffer {
  const bytes = Buffer.alloc(lineValuesBytes);
  bytes.writeBigUInt64LE(bits, 0);
  bytes.writeBigUInt64LE(mask, 8);
  return bytes;
}

/** The levels that the kernel has written into `gpio_v2_line_values`. */
export function decodeLineBits(bytes: Buffer): LineMask {
  return bytes.readBigUInt64LE(0);
}

/** `struct gpiochip_info`. */
export function decodeChipInfo(bytes: Buffer): { name: string; label: string; lines: number } {
  return { name: text(bytes, 0), label: text(bytes, nameBytes), lines: bytes.readUInt32LE(64) };
}

/** Asks for the info of one line: `struct gpio_v2_line_info`. */
export function encodeLineInfoQuery(offset: number): Buffer {
  const bytes = Buffer.alloc(lineInfoBytes);
  bytes.writeUInt32LE(offset, 64);
  return bytes;
}

/** Who uses a line; `consumer` is empty when the kernel does not know a name. */
export function decodeLineInfo(bytes: Buffer): { used: boolean; consumer: string } {
  return { used: (bytes.readBigUInt64LE(72) & lineFlags.used) !== 0n, consumer: text(bytes, nameBytes) };
}

/** `struct gpio_v2_line_event`: an edge, with the kernel's CLOCK_MONOTONIC in ns. */
export interface LineEvent {
  readonly timestampNs: bigint;
  readonly level: 0 | 1;
  readonly offset: number;
}

/** The events in what was read from a request's file descriptor. */
export function decodeLineEvents(bytes: Buffer): LineEvent[] {
  const events: LineEvent[] = [];
  for (let at = 0; at + lineEventBytes <= bytes.length; at += lineEventBytes) {
    events.push({
      timestampNs: bytes.readBigUInt64LE(at),
      // GPIO_V2_LINE_EVENT_RISING_EDGE is 1, FALLING_EDGE is 2.
      level: bytes.readUInt32LE(at + 8) === 1 ? 1 : 0,
      offset: bytes.readUInt32LE(at + 12),
    });
  }
  return events;
}

/** A zero-terminated name. */
function text(bytes: Buffer, at: number): string {
  const name = bytes.subarray(at, at + nameBytes);
  const end = name.indexOf(0);
  return name.toString('utf8', 0, end === -1 ? nameBytes : end);
}
