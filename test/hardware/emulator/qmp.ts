import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const replySchema = z.union([
  z.object({ return: z.unknown() }),
  z.object({ error: z.object({ class: z.string(), desc: z.string() }) }),
]);

/**
 * A connection to QEMU's monitor, by which a test changes what is wired to the emulated board: the temperature at a
 * sensor, for example (QEMU's `docs/interop/qmp-spec.rst`).
 */
export interface Qmp {
  /** Sends a command and gives its result. @throws Error with QEMU's words when it refuses. */
  ask(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

/** @param path of the unix socket, which QEMU has opened. */
export async function openQmp(path: string): Promise<Qmp> {
  const socket = connect(path);
  const waiting: { resolve: (result: unknown) => void; reject: (error: Error) => void }[] = [];
  const failAll = () => {
    for (const one of waiting.splice(0)) one.reject(new Error('QEMU has closed its monitor'));
  };
  socket.on('error', failAll).on('close', failAll);
  createInterface({ input: socket }).on('line', (line) => {
    // The greeting and events are no replies.
    const reply = replySchema.safeParse(JSON.parse(line));
    if (!reply.success) return;
    const asker = waiting.shift();
    if ('error' in reply.data) asker?.reject(new Error(`QEMU's answer: ${reply.data.error.desc}`));
    else asker?.resolve(reply.data.return);
  });
  const ask: Qmp['ask'] = (execute, args) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('the connection to the monitor is closed'));
      waiting.push({ resolve, reject });
      socket.write(`${JSON.stringify({ execute, arguments: args })}\n`);
    });
  await ask('qmp_capabilities');
  return { ask, close: () => void socket.destroy() };
}
