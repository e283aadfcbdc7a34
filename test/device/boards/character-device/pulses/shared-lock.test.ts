import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { SharedLock } from '../../../../../device/boards/character-device/pulses/shared-lock.ts';

const module = new URL(
  '../../../../../device/boards/character-device/pulses/shared-lock.ts',
  import.meta.url,
);
/** Word 0 is the lock, word 1 a counter, word 2 says that the thread has begun. */
const memory = () => new Int32Array(new SharedArrayBuffer(12));

/** A thread that runs `script` with `words`, `lock` and `times`. */
function thread(words: Int32Array<SharedArrayBuffer>, script: string): Worker {
  const code = `
    const { workerData: { words } } = require('node:worker_threads');
    import('${module}').then(({ SharedLock }) => {
      const lock = new SharedLock(words, 0);
      Atomics.store(words, 2, 1);
      Atomics.notify(words, 2);
      ${script}
    });`;
  return new Worker(code, { eval: true, workerData: { words } });
}

describe('the lock between threads', () => {
  it('lets one thread at a time count, without atomic steps', async () => {
    const words = memory();
    const lock = new SharedLock(words, 0);
    const times = 20_000;
    const count = `for (let i = 0; i < ${times}; i += 1) lock.with(() => { words[1] = words[1] + 1; });`;
    const others = [thread(words, count), thread(words, count)];
    const ended = Promise.all(others.map((one) => once(one, 'exit')));
    Atomics.wait(words, 2, 0);
    for (let i = 0; i < times; i += 1)
      lock.with(() => {
        words[1] = words[1]! + 1;
      });
    await ended;
    expect(words[1]).toBe(3 * times);
  });

  it('is free again when what it guards has thrown', () => {
    const words = memory();
    const lock = new SharedLock(words, 0);
    expect(() =>
      lock.with(() => {
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(lock.with(() => {}, 0)).toBe(true);
  });

  it('goes on without the lock when a thread keeps it', async () => {
    const words = memory();
    const lock = new SharedLock(words, 0);
    const stuck = thread(words, 'lock.with(() => Atomics.wait(words, 1, 0));');
    Atomics.wait(words, 2, 0);
    while (Atomics.load(words, 0) === 0);
    let ran = false;
    const held = lock.with(() => {
      ran = true;
    }, 5);
    expect([held, ran]).toEqual([false, true]);
    await stuck.terminate();
  });
});
