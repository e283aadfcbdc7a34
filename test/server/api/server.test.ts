import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/broker.ts';
import { databaseEnvironment, onPostgres, peek } from '../../support/databases.ts';
import {
  collect,
  launchServer,
  spawnServer,
  startTestServer,
  type TestServer,
  temporaryFolder,
} from '../../support/server.ts';

describe('the log', () => {
  it('says what failed, and holds no address that is a secret', async () => {
    const server = await spawnServer();
    const database = await peek(server.dataDir);
    await database.run('alter table lending_setting rename to gone');
    await database.close();
    const response = await fetch(`${server.url}/api/feeds/a-secret-address.ics`);
    expect(response.status).toBe(500);
    await until(() => server.output().includes('request failed'));
    await server.kill('SIGTERM');
    expect(server.output()).toContain('/api/feeds/:token');
    expect(server.output()).not.toContain('a-secret-address');
    await server.remove();
  });
});

describe('the web port', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('tells about its health', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', version: expect.any(String), broker: { clients: 0 }, database: 'ok' },
    ]);
  });

  it('answers 503 when the database is broken', async () => {
    const broken = await startTestServer();
    const database = await peek(broken.dataDir);
    await database.run('drop table meta');
    await database.close();
    const response = await fetch(`${broken.url}/healthz`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { status: 'broken', database: 'broken' },
    ]);
    await broken.stop();
  });

  it('asks nothing of browsers that plain HTTP in a school’s network can’t give', async () => {
    const { headers } = await fetch(server.url);
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('asks for https when it is reached by https', async () => {
    const secure = await startTestServer({ environment: { PUBLIC_URL: 'https://pi.example.org' } });
    const { headers } = await fetch(secure.url);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).not.toBeNull();
    expect([secure.joinUrl, secure.setupUrl]).toEqual([
      'https://pi.example.org',
      expect.stringMatching(/^https:\/\/pi\.example\.org\/setup\/[\w-]{43}$/),
    ]);
    await secure.stop();
  });

  it('says that a page does not exist', async () => {
    const response = await fetch(`${server.url}/nowhere`);
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('Diese Seite gibt es nicht.'),
    ]);
  });

  it('ends upgrades that nobody answers', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 404 /);
    await once(socket, 'close');
  });

  it.each(['/elsewhere', '/mqtt', '/socket.io/'])(
    'outlives who asks to upgrade %s and resets the connection',
    async (path) => {
      for (let tries = 0; tries < 50; tries += 1) {
        const socket = connect(server.port, '127.0.0.1');
        const request = `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
        await new Promise<void>((sent) => socket.write(request, () => sent()));
        socket.resetAndDestroy();
      }
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    },
  );
});

describe('the server as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s, with connections open', async (signal) => {
    const server = await spawnServer();
    const device = connect(server.mqttPort, '127.0.0.1');
    const page = connect(server.port, '127.0.0.1');
    await Promise.all([once(device, 'connect'), once(page, 'connect')]);
    expect(await server.kill(signal)).toBe(0);
    await server.remove();
  });

  it('comes back at the same place after being killed', async () => {
    const first = await spawnServer();
    await first.kill('SIGKILL');
    const second = await first.restart();
    expect([second.url, second.mqttPort]).toEqual([first.url, first.mqttPort]);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    await second.kill('SIGTERM');
    await second.remove();
  });

  it('does not start on a folder in use, or a port in use, and says so in a sentence', async () => {
    const running = await spawnServer();
    const elsewhere = await temporaryFolder();
    const ports = { PORT: '0', MQTT_PORT: '0', HOST: '127.0.0.1' };
    const cases: [environment: Record<string, string>, sentence: string][] = [
      [
        { ...ports, ...(await databaseEnvironment(running.dataDir)), DATA_DIR: running.dataDir },
        onPostgres
          ? 'Another Steckbrett server is using the database test_'
          : `Another Steckbrett server is using the data folder ${running.dataDir}`,
      ],
      [
        { ...ports, DATA_DIR: elsewhere, PORT: String(running.port) },
        `PORT is ${running.port}, but another program is using that port`,
      ],
      [
        { ...ports, DATA_DIR: elsewhere, MQTT_PORT: String(running.mqttPort) },
        `MQTT_PORT is ${running.mqttPort}, but another program is using that port`,
      ],
    ];
    for (const [environment, sentence] of cases) {
      const refused = launchServer(environment);
      const output = collect(refused);
      expect(await once(refused, 'close')).toEqual([1, null]);
      expect(output()).toContain(sentence);
    }
    await running.kill('SIGTERM');
    await Promise.all([running.remove(), rm(elsewhere, { recursive: true })]);
  });

  it('ends with code 2 and one sentence when a variable is wrong', async () => {
    const refused = launchServer({ LOG_LEVEL: 'loud' });
    const output = collect(refused);
    expect(await once(refused, 'close')).toEqual([2, null]);
    expect(output()).toBe(
      'LOG_LEVEL is "loud", but it should be one of fatal, error, warn, info, debug, trace, silent.\n',
    );
  });
});
