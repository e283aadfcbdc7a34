import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibc } from '../../../../device/boards/character-device/libc.ts';
import { openSpiBus } from '../../../../device/boards/character-device/spi-dev.ts';
import { layOutSpiTransfer, spiRequests } from '../../../../device/boards/character-device/spi-messages.ts';

describe('struct spi_ioc_transfer', () => {
  it('carries speed and length, and points to what is sent and to room for what comes', () => {
    const { bytes } = layOutSpiTransfer(2_400_000, Uint8Array.of(0xde, 0xad), () => 0x7f00_1234_5000n);
    const expected = [
      // tx_buf is behind the struct of 32 bytes, rx_buf behind what is sent.
      '2050341200 7f0000 2250341200 7f0000',
      // len, speed_hz, delay_usecs, bits_per_word, then zeros.
      '02000000 009f2400 0000 08 00 00 00 00 00',
      'dead 0000',
    ].join('');
    expect(bytes.toString('hex')).toBe(expected.replaceAll(' ', ''));
  });

  it('gives what came in', () => {
    const transfer = layOutSpiTransfer(1_000_000, Uint8Array.of(1, 2), () => 0n);
    transfer.bytes.set([3, 4], transfer.bytes.length - 2);
    expect(transfer.received()).toEqual(Uint8Array.of(3, 4));
  });

  /** `_IOW('k', number, size)` of asm-generic/ioctl.h. */
  const iow = (number: number, size: number) => ((1 << 30) | (size << 16) | (0x6b << 8) | number) >>> 0;

  it.each([
    ['setMode', iow(1, 1)],
    ['transfer', iow(0, 32)],
  ] as const)('the request %s carries direction and size', (name, number) => {
    expect(spiRequests[name]).toBe(number);
  });
});

describe('an SPI bus that is not there', () => {
  let folder: string;
  const files = () => ({
    devices: [join(folder, 'spidev0.0'), join(folder, 'spidev0.1')] as const,
    limit: join(folder, 'bufsiz'),
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dev-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is said to be switched off, and how to switch it on', async () => {
    const libc = await loadLibc();
    expect(() => openSpiBus(libc, files())).toThrow(/spi-missing.*dtparam=spi=on/);
  });

  it('fails when its file is something else', async () => {
    const libc = await loadLibc();
    writeFileSync(files().devices[0], '');
    expect(() => openSpiBus(libc, files())).toThrow('spi-failed');
  });
});
