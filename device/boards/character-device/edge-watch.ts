import { closeSync, readSync, writeSync } from 'node:fs';
import type { Libc } from './libc.ts';
import { decodeLineEvents, type LineEvent, lineEventBytes } from './uapi.ts';

/** Events taken from the kernel at once; its own queue holds 16 for each line. */
const eventsAtOnce = 64;

/**
 * Hears the edges of one request. A thread sleeps in `poll` until the kernel has an event; to end it, it is woken,
 * because closing a descriptor does not wake who waits for it.
 *
 * @param onFailure the kernel took the lines away, and there will be no more events; or `onEvent` threw.
 * @returns how to stop; the descriptor may be closed when that has resolved.
 */
export function watchEdges(
  libc: Libc,
  fd: number,
  onEvent: (event: LineEvent) => void,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const wakeFd = libc.eventfd();
  let stopped = false;
  const wake = () => {
    stopped = true;
    writeSync(wakeFd, Buffer.from(new BigUint64Array([1n]).buffer));
  };
  // A process that exits joins its threads, and would wait for ours for ever.
  process.on('exit', wake);

  const hearOne = (event: LineEvent) => {
    try {
      onEvent(event);
    } catch (error) {
      // One listener that fails must not make the program deaf.
      onFailure(error);
    }
  };
  const hear = async () => {
    const bytes = Buffer.alloc(eventsAtOnce * lineEventBytes);
    while ((await libc.waitReadable(fd, wakeFd)) && !stopped) {
      const read = readSync(fd, bytes);
      for (const event of decodeLineEvents(bytes.subarray(0, read))) hearOne(event);
    }
  };
  const done = hear()
    .catch(onFailure)
    .finally(() => {
      // Its number may soon be another file's.
      stopped = true;
      process.off('exit', wake);
      closeSync(wakeFd);
    });
  return () => {
    if (!stopped) wake();
    return done;
  };
}
