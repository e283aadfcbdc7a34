import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { type Logger, pino } from 'pino';
import { AedesBroker, type BrokerOptions } from '../../server/broker/aedes-broker.ts';

/** A broker on free ports, over TCP and WebSocket, whose devices all have the secret `secret-of-{id}`. */
export interface TestBroker {
  readonly broker: AedesBroker;
  readonly tcpUrl: string;
  readonly webSocketUrl: string;
  /** What was logged, one parsed line each. */
  readonly log: Record<string, unknown>[];
  stop(): Promise<void>;
}

export async function startTestBroker(options: Partial<BrokerOptions> = {}): Promise<TestBroker> {
  const log: Record<string, unknown>[] = [];
  const broker = new AedesBroker({
    authenticate: async (id, secret) => secret === secretOf(id),
    logger: collectingLogger(log),
    now: Date.now,
    ...options,
  });
  await broker.start();
  const http = createServer((_request, response) => response.writeHead(404).end());
  broker.attach(http);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const port = await broker.listen({ port: 0, host: '127.0.0.1' });
  return {
    broker,
    tcpUrl: `mqtt://127.0.0.1:${port}`,
    webSocketUrl: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/mqtt`,
    log,
    stop: async () => {
      await broker.stop();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}

export function secretOf(deviceId: string): string {
  return `secret-of-${deviceId}`;
}

/** A logger whose lines are gathered in `lines`. */
export function collectingLogger(lines: Record<string, unknown>[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
}

/** A bare MQTT client, not the agent: it does what a hostile or broken device may do. It does not reconnect. */
export function rawDevice(url: string, deviceId: string, options: IClientOptions = {}): MqttClient {
  const client = mqtt.connect(url, {
    clientId: deviceId,
    username: deviceId,
    password: secretOf(deviceId),
    reconnectPeriod: 0,
    ...options,
  });
  client.on('error', () => {});
  return client;
}

/** Waits for one event of a client. */
export function next(client: MqttClient, event: 'connect' | 'close'): Promise<void> {
  return new Promise((done) => client.once(event, () => done()));
}

/** Waits until something is the case; vitest's own time limit ends a wait in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((done) => setTimeout(done, 10));
}
