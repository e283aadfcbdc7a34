import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openI2cBus } from '../../../../device/boards/character-device/i2c-dev.ts';
import { layOutTransfer } from '../../../../device/boards/character-device/i2c-messages.ts';
import { loadLibc } from '../../../../device/boards/character-device/libc.ts';

describe('struct i2c_rdwr_ioctl_data', () => {
  const base = 0x7f00_1234_5000n;

  it('carries a write and a read, their bytes behind them', () => {
    const { bytes } = layOutTransfer(0x48, [{ write: Uint8Array.of(0xab, 0xcd) }, { read: 3 }], () => base);
    const expected = [
      // msgs points behind this struct; there are two.
      '1050341200 7f0000 02000000 00000000',
      // addr, flags, len, and where the bytes are: 16 + 2 × 16 = 0x30 from the beginning.
      '4800 0000 0200 0000 3050341200 7f0000',
      '4800 0100 0300 0000 3250341200 7f0000',
      'abcd 000000',
    ].join('');
    expect(bytes.toString('hex')).toBe(expected.replaceAll(' ', ''));
  });

  it('gives what was read into its place', () => {
    const transfer = layOutTransfer(0x48, [{ write: Uint8Array.of(1) }, { read: 2 }], () => base);
    transfer.bytes.set([7, 8], transfer.bytes.length - 2);
    expect(transfer.read()).toEqual(Uint8Array.of(7, 8));
  });

  it('points to where the bytes really are', async () => {
    const { addressOf } = await loadLibc();
    const { bytes } = layOutTransfer(0x48, [{ write: Uint8Array.of(5, 6, 7) }], addressOf);
    const copy = koffi.load(null).func('void *memcpy(_Out_ uint8_t *to, uint64_t from, size_t count)');
    const seen = Buffer.alloc(3);
    copy(seen, bytes.readBigUInt64LE(16 + 8), 3);
    expect([...seen]).toEqual([5, 6, 7]);
  });

  it('sees what another writes to where it points, as the kernel does', async () => {
    const { addressOf } = await loadLibc();
    const transfer = layOutTransfer(0x48, [{ read: 3 }], addressOf);
    const copy = koffi.load(null).func('void *memcpy(uint64_t to, const uint8_t *from, size_t count)');
    copy(transfer.bytes.readBigUInt64LE(16 + 8), Buffer.from([9, 8, 7]), 3);
    expect([...transfer.read()]).toEqual([9, 8, 7]);
  });
});

describe('an I²C bus that is not there', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dev-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is said to be switched off, and how to switch it on', async () => {
    const libc = await loadLibc();
    expect(() => openI2cBus(libc, join(folder, 'i2c-1'))).toThrow(/i2c-missing.*dtparam=i2c_arm=on/);
  });

  it('fails when its file is something else', async () => {
    const libc = await loadLibc();
    const path = join(folder, 'i2c-1');
    writeFileSync(path, '');
    const bus = openI2cBus(libc, path);
    expect(() => bus.read(0x48, 2)).toThrow('i2c-failed');
    bus.close();
  });
});
