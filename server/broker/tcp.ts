import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { openPort } from '../ports.ts';

/** An open TCP port. */
export interface TcpListener {
  readonly port: number;
  /** Takes no more connections and ends those that stand. */
  close(): Promise<void>;
}

/** Listens for MQTT over TCP. Small packets leave at once; peers that vanished silently are noticed. */
export async function listenOnTcp(
  at: { port: number; host: string },
  handle: (socket: Socket) => void,
): Promise<TcpListener> {
  const open = new Set<Socket>();
  const options = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 };
  const server = createServer(options, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    handle(socket);
  });
  return {
    port: await openPort(server, { ...at, variable: 'MQTT_PORT' }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
