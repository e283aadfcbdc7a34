import { connect, type Socket } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { expect, it } from 'vitest';
import { topic } from '../../device/contract/topics.ts';
import { next, rawDevice, secretOf, startTestBroker, until } from '../support/broker.ts';

const clients = 200;
const batch = JSON.stringify({
  runId: 'run-0001',
  sequence: 0,
  events: [{ at: 0, kind: 'print', text: 'x'.repeat(50) }],
});

it('survives 200 clients publishing at full speed; the others go on, and each is noted once', async () => {
  const server = await startTestBroker({
    publishRate: { packets: 20, packetBurst: 50, bytes: 1e6, byteBurst: 1e6, patienceMs: 10_000 },
  });
  const heard = new Map<string, number>();
  server.broker.on('trace', (id) => heard.set(id, (heard.get(id) ?? 0) + 1));
  const bystander = rawDevice(server.tcpUrl, 'bystander');
  await next(bystander, 'connect');

  const port = Number(new URL(server.tcpUrl).port);
  const floods = await Promise.all(
    Array.from({ length: clients }, (_, index) => flood(port, `flood-${index}`)),
  );
  await until(() => heard.size === clients);
  for (let count = 0; count < 20; count++) {
    await bystander.publishAsync(topic('bystander', 'trace'), batch, { qos: 1 });
  }
  await until(() => heard.get('bystander') === 20);

  for (const socket of floods) socket.destroy();
  await until(() => server.broker.clients() === 1);
  expect(bystander.connected).toBe(true);
  const notes = server.log
    .filter(({ msg }) => String(msg).startsWith('refused'))
    .map(({ client, reason }) => `${client} ${reason}`);
  expect(new Set(notes).size).toBe(notes.length);
  expect(notes).not.toContain('bystander flood');
  bystander.end(true);
  await server.stop();
});

/** Writes the same QoS 0 message as fast as the broker takes it, beneath any client library. */
async function flood(port: number, id: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const login = { clientId: id, username: id, password: Buffer.from(secretOf(id)) };
  socket.write(
    mqttPacket.generate({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
      ...login,
    }),
  );
  await new Promise((done) => socket.once('data', done));
  const message = mqttPacket.generate({
    cmd: 'publish',
    topic: topic(id, 'trace'),
    qos: 0,
    payload: batch,
    retain: false,
    dup: false,
  });
  const block = Buffer.concat(Array<Buffer>(100).fill(message));
  const pump = () => {
    while (!socket.destroyed && socket.write(block));
    socket.once('drain', () => setImmediate(pump));
  };
  pump();
  return socket;
}
