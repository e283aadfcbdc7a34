import type { IncomingMessage } from 'node:http';

/** The address a request comes from; behind a reverse proxy on this machine, the one which that proxy names. */
export function clientAddress(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const forwarded = request.headers['x-forwarded-for'];
  if (!forwarded || !/^(::ffff:)?127\.|^::1$/.test(peer)) return peer;
  return String(forwarded).split(',').at(-1)?.trim() || peer;
}
