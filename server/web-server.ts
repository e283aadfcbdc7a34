import { once } from 'node:events';
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The web port: pages, API, socket.io and `/mqtt`. */
export interface WebServer {
  readonly http: HttpServer;
  /** Takes no more connections; those that stand go on. */
  refuse(): void;
  /** Ends what still stands, upgraded connections too. */
  close(): Promise<void>;
}

/** Whose upgrades somebody answers; the others are ended, or their sockets would stay open for good. */
const upgradePaths = ['/mqtt', '/socket.io/'];

export function createWebServer(app: RequestListener): WebServer {
  const http = createServer(app);
  const open = new Set<Socket>();
  // The server's close can come before that of its last socket, so it is noted and not only waited for.
  let ended = true;
  http.on('listening', () => {
    ended = false;
  });
  http.on('close', () => {
    ended = true;
  });
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  http.on('upgrade', (request, socket: Duplex) => {
    // Node has let go of the socket here: without a listener, a peer that resets it would end the process.
    socket.on('error', () => {});
    const path = request.url?.split('?', 1)[0] ?? '';
    if (upgradePaths.includes(path)) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return {
    http,
    refuse: () => {
      if (http.listening) http.close();
    },
    close: async () => {
      const closed = ended ? undefined : once(http, 'close');
      if (http.listening) http.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
