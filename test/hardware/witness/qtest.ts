import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** How long QEMU may take to open its socket; ms. */
const openPatienceMs = 30_000;

/** An interrupt line that QEMU reports: an output of the intercepted device. */
export interface LineChange {
  readonly line: number;
  readonly level: 0 | 1;
  /** When we heard of it: ns, as `process.hrtime.bigint()`. */
  readonly at: bigint;
}

/**
 * A connection to QEMU's qtest server, by which a test reads and writes the machine's memory and hears its lines
 * while the guest runs (QEMU's `docs/devel/testing/qtest.rst`).
 */
export interface Qtest {
  /** Sends a command and gives the words of the answer after `OK`. @throws Error when QEMU refuses. */
  ask(command: string): Promise<string>;
  onChange(listener: (change: LineChange) => void): void;
  close(): void;
}

/** @param path of the unix socket, which QEMU may still be about to open. */
export async function openQtest(path: string): Promise<Qtest> {
  const socket = await open(path);
  const waiting: { resolve: (words: string) => void; reject: (error: Error) => void }[] = [];
  let listener: (change: LineChange) => void = () => {};
  let rest = '';
  const failAll = () => {
    for (const one of waiting.splice(0)) one.reject(new Error('QEMU has closed its qtest socket'));
  };
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    const at = process.hrtime.bigint();
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const change = /^IRQ (raise|lower) (\d+)$/.exec(line);
      if (change) {
        listener({ line: Number(change[2]), level: change[1] === 'raise' ? 1 : 0, at });
        continue;
      }
      const asker = waiting.shift();
      if (line === 'OK' || line.startsWith('OK ')) asker?.resolve(line.slice(3));
      else asker?.reject(new Error(`QEMU's answer: ${line}`));
    }
  });
  socket.on('error', failAll).on('close', failAll);

  return {
    ask: (command) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the qtest connection is closed'));
        waiting.push({ resolve, reject });
        socket.write(`${command}\n`);
      }),
    onChange(one) {
      listener = one;
    },
    close: () => void socket.destroy(),
  };
}

async function open(path: string): Promise<Socket> {
  const end = performance.now() + openPatienceMs;
  while (performance.now() < end) {
    if (existsSync(path)) {
      const socket = connect(path);
      const opened = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      if (opened) return socket;
    }
    await delay(20);
  }
  throw new Error('QEMU did not open its qtest socket');
}
