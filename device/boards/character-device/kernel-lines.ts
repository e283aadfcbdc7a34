import { closeSync } from 'node:fs';
import type { Level } from '../../parts/driver.ts';
import type { DigitalLines } from '../johnny-five/digital-lines.ts';
import { watchEdges } from './edge-watch.ts';
import type { Libc } from './libc.ts';
import { LineGroup } from './line-group.ts';
import { inputRequest, outputRequest } from './line-requests.ts';

/**
 * The digital pins of a Linux machine over an open GPIO chip, which it closes at the end. Outputs are one request
 * and inputs another, so that one thread hears all edges.
 *
 * @param onFailure the kernel took inputs away while they were watched.
 */
export function createKernelLines(
  libc: Libc,
  chipFd: number,
  onFailure: (error: unknown) => void,
): DigitalLines {
  let outputs: LineGroup | undefined;
  let inputs: LineGroup | undefined;
  let stopWatching: (() => Promise<void>) | undefined;
  let heard: (gpio: number, level: Level) => void = () => {};

  const release = async () => {
    outputs?.close();
    outputs = undefined;
    const watched = inputs;
    inputs = undefined;
    const stop = stopWatching;
    stopWatching = undefined;
    // The descriptor must stay open until its thread has stopped waiting for it.
    await stop?.();
    watched?.close();
  };

  return {
    async claim(settings) {
      const input = inputRequest(settings);
      const output = outputRequest(settings);
      try {
        if (output) outputs = new LineGroup(libc, chipFd, output);
        if (input) inputs = new LineGroup(libc, chipFd, input);
      } catch (error) {
        await release();
        throw error;
      }
      const mine = inputs;
      if (mine) {
        stopWatching = watchEdges(
          libc,
          mine.fd,
          ({ offset, level }) => {
            if (inputs === mine) heard(offset, level);
          },
          onFailure,
        );
      }
    },
    write(gpio, level) {
      if (outputs?.has(gpio)) outputs.write(gpio, level);
    },
    read(gpio) {
      const group = [outputs, inputs].find((one) => one?.has(gpio));
      return group ? group.read(gpio) : 0;
    },
    onInput(listener) {
      heard = listener;
    },
    release,
    async close() {
      await release();
      closeSync(chipFd);
    },
  };
}
