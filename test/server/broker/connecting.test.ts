import type { IClientOptions } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topic } from '../../../device/contract/topics.ts';
import { next, rawDevice, startTestBroker, type TestBroker, until } from '../../support/broker.ts';

const offline = JSON.stringify({ state: 'offline', nonce: 'nonce-01' });

describe('connecting to the broker', () => {
  let server: TestBroker;
  beforeAll(async () => {
    server = await startTestBroker();
  });
  afterAll(() => server.stop());

  const refused: [title: string, id: string, options: IClientOptions, code: number, reason: string][] = [
    ['a wrong secret', 'pi-01', { password: 'guess' }, 4, 'secret-wrong'],
    ['no secret', 'pi-02', { password: undefined }, 4, 'secret-missing'],
    ['another user name', 'pi-03', { username: 'pi-04' }, 2, 'user-name-is-not-the-client-id'],
    [
      'no user name',
      'pi-05',
      { username: undefined, password: undefined },
      2,
      'user-name-is-not-the-client-id',
    ],
    ['a client id that is no device id', 'Pi/#', { username: 'Pi/#' }, 2, 'client-id-invalid'],
    ['a will outside its root', 'pi-06', will('steckbrett/v1/pi-99/presence'), 5, 'will-not-allowed'],
    ['a will that is not presence', 'pi-07', will('steckbrett/v1/pi-07/reply'), 5, 'will-not-allowed'],
    ['a will on a deep topic', 'pi-08', will('a/'.repeat(150)), 5, 'will-not-allowed'],
  ];
  it.each(refused)('refuses %s', async (_title, id, options, code, reason) => {
    const device = rawDevice(server.tcpUrl, id, options);
    const answer = await new Promise((done) => device.on('packetreceive', (packet) => done(packet)));
    expect(answer).toMatchObject({ cmd: 'connack', returnCode: code });
    expect(server.log).toContainEqual(expect.objectContaining({ reason, clientId: id }));
    expect(server.broker.clients()).toBe(0);
    device.end(true);
  });

  it.each(['tcpUrl', 'webSocketUrl'] as const)(
    'lets a device in by %s, and notices when it goes',
    async (url) => {
      const device = rawDevice(server[url], 'pi-10', will(topic('pi-10', 'presence')));
      await next(device, 'connect');
      expect(server.broker.isConnected('pi-10')).toBe(true);
      device.end(true);
      await until(() => !server.broker.isConnected('pi-10'));
      expect(server.broker.clients()).toBe(0);
    },
  );

  it('refuses MQTT 5, which it does not speak', async () => {
    const device = rawDevice(server.tcpUrl, 'pi-11', { protocolVersion: 5 });
    await next(device, 'close');
    expect(server.broker.isConnected('pi-11')).toBe(false);
  });

  it('lets the newer of two connections of one device stay', async () => {
    const events: string[] = [];
    server.broker.onConnected((id) => events.push(`${id} connected`));
    server.broker.onDisconnected((id) => events.push(`${id} disconnected`));
    const older = rawDevice(server.tcpUrl, 'pi-12');
    await next(older, 'connect');
    const closed = next(older, 'close');
    const newer = rawDevice(server.webSocketUrl, 'pi-12');
    await Promise.all([closed, next(newer, 'connect')]);
    expect(server.broker.isConnected('pi-12')).toBe(true);
    expect(events).toEqual(['pi-12 connected', 'pi-12 disconnected', 'pi-12 connected']);
    newer.end(true);
  });

  it('ends a connection when the server says so, and publishes its will', async () => {
    const wills: unknown[] = [];
    server.broker.on('presence', (id, presence) => wills.push({ id, ...presence }));
    const device = rawDevice(server.tcpUrl, 'pi-13', will(topic('pi-13', 'presence')));
    await next(device, 'connect');
    await Promise.all([next(device, 'close'), server.broker.disconnect('pi-13')]);
    await until(() => wills.length > 0);
    expect(wills).toEqual([{ id: 'pi-13', state: 'offline', nonce: 'nonce-01' }]);
  });

  it('refuses an upgrade without the subprotocol, and leaves other paths alone', async () => {
    const url = server.webSocketUrl;
    await expect(closeCode(new WebSocket(url))).resolves.toBe(1006);
    await expect(closeCode(new WebSocket(url, 'chat'))).resolves.toBe(1006);
  });

  it('stops looking at secrets of a device that brings wrong ones again and again', async () => {
    const limited = await startTestBroker({ connectionRate: { perAddress: 100, wrongSecrets: 2 } });
    for (const expected of [4, 4, 5]) {
      const device = rawDevice(limited.tcpUrl, 'pi-14', { password: 'guess' });
      const answer = await new Promise((done) => device.on('packetreceive', (packet) => done(packet)));
      expect(answer).toMatchObject({ returnCode: expected });
      device.end(true);
    }
    const other = rawDevice(limited.tcpUrl, 'pi-15');
    await next(other, 'connect');
    other.end(true);
    await limited.stop();
  });

  it('closes connections of an address that opens too many', async () => {
    const limited = await startTestBroker({ connectionRate: { perAddress: 1, wrongSecrets: 10 } });
    const first = rawDevice(limited.tcpUrl, 'pi-16');
    await next(first, 'connect');
    await next(rawDevice(limited.tcpUrl, 'pi-17'), 'close');
    await next(rawDevice(limited.tcpUrl, 'pi-18'), 'close');
    expect(limited.log.filter(({ reason }) => reason === 'too-many-connections')).toHaveLength(1);
    expect(limited.broker.clients()).toBe(1);
    first.end(true);
    await limited.stop();
  });
});

function will(at: string): IClientOptions {
  return { will: { topic: at, payload: Buffer.from(offline), qos: 1, retain: true } };
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((done) => socket.addEventListener('close', (event) => done(event.code)));
}
