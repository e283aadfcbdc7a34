import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Shells of the guest that have dialled in to this machine and wait for a command. */
export interface ShellLines {
  /** Where the guest dials in. */
  readonly port: number;
  /** The next free shell. @throws Error when none comes in time. */
  take(timeoutMs: number): Promise<Socket>;
  close(): void;
}

/** Listens for the guest's shells: busybox connects a shell to each line, and a new line when one is used up. */
export async function openShellLines(): Promise<ShellLines> {
  const free: Socket[] = [];
  const all = new Set<Socket>();
  const takers: ((shell: Socket) => void)[] = [];
  const server = createServer((shell) => {
    all.add(shell);
    shell.on('error', () => shell.destroy());
    shell.on('close', () => {
      all.delete(shell);
      const place = free.indexOf(shell);
      if (place !== -1) free.splice(place, 1);
    });
    const taker = takers.shift();
    if (taker) taker(shell);
    else free.push(shell);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    take(timeoutMs) {
      const shell = free.shift();
      if (shell) return Promise.resolve(shell);
      return new Promise((resolve, reject) => {
        const taker = (one: Socket) => {
          clearTimeout(timer);
          resolve(one);
        };
        const timer = setTimeout(() => {
          takers.splice(takers.indexOf(taker), 1);
          reject(new Error(`no shell of the guest was free within ${timeoutMs} ms`));
        }, timeoutMs);
        takers.push(taker);
      });
    },
    close() {
      server.close();
      for (const shell of all) shell.destroy();
    },
  };
}
