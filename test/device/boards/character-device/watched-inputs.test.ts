import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Libc, loadLibc, SystemCallError } from '../../../../device/boards/character-device/libc.ts';
import { ioctls, lineEventBytes, lineFlags } from '../../../../device/boards/character-device/uapi.ts';
import {
  type EdgeListener,
  WatchedInputs,
} from '../../../../device/boards/character-device/watched-inputs.ts';
import type { Level } from '../../../../device/parts/driver.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

/** Kernels that debounce are real in `test/hardware/`; one that refuses to is not to be had, so its ioctls are played. */
describe('inputs on a kernel that can’t debounce', () => {
  const makePipe = koffi.load(null).func('int mkfifo(const char *path, unsigned int mode)');
  let folder: string;
  let clock: VirtualClock;
  /** What the kernel was asked for: ids of the attributes of each request. */
  let requested: number[][];
  let pipe: number;
  let heard: [gpio: number, level: Level, at: number][];
  let arrived: () => void;

  const kernel = async (refusal: string): Promise<Libc> => ({
    ...(await loadLibc()),
    ioctl(_fd, request, bytes) {
      if (request === ioctls.getLineInfo) {
        bytes.write('other', 32);
        bytes.writeBigUInt64LE(lineFlags.used, 72);
        return;
      }
      if (request !== ioctls.getLine) return;
      const count = bytes.readUInt32LE(296);
      const ids = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(320 + 24 * index));
      requested.push(ids);
      if (ids.includes(3)) throw new SystemCallError('ioctl', refusal);
      bytes.writeInt32LE(openSync(join(folder, 'pipe'), 'r+'), 588);
    },
  });
  const claim = async (refusal: string) => {
    const onEdge: EdgeListener = (...edge) => {
      heard.push(edge);
      arrived();
    };
    const inputs = WatchedInputs.claim({
      libc: await kernel(refusal),
      chipFd: -1,
      settings: [
        { gpio: 25, direction: 'input', pull: 'up', debounce: 5_000 },
        { gpio: 4, direction: 'input' },
      ],
      clock,
      onEdge,
      onFailure: (error) => expect.unreachable(String(error)),
    });
    return inputs!;
  };
  const edge = (offset: number, level: Level, atMicros: number) => {
    const bytes = Buffer.alloc(lineEventBytes);
    bytes.writeBigUInt64LE(BigInt(atMicros) * 1000n, 0);
    bytes.writeUInt32LE(level === 1 ? 1 : 2, 8);
    bytes.writeUInt32LE(offset, 12);
    return bytes;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pipe-'));
    makePipe(join(folder, 'pipe'), 0o600);
    pipe = openSync(join(folder, 'pipe'), 'r+');
    clock = new VirtualClock();
    requested = [];
    heard = [];
    arrived = () => {};
  });
  afterEach(() => {
    closeSync(pipe);
    rmSync(folder, { recursive: true });
  });

  it.each(['EINVAL', '524'])('are claimed without it and debounced in software: %s', async (refusal) => {
    const inputs = await claim(refusal);
    // Flags with the resistor, flags without one, and the debounce time.
    expect(requested).toEqual([
      [1, 1, 3],
      [1, 1],
    ]);
    const sentinel = new Promise<void>((resolve) => (arrived = resolve));
    // The last one, which is not debounced, tells that all have arrived.
    writeSync(pipe, Buffer.concat([edge(25, 1, 100), edge(25, 0, 200), edge(25, 1, 300), edge(4, 1, 400)]));
    await sentinel;
    expect(heard).toEqual([[4, 1, 400]]);
    expect(inputs.read(25)).toBe(0);
    clock.advance(5_000);
    expect(heard.slice(1)).toEqual([[25, 1, 5_300]]);
    expect(inputs.read(25)).toBe(1);
    await inputs.close();
  });

  it('are not claimed a second time when somebody else has them', async () => {
    await expect(claim('EBUSY')).rejects.toThrow(/pin-in-use.*other/);
    expect(requested).toEqual([[1, 1, 3]]);
  });
});
