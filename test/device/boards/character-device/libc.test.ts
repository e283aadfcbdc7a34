import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchEdges } from '../../../../device/boards/character-device/edge-watch.ts';
import { loadLibc, SystemCallError } from '../../../../device/boards/character-device/libc.ts';
import { ioctls, type LineEvent, lineEventBytes } from '../../../../device/boards/character-device/uapi.ts';

/** `FIONREAD` of asm-generic/ioctls.h: how many bytes wait in a pipe. */
const bytesWaiting = 0x541b;

const makePipe = koffi.load(null).func('int mkfifo(const char *path, unsigned int mode)');

let folder: string;
let pipe: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  const path = join(folder, 'pipe');
  makePipe(path, 0o600);
  pipe = openSync(path, 'r+');
});
afterEach(() => {
  closeSync(pipe);
  rmSync(folder, { recursive: true });
});

const wake = Buffer.from(new BigUint64Array([1n]).buffer);

function edge(offset: number, level: 0 | 1): Buffer {
  const bytes = Buffer.alloc(lineEventBytes);
  bytes.writeUInt32LE(level === 1 ? 1 : 2, 8);
  bytes.writeUInt32LE(offset, 12);
  return bytes;
}

describe('the C library, for real, on a pipe', () => {
  it('answers an ioctl in the buffer', async () => {
    const libc = await loadLibc();
    writeSync(pipe, 'hello');
    const answer = Buffer.alloc(4);
    libc.ioctl(pipe, bytesWaiting, answer);
    expect(answer.readInt32LE()).toBe(5);
  });

  it('names the error of a refused ioctl', async () => {
    const libc = await loadLibc();
    const ask = () => libc.ioctl(pipe, ioctls.getChipInfo, Buffer.alloc(68));
    expect(ask).toThrow(SystemCallError);
    expect(ask).toThrow('ioctl failed: ENOTTY');
  });

  it('waits until something can be read', async () => {
    const libc = await loadLibc();
    const wakeFd = libc.eventfd();
    const waited = libc.waitReadable(pipe, wakeFd);
    writeSync(pipe, 'x');
    expect(await waited).toBe(true);
    closeSync(wakeFd);
  });

  it('can be woken from the wait', async () => {
    const libc = await loadLibc();
    const wakeFd = libc.eventfd();
    const waited = libc.waitReadable(pipe, wakeFd);
    writeSync(wakeFd, wake);
    expect(await waited).toBe(false);
    closeSync(wakeFd);
  });
});

describe('the watch for edges, on a pipe that stands for the kernel’s descriptor', () => {
  it('tells each edge in order, until it is stopped', async () => {
    const libc = await loadLibc();
    const heard: LineEvent[] = [];
    let arrived = () => {};
    const enough = new Promise<void>((resolve) => (arrived = resolve));
    const stop = watchEdges(
      libc,
      pipe,
      (event) => {
        heard.push(event);
        if (heard.length === 3) arrived();
      },
      (error) => expect.unreachable(String(error)),
    );
    writeSync(pipe, Buffer.concat([edge(25, 0), edge(25, 1)]));
    writeSync(pipe, edge(4, 1));
    await enough;
    await stop();
    expect(heard.map(({ offset, level }) => [offset, level])).toEqual([
      [25, 0],
      [25, 1],
      [4, 1],
    ]);
    writeSync(pipe, edge(4, 0));
    expect(heard).toHaveLength(3);
    readSync(pipe, Buffer.alloc(lineEventBytes));
  });

  it('hears on when a listener fails', async () => {
    const heard: number[] = [];
    const failures: unknown[] = [];
    const last = Promise.withResolvers<void>();
    const stop = watchEdges(
      await loadLibc(),
      pipe,
      ({ offset }) => {
        heard.push(offset);
        if (offset === 25) throw new Error('a listener');
        last.resolve();
      },
      (error) => failures.push(error),
    );
    writeSync(pipe, Buffer.concat([edge(25, 0), edge(4, 1)]));
    await last.promise;
    await stop();
    expect(heard).toEqual([25, 4]);
    expect(failures.map(String)).toEqual(['Error: a listener']);
  });

  it('can be stopped after the kernel has taken the lines away, without touching another’s file', async () => {
    const failed = Promise.withResolvers<unknown>();
    const folderFd = openSync(folder, 'r');
    const stop = watchEdges(await loadLibc(), folderFd, () => {}, failed.resolve);
    expect(String(await failed.promise)).toContain('EISDIR');
    // When it has let go of its own file.
    await new Promise(setImmediate);
    expect(stop).not.toThrow();
    await stop();
    closeSync(folderFd);
  });

  it('does not keep a process from ending', () => {
    const script = `
      import { openSync } from 'node:fs';
      const { loadLibc } = await import('${new URL('../../../../device/boards/character-device/libc.ts', import.meta.url)}');
      const { watchEdges } = await import('${new URL('../../../../device/boards/character-device/edge-watch.ts', import.meta.url)}');
      watchEdges(await loadLibc(), openSync('${join(folder, 'pipe')}', 'r+'), () => {}, () => {});
      setTimeout(() => process.exit(7), 50);
    `;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 10_000 });
    expect(ended.status, ended.stderr.toString()).toBe(7);
  });
});
