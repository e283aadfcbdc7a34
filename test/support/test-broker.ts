import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { Aedes, type AedesPublishPacket, type Client } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';

/** One message that reached the broker from a client (or from a will). */
export interface Heard {
  readonly topic: string;
  readonly payload: string;
  readonly qos: number;
  readonly retain: boolean;
}

/** A real Aedes over TCP and over WebSocket, with one device's secret and a memory of what it heard. */
export interface TestBroker {
  readonly tcp: string;
  readonly webSocket: string;
  readonly aedes: Aedes;
  readonly heard: readonly Heard[];
  /** Connections that were opened so far, the refused ones included. */
  readonly attempts: number;
  /** Resolved with the first message that fits, heard already or to come. */
  hear(fits: (message: Heard) => boolean): Promise<Heard>;
  publish(topic: string, payload: string, retain?: boolean): Promise<void>;
  /** Cuts the line of a client as a broken network would. */
  cut(clientId: string): void;
  close(): Promise<void>;
}

/**
 * @param secrets by device id; may be changed while the broker runs
 * @param tcpPort to come back where a broker was before; chosen by the system unless told
 */
export async function startBroker(secrets: ReadonlyMap<string, string>, tcpPort = 0): Promise<TestBroker> {
  const clients = new Map<string, Client>();
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let attempts = 0;
  const aedes = await Aedes.createBroker({
    concurrency: 0,
    authenticate(client, username, password, done) {
      attempts += 1;
      const known = username === client.id && secrets.get(client.id) === password?.toString();
      done(known ? null : Object.assign(new Error('refused'), { returnCode: 4 }), known);
    },
  });
  aedes.on('client', (client) => clients.set(client.id, client));
  aedes.on('publish', (packet: AedesPublishPacket, client) => {
    if (packet.topic.startsWith('$SYS') || (!client && packet.topic.endsWith('/desired'))) return;
    heard.push({
      topic: packet.topic,
      payload: packet.payload.toString(),
      qos: packet.qos,
      retain: packet.retain,
    });
    for (const check of [...waiting]) check();
  });

  const tcp = createServer((socket) => void aedes.handle(socket));
  const web = createHttpServer();
  const sockets = new WebSocketServer({ server: web, path: '/mqtt' });
  sockets.on('connection', (socket, request) => void aedes.handle(createWebSocketStream(socket), request));

  return {
    tcp: `mqtt://127.0.0.1:${await listen(tcp, tcpPort)}`,
    webSocket: `ws://127.0.0.1:${await listen(web, 0)}`,
    aedes,
    heard,
    get attempts() {
      return attempts;
    },
    hear: (fits) =>
      new Promise((resolve) => {
        const check = () => {
          const found = heard.find(fits);
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    publish: (topic, payload, retain = false) =>
      new Promise((resolve, reject) => {
        const packet = { cmd: 'publish', topic, payload, retain, qos: 1, dup: false } as const;
        aedes.publish(packet, (error) => (error ? reject(error) : resolve()));
      }),
    cut: (clientId) => void clients.get(clientId)?.conn.destroy(),
    async close() {
      await new Promise<void>((done) => aedes.close(done));
      sockets.close();
      await Promise.all([tcp, web].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
