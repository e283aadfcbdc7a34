import { connect } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desired } from '../../../device/contract/desired.ts';
import { topic } from '../../../device/contract/topics.ts';
import type { TraceBatch } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { next, rawDevice, secretOf, startTestBroker, type TestBroker, until } from '../../support/broker.ts';

const batch: TraceBatch = { runId: 'run-0001', sequence: 0, events: [{ at: 0, kind: 'start' }] };
const desired: Desired = { version: 3, wiring: camJamEduKit };

describe('messages through the broker', () => {
  let server: TestBroker;
  const heard: { id: string; batch: TraceBatch }[] = [];
  beforeAll(async () => {
    server = await startTestBroker();
    server.broker.on('trace', (id, one) => heard.push({ id, batch: one }));
  });
  afterAll(() => server.stop());

  /** What a bystander sends arrives after all of this: the broker lives, and others notice nothing. */
  async function othersGoOn(): Promise<void> {
    const bystander = rawDevice(server.tcpUrl, 'bystander');
    await next(bystander, 'connect');
    heard.length = 0;
    await bystander.publishAsync(topic('bystander', 'trace'), JSON.stringify(batch), { qos: 1 });
    await until(() => heard.some(({ id }) => id === 'bystander'));
    bystander.end(true);
  }

  it.each(['tcpUrl', 'webSocketUrl'] as const)('carries both ways by %s', async (url) => {
    const device = rawDevice(server[url], 'pi-20');
    const subscribed: string[] = [];
    server.broker.onSubscribed((id, channel) => {
      subscribed.push(`${id} ${channel}`);
      if (id === 'pi-20' && channel === 'desired') void server.broker.publish(id, channel, desired);
    });
    await next(device, 'connect');
    const arrived = new Promise((done) =>
      device.once('message', (at, payload) => done([at, JSON.parse(String(payload))])),
    );
    await device.subscribeAsync(topic('pi-20', 'desired'), { qos: 1 });
    expect(await arrived).toEqual([topic('pi-20', 'desired'), desired]);
    expect(subscribed).toContain('pi-20 desired');
    heard.length = 0;
    device.publish(topic('pi-20', 'trace'), JSON.stringify(batch));
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ id: 'pi-20', batch }]);
    device.end(true);
    await next(device, 'close');
  });

  it('keeps desired for a device that comes later, until it is cleared', async () => {
    await server.broker.publish('pi-21', 'desired', desired);
    const first = rawDevice(server.tcpUrl, 'pi-21');
    const kept = new Promise((done) =>
      first.once('message', (_at, payload) => done(JSON.parse(String(payload)))),
    );
    await first.subscribeAsync(topic('pi-21', 'desired'), { qos: 1 });
    expect(await kept).toEqual(desired);
    first.end(true);
    await server.broker.clear('pi-21', 'desired');
    const second = rawDevice(server.tcpUrl, 'pi-21');
    const messages: unknown[] = [];
    second.on('message', (_at, payload) => messages.push(payload));
    await second.subscribeAsync(topic('pi-21', 'desired'), { qos: 1 });
    await second.publishAsync(topic('pi-21', 'trace'), JSON.stringify(batch), { qos: 1 });
    expect(messages).toEqual([]);
    second.end(true);
  });

  const ended: [title: string, at: string, payload: string, options: object, reason: string][] = [
    ['publishes for another device', topic('pi-99', 'trace'), '{}', {}, 'publish-outside-own-root'],
    ['sends to peers in another’s name', topic('pi-99', 'peers'), '{}', {}, 'publish-outside-own-root'],
    [
      'sends far too long a message to peers',
      topic('pi-30', 'peers'),
      'x'.repeat(1025),
      {},
      'payload-too-large',
    ],
    [
      'publishes on a channel of the server',
      topic('pi-30', 'desired'),
      '{}',
      {},
      'publish-on-server-channel',
    ],
    ['publishes on $SYS', '$SYS/steckbrett', '{}', {}, 'publish-outside-own-root'],
    ['publishes on a deep topic', `${topic('pi-30', 'trace')}/more`, '{}', {}, 'topic-too-deep'],
    ['publishes on a topic of 90 levels', 'a/'.repeat(90), '{}', {}, 'topic-too-deep'],
    ['lets a trace be retained', topic('pi-30', 'trace'), '{}', { retain: true }, 'retain-not-allowed'],
    ['publishes with QoS 2', topic('pi-30', 'trace'), '{}', { qos: 2 }, 'qos-not-allowed'],
    [
      'publishes a little too much',
      topic('pi-30', 'trace'),
      'x'.repeat(64 * 1024 + 1),
      {},
      'payload-too-large',
    ],
    ['publishes far too much', topic('pi-30', 'trace'), 'x'.repeat(1_000_000), {}, 'packet-too-large'],
  ];
  it.each(ended)('ends the connection of a device that %s', async (_title, at, payload, options, reason) => {
    const device = rawDevice(server.tcpUrl, 'pi-30');
    await next(device, 'connect');
    device.publish(at, payload, options);
    await next(device, 'close');
    expect(server.log).toContainEqual(expect.objectContaining({ client: 'pi-30', reason }));
    await othersGoOn();
  });

  const dropped: [title: string, payload: string, reason: string][] = [
    ['is not JSON', 'Hello', 'trace: payload-not-json'],
    ['is not of the agreed shape', '{"runId":1}', 'trace: payload-invalid'],
    ['is nested deeply', '['.repeat(30_000), 'trace: payload-not-json'],
    ['is empty', '', 'trace: payload-not-json'],
  ];
  it.each(dropped)(
    'drops a message that %s, notes it once, and keeps the device',
    async (_title, payload, reason) => {
      const device = rawDevice(server.tcpUrl, 'pi-31');
      await next(device, 'connect');
      heard.length = 0;
      for (let count = 0; count < 5; count++) device.publish(topic('pi-31', 'trace'), payload);
      await device.publishAsync(topic('pi-31', 'trace'), JSON.stringify(batch), { qos: 1 });
      await until(() => heard.length > 0);
      expect(heard).toEqual([{ id: 'pi-31', batch }]);
      const notes = server.log.filter((line) => line.client === 'pi-31' && line.reason === reason);
      expect(notes).toHaveLength(1);
      device.end(true);
      await next(device, 'close');
    },
  );

  it.each([
    '#',
    '+/+/+/+',
    'steckbrett/v1/+/program',
    topic('pi-99', 'program'),
    topic('pi-32', 'trace'),
    topic('pi-32', 'peers'),
    'steckbrett/v1/+/peers',
    '$SYS/#',
  ])('refuses to let a device listen on %s', async (filter) => {
    const device = rawDevice(server.tcpUrl, 'pi-32');
    const granted = await device.subscribeAsync(filter, { qos: 1 }).catch((error: unknown) => error);
    expect(granted).toMatchObject(expect.objectContaining({ message: expect.stringMatching(/subscribe/i) }));
    device.end(true);
  });

  it('ends a connection whose packet announces 256 MiB, before they come', async () => {
    const socket = connect(Number(new URL(server.tcpUrl).port), '127.0.0.1');
    const login = { clientId: 'pi-33', username: 'pi-33', password: Buffer.from(secretOf('pi-33')) };
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
    const closed = new Promise((done) => socket.once('close', done));
    socket.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f, 0x00]));
    await closed;
    expect(server.log).toContainEqual(
      expect.objectContaining({ client: 'pi-33', reason: 'packet-too-large' }),
    );
    await othersGoOn();
  });
});
