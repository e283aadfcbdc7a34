import { describe, expect, it } from 'vitest';
import {
  decodeChipInfo,
  decodeLineBits,
  decodeLineEvents,
  decodeLineInfo,
  decodeRequestFd,
  encodeLineInfoQuery,
  encodeLineRequest,
  encodeLineValues,
  ioctls,
  lineFlags,
} from '../../../../device/boards/character-device/uapi.ts';

/** A struct as `[offset, hex]` patches over zeros: the layout of linux/gpio.h, by hand. */
function struct(size: number, ...patches: [number, string][]): Buffer {
  const bytes = Buffer.alloc(size);
  for (const [offset, hex] of patches) Buffer.from(hex.replaceAll(' ', ''), 'hex').copy(bytes, offset);
  return bytes;
}

describe('the ioctl numbers', () => {
  /** `_IOC(direction, 0xB4, number, size)` of asm-generic/ioctl.h: read is 2, write is 1. */
  const ioc = (direction: number, number: number, size: number) =>
    ((direction << 30) | (size << 16) | (0xb4 << 8) | number) >>> 0;

  it.each([
    ['getChipInfo', ioc(2, 0x01, 68)],
    ['getLineInfo', ioc(3, 0x05, 256)],
    ['getLine', ioc(3, 0x07, 592)],
    ['getValues', ioc(3, 0x0e, 16)],
    ['setValues', ioc(3, 0x0f, 16)],
  ] as const)('%s carries direction and size of its struct', (name, number) => {
    expect(ioctls[name]).toBe(number);
  });
});

describe('gpio_v2_line_request', () => {
  it('asks for outputs that begin low', () => {
    const bytes = encodeLineRequest({
      offsets: [18, 23, 24],
      consumer: 'steckbrett',
      flags: lineFlags.output,
      attributes: [{ id: 'values', values: 0n, mask: 0b111n }],
    });
    expect(bytes).toEqual(
      struct(
        592,
        [0, '12000000 17000000 18000000'],
        [256, Buffer.from('steckbrett').toString('hex')],
        [288, '0800000000000000'],
        [296, '01000000'],
        [320, '02000000 00000000 0000000000000000 0700000000000000'],
        [560, '03000000'],
      ),
    );
  });

  it('asks for inputs with edges and resistors of their own', () => {
    const edges = lineFlags.input | lineFlags.edgeRising | lineFlags.edgeFalling;
    const bytes = encodeLineRequest({
      offsets: [25, 4],
      consumer: 'x',
      flags: edges,
      attributes: [
        { id: 'flags', flags: edges | lineFlags.biasPullUp, mask: 0b01n },
        { id: 'flags', flags: edges | lineFlags.biasPullDown, mask: 0b10n },
      ],
    });
    expect(bytes).toEqual(
      struct(
        592,
        [0, '19000000 04000000'],
        [256, '78'],
        [288, '3400000000000000'],
        [296, '02000000'],
        [320, '01000000 00000000 3401000000000000 0100000000000000'],
        [344, '01000000 00000000 3402000000000000 0200000000000000'],
        [560, '02000000'],
      ),
    );
  });

  it('asks for contacts that the kernel debounces', () => {
    const bytes = encodeLineRequest({
      offsets: [25, 4],
      consumer: 'x',
      flags: lineFlags.input,
      attributes: [{ id: 'debounce', micros: 7_000, mask: 0b10n }],
    });
    expect(bytes).toEqual(
      struct(
        592,
        [0, '19000000 04000000'],
        [256, '78'],
        [288, '0400000000000000'],
        [296, '01000000'],
        [320, '03000000 00000000 581b000000000000 0200000000000000'],
        [560, '02000000'],
      ),
    );
  });

  it('ends a long consumer’s name with a zero byte', () => {
    const bytes = encodeLineRequest({ offsets: [2], consumer: 'n'.repeat(50), flags: 0n, attributes: [] });
    expect(bytes.subarray(256, 288).toString('latin1')).toBe(`${'n'.repeat(31)}\0`);
  });

  it('gives the descriptor that the kernel wrote', () => {
    expect(decodeRequestFd(struct(592, [588, '2a000000']))).toBe(42);
  });

  it.each([0, 65])('refuses %i lines', (count) => {
    const offsets = Array.from({ length: count }, (_, index) => index);
    expect(() => encodeLineRequest({ offsets, consumer: 'x', flags: 0n, attributes: [] })).toThrow(
      RangeError,
    );
  });
});

describe('the other structs', () => {
  it('gpio_v2_line_values carries bits and mask', () => {
    const bytes = encodeLineValues(0b10n, 0b11n);
    expect(bytes).toEqual(struct(16, [0, '02'], [8, '03']));
    expect(decodeLineBits(bytes)).toBe(0b10n);
  });

  it('gpiochip_info carries name, label and number of lines', () => {
    const bytes = struct(
      68,
      [0, Buffer.from('gpiochip0').toString('hex')],
      [32, Buffer.from('pinctrl-bcm2711').toString('hex')],
      [64, '3a000000'],
    );
    expect(decodeChipInfo(bytes)).toEqual({ name: 'gpiochip0', label: 'pinctrl-bcm2711', lines: 58 });
  });

  it('gpio_v2_line_info asks for a line and tells who uses it', () => {
    expect(encodeLineInfoQuery(18)).toEqual(struct(256, [64, '12']));
    const used = struct(256, [32, Buffer.from('spi0 CS0').toString('hex')], [64, '08'], [72, '09']);
    expect(decodeLineInfo(used)).toEqual({ used: true, consumer: 'spi0 CS0' });
    expect(decodeLineInfo(encodeLineInfoQuery(18))).toEqual({ used: false, consumer: '' });
  });

  it('gpio_v2_line_event carries time, edge and line, several in a row', () => {
    const rising = struct(48, [0, '00ca9a3b00000000'], [8, '01000000'], [12, '19000000']);
    const falling = struct(48, [0, '01ca9a3b00000000'], [8, '02000000'], [12, '04000000']);
    const torn = Buffer.alloc(20);
    expect(decodeLineEvents(Buffer.concat([rising, falling, torn]))).toEqual([
      { timestampNs: 1_000_000_000n, level: 1, offset: 25 },
      { timestampNs: 1_000_000_001n, level: 0, offset: 4 },
    ]);
  });
});
