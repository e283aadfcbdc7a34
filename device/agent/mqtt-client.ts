import { Agent } from 'node:https';
import { createRequire } from 'node:module';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { encode } from '../contract/codec.ts';
import { presenceSchema } from '../contract/presence.ts';
import { topic } from '../contract/topics.ts';
import type { AgentConfig } from './config.ts';

/** Variables that name a proxy, in the order in which they are asked. */
export type ProxyEnvironment = Readonly<
  Partial<Record<'https_proxy' | 'HTTPS_PROXY' | 'no_proxy' | 'NO_PROXY', string>>
>;

/**
 * Unless told otherwise, MQTT.js keeps a buffer ready for each of the 65,536 packet ids: 8 MB to save what a Pi's
 * few messages never cost. The codec is found from where MQTT.js finds it, so that it is the same one.
 */
function saveMemory(): void {
  const codec: { writeToStream: { cacheNumbers: boolean } } = createRequire(import.meta.resolve('mqtt'))(
    'mqtt-packet',
  );
  codec.writeToStream.cacheNumbers = false;
}

/** Where the broker's WebSocket is unless the config says otherwise. */
const webSocketPath = '/mqtt';

/** The address to connect to: a WebSocket without a path gets the broker's. */
export function brokerUrl(server: string): string {
  const url = new URL(server);
  if (/^wss?:$/.test(url.protocol) && url.pathname === '/') url.pathname = webSocketPath;
  return url.href;
}

/**
 * Opens one MQTT 3.1.1 connection that never reconnects by itself. Its last will is offline with this
 * connection's nonce.
 */
export function openMqttClient(
  config: AgentConfig,
  nonce: string,
  environment: ProxyEnvironment,
): MqttClient {
  saveMemory();
  const options: IClientOptions = {
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    keepalive: 15,
    connectTimeout: 10_000,
    clientId: config.deviceId,
    username: config.deviceId,
    password: config.secret,
    will: {
      topic: topic(config.deviceId, 'presence'),
      payload: Buffer.from(encode(presenceSchema, { state: 'offline', nonce })),
      qos: 1,
      retain: true,
    },
  };
  const url = brokerUrl(config.server);
  const proxied = environment.https_proxy || environment.HTTPS_PROXY;
  // Node's own agent speaks CONNECT to the proxy and obeys no_proxy.
  if (proxied && url.startsWith('wss:'))
    options.wsOptions = { agent: new Agent({ proxyEnv: { ...environment } }) };
  return mqtt.connect(url, options);
}
