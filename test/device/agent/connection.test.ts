import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../../device/agent/config.ts';
import { type Connection, createConnection } from '../../../device/agent/connection.ts';
import type { Log } from '../../../device/agent/log.ts';
import { brokerUrl } from '../../../device/agent/mqtt-client.ts';
import { createReconnectSchedule } from '../../../device/agent/reconnect-schedule.ts';
import { presenceSchema } from '../../../device/contract/presence.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { type Heard, startBroker, type TestBroker } from '../../support/test-broker.ts';

const deviceId = 'pi-07';
const secret = 'a-secret-of-20-chars';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function broker(secrets = new Map([[deviceId, secret]])): Promise<TestBroker> {
  const started = await startBroker(secrets);
  closing.push(() => started.close());
  return started;
}

/** A connection with its diary: what happened, in order. */
function connect(server: string, delays = { baseMs: 20, capMs: 200 }, log: Log = silentLog) {
  const diary: string[] = [];
  const watchers = new Set<() => void>();
  const note = (line: string) => {
    diary.push(line);
    for (const check of [...watchers]) check();
  };
  const config = agentConfigSchema.parse({ server, deviceId, secret, board: 'simulated' });
  const connection: Connection = createConnection({
    config,
    clock: systemClock,
    schedule: createReconnectSchedule(Math.random, delays),
    drawNonce: randomUUID,
    environment: {},
    log,
    onOnline: () => note('online'),
    onOffline: () => note('offline'),
    onMessage: (channel, payload) => note(`${channel} ${Buffer.from(payload).toString()}`),
  });
  closing.push(() => connection.stop());
  connection.start();
  const until = (count: number, line: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (diary.filter((one) => one === line).length < count) return;
        watchers.delete(check);
        resolve();
      };
      watchers.add(check);
      check();
    });
  return { connection, diary, until };
}

const isPresence = (state: 'online' | 'offline') => (message: Heard) =>
  message.topic === `steckbrett/v1/${deviceId}/presence` && message.payload.includes(`"${state}"`);
const nonceOf = (message: Heard) => presenceSchema.parse(JSON.parse(message.payload)).nonce;

describe('the address of the broker', () => {
  it.each([
    ['ws://school.local:8080', 'ws://school.local:8080/mqtt'],
    ['wss://school.local/', 'wss://school.local/mqtt'],
    ['wss://school.local/own/path', 'wss://school.local/own/path'],
    ['mqtt://school.local:1883', 'mqtt://school.local:1883'],
  ])('of %s is %s', (server, url) => {
    expect(brokerUrl(server)).toBe(url);
  });
});

describe.each(['tcp', 'webSocket'] as const)('the connection over %s', (transport) => {
  it('says online, retained, at QoS 1, and hears its channels from then on', async () => {
    const server = await broker();
    const { until } = connect(server[transport]);
    const online = await server.hear(isPresence('online'));
    expect(online).toMatchObject({ qos: 1, retain: true });
    await server.publish(`steckbrett/v1/${deviceId}/command`, 'hello');
    await until(1, 'command hello');
  });

  it('leaves a will with its nonce that the broker publishes when the line breaks', async () => {
    const server = await broker();
    connect(server[transport]);
    const online = await server.hear(isPresence('online'));
    server.cut(deviceId);
    const will = await server.hear(isPresence('offline'));
    expect(will).toMatchObject({ qos: 1, retain: true });
    expect(nonceOf(will)).toBe(nonceOf(online));
  });

  it('comes back after it was cut, each time with a fresh nonce', async () => {
    const server = await broker();
    const { until } = connect(server[transport]);
    for (let count = 1; count <= 3; count += 1) {
      await until(count, 'online');
      server.cut(deviceId);
    }
    await until(4, 'online');
    const nonces = server.heard.filter(isPresence('online')).map(nonceOf);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('says offline by itself when it is stopped, and does not come back', async () => {
    const server = await broker();
    const { connection, diary } = connect(server[transport]);
    const online = await server.hear(isPresence('online'));
    await connection.stop();
    expect(nonceOf(await server.hear(isPresence('offline')))).toBe(nonceOf(online));
    expect(diary).toEqual(['online', 'offline']);
    expect(server.aedes.connectedClients).toBe(0);
  });
});

describe('the connection', () => {
  it('tries again and again while its secret is refused, and gets in once it is accepted', async () => {
    const secrets = new Map<string, string>();
    const server = await broker(secrets);
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const { diary, until } = connect(server.tcp, { baseMs: 5, capMs: 10 }, log);
    while (server.attempts < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(diary).toEqual([]);
    expect(lines.filter((line) => line.includes('refuses this device'))).toHaveLength(1);
    expect(lines.join()).not.toContain(secret);
    secrets.set(deviceId, secret);
    await until(1, 'online');
  });

  it('gets in when the server starts after it', async () => {
    const before = await startBroker(new Map());
    await before.close();
    const { until, diary } = connect(before.tcp, { baseMs: 5, capMs: 10 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(diary).toEqual([]);
    const after = await startBroker(new Map([[deviceId, secret]]), Number(new URL(before.tcp).port));
    closing.push(() => after.close());
    await until(1, 'online');
  });

  it('drops what is published while it is offline', async () => {
    const server = await broker();
    const { connection } = connect(server.tcp);
    connection.publish('reply', 'too early');
    await server.hear(isPresence('online'));
    connection.publish('reply', 'in time');
    const reply = await server.hear((message) => message.topic.endsWith('/reply'));
    expect(reply).toMatchObject({ payload: 'in time', qos: 1, retain: false });
  });

  it('is thrown out by a second one with its id, and comes back', async () => {
    const server = await broker();
    const first = connect(server.tcp, { baseMs: 100, capMs: 200 });
    await first.until(1, 'online');
    const second = connect(server.tcp, { baseMs: 30_000, capMs: 30_000 });
    await second.until(1, 'online');
    await first.until(2, 'online');
    expect(first.diary).toEqual(['online', 'offline', 'online']);
  });
});
