import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

/** A port that can't be opened; the message is one sentence for the person who starts the server. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/**
 * Listens; gives the port, which the system chose when 0 was asked for.
 *
 * @param variable the environment variable that sets this port, for the sentence.
 * @throws PortError
 */
export async function openPort(
  server: Server,
  { port, host, variable }: { port: number; host: string; variable: string },
): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const sentence = isAddressMissing(cause)
      ? `HOST is ${host}, but this machine has no such address; set HOST to one of its own, or to 0.0.0.0 for all.`
      : `${variable} is ${port}, ${reason(cause)} on ${host}; set ${variable} to another port.`;
    throw new PortError(sentence, { cause });
  }
  return portOf(server);
}

/** The port of a listening server. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function isAddressMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRNOTAVAIL';
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return 'but another program is using that port';
  if (code === 'EACCES') return 'but this user may not open that port';
  return `but the port can't be opened (${cause instanceof Error ? cause.message : String(cause)})`;
}
