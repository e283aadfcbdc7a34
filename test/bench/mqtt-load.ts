import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { generate, parser } from 'mqtt-packet';

/** One client's way in. */
export interface LoadClient {
  readonly clientId: string;
  readonly username?: string;
  readonly password?: string;
  readonly topic: string;
}

export interface Load {
  readonly port: number;
  readonly clients: readonly LoadClient[];
  readonly payload: Buffer;
  readonly qos: 0 | 1;
  /** Messages of each client. */
  readonly messages: number;
  /** Messages under way at once of each client, at QoS 1. */
  readonly window: number;
}

/**
 * Publishes at full speed over bare sockets, so that the broker and not the client is what is measured.
 * A QoS 1 message counts when it is acknowledged; QoS 0 ends with a ping, whose answer shows that the broker
 * has read all before it.
 *
 * @returns messages per second over all clients.
 * @throws Error when the broker closes a connection before the end.
 */
export async function publishAtFullSpeed(load: Load): Promise<number> {
  const sockets = await Promise.all(load.clients.map((client) => open(load.port, client)));
  const start = process.hrtime.bigint();
  await Promise.all(
    sockets.map((socket, index) =>
      load.qos === 1
        ? acknowledged(socket, load.clients[index]!.topic, load)
        : pinged(socket, load.clients[index]!.topic, load),
    ),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  for (const socket of sockets) {
    socket.removeAllListeners('close');
    socket.end(generate({ cmd: 'disconnect' }));
  }
  return (load.clients.length * load.messages) / seconds;
}

async function open(port: number, client: LoadClient): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  // A broken connection is told by its close.
  socket.on('error', () => {});
  const answered = new Promise<void>((resolve, reject) => {
    const packets = parser();
    packets.on('packet', (packet) =>
      packet.cmd === 'connack' && packet.returnCode === 0
        ? resolve()
        : reject(new Error(`refused: ${JSON.stringify(packet)}`)),
    );
    socket.once('data', (bytes) => packets.parse(bytes));
    socket.once('close', () => reject(new Error('closed while connecting')));
  });
  socket.write(
    generate({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
      clientId: client.clientId,
      ...(client.username ? { username: client.username, password: Buffer.from(client.password ?? '') } : {}),
    }),
  );
  await answered;
  return socket;
}

function acknowledged(socket: Socket, topic: string, load: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let confirmed = 0;
    const packets = parser();
    const fill = () => {
      const burst: Buffer[] = [];
      while (sent < load.messages && sent - confirmed < load.window) {
        sent += 1;
        burst.push(publish(topic, load, (sent % 65_535) + 1));
      }
      if (burst.length > 0) socket.write(Buffer.concat(burst));
    };
    packets.on('packet', (packet) => {
      if (packet.cmd === 'puback') confirmed += 1;
    });
    socket.on('data', (bytes) => {
      packets.parse(bytes);
      if (confirmed === load.messages) resolve();
      else fill();
    });
    socket.once('close', () => reject(new Error(`closed after ${confirmed} messages`)));
    fill();
  });
}

function pinged(socket: Socket, topic: string, load: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const packets = parser();
    packets.on('packet', (packet) => {
      if (packet.cmd === 'pingresp') resolve();
    });
    socket.on('data', (bytes) => packets.parse(bytes));
    socket.once('close', () => reject(new Error('closed')));
    const message = publish(topic, load, 0);
    const burst = Buffer.concat(Array.from({ length: load.window }, () => message));
    let left = load.messages;
    const write = () => {
      while (left > 0) {
        const room = socket.write(
          left >= load.window ? burst : Buffer.concat(Array.from({ length: left }, () => message)),
        );
        left -= Math.min(left, load.window);
        if (!room && left > 0) return void socket.once('drain', write);
      }
      socket.write(generate({ cmd: 'pingreq' }));
    };
    write();
  });
}

function publish(topic: string, load: Load, messageId: number): Buffer {
  return generate({
    cmd: 'publish',
    topic,
    payload: load.payload,
    qos: load.qos,
    dup: false,
    retain: false,
    ...(load.qos === 0 ? {} : { messageId }),
  });
}
