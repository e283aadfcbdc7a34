import { createServer } from 'node:net';

/** `wanted` when nobody listens there, else a port that the system chooses (0). */
export function freePort(wanted: number): Promise<number> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(0));
    probe.listen(wanted, () => probe.close(() => answer(wanted)));
  });
}
