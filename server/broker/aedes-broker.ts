import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Aedes, type Client } from 'aedes';
import type { Logger } from 'pino';
import { encode } from '../../device/contract/codec.ts';
import { limits } from '../../device/contract/limits.ts';
import {
  type AgentChannel,
  agentChannels,
  type DeviceId,
  parseTopic,
  type ServerChannel,
  serverChannels,
  topic,
  topicRoot,
} from '../../device/contract/topics.ts';
import type { Authenticate, Broker, MessageHandler } from './broker.ts';
import { type ChannelMessages, channelRules } from './channels.ts';
import { clientAddress } from './client-address.ts';
import { ConnectionLimits, type ConnectionRate, defaultConnectionRate } from './connection-limits.ts';
import { DoorKeeper } from './door-keeper.ts';
import { Listeners } from './listeners.ts';
import { limitPackets } from './packet-limit.ts';
import { defaultPublishRate, type PublishRate } from './publish-gate.ts';
import { RefusalLog } from './refusal-log.ts';
import { listenOnTcp, type TcpListener } from './tcp.ts';
import { serveMqttOverWebSocket } from './websocket.ts';

export interface BrokerOptions {
  readonly authenticate: Authenticate;
  readonly logger: Logger;
  /** The time, ms since 1970. */
  readonly now: () => number;
  readonly publishRate?: PublishRate;
  readonly connectionRate?: ConnectionRate;
}

/** A packet's body is its payload, its topic and a few bytes more. */
const maxPacketBytes = limits.payloadBytes + 1024;

/** The embedded broker. */
export class AedesBroker implements Broker {
  readonly #aedes: Aedes;
  readonly #door: DoorKeeper;
  readonly #limits: ConnectionLimits;
  readonly #refusals: RefusalLog;
  readonly #listeners: Listeners;
  readonly #connected = new Map<DeviceId, Client>();
  readonly #detach: (() => void)[] = [];
  #tcp: TcpListener | undefined;
  #stopping = false;

  constructor(options: BrokerOptions) {
    const { logger, now } = options;
    this.#refusals = new RefusalLog(logger, now);
    this.#limits = new ConnectionLimits(options.connectionRate ?? defaultConnectionRate);
    this.#listeners = new Listeners({ refusals: this.#refusals, logger, now });
    this.#door = new DoorKeeper({
      authenticate: options.authenticate,
      limits: this.#limits,
      publishRate: options.publishRate ?? defaultPublishRate,
      refusals: this.#refusals,
      logger,
    });
    this.#aedes = new Aedes({
      // Any other number makes a flood recurse through mqemitter's queue until the stack is full (Aedes 1.2).
      concurrency: 0,
      // A client that takes nothing for so long is dropped, so that what it is owed does not pile up.
      drainTimeout: 20_000,
      // Packets a client may send before its CONNACK.
      queueLimit: 42,
      maxInflightInbound: 16,
      connectTimeout: 10_000,
      maxTopicLevels: limits.topicDepth * 2,
      ...this.#door.hooks,
    });
    this.#follow(logger);
  }

  /** Makes the broker ready to take connections and to publish. */
  async start(): Promise<void> {
    await this.#aedes.listen();
    for (const channel of agentChannels) {
      await new Promise<void>((done) =>
        this.#aedes.subscribe(
          `${topicRoot}/+/${channel}`,
          (packet, next) => {
            if (!this.#stopping) this.#listeners.deliver(channel, packet.topic, packet.payload);
            next();
          },
          done,
        ),
      );
    }
  }

  publish<Channel extends ServerChannel>(
    deviceId: DeviceId,
    channel: Channel,
    message: ChannelMessages[Channel],
  ): Promise<void> {
    return this.#send(deviceId, channel, encode(channelRules[channel].schema, message));
  }

  clear(deviceId: DeviceId, channel: ServerChannel): Promise<void> {
    return this.#send(deviceId, channel, '');
  }

  on<Channel extends AgentChannel>(channel: Channel, handler: MessageHandler<Channel>): void {
    this.#listeners.add(channel, handler);
  }

  onConnected(handler: (deviceId: DeviceId) => void): void {
    this.#listeners.connected.push(handler);
  }

  onDisconnected(handler: (deviceId: DeviceId) => void): void {
    this.#listeners.disconnected.push(handler);
  }

  onSubscribed(handler: (deviceId: DeviceId, channel: ServerChannel) => void): void {
    this.#listeners.subscribed.push(handler);
  }

  isConnected(deviceId: DeviceId): boolean {
    return this.#connected.has(deviceId);
  }

  addressOf(deviceId: DeviceId): string | undefined {
    const client = this.#connected.get(deviceId);
    return client && this.#door.addressOf(client);
  }

  clients(): number {
    return this.#connected.size;
  }

  disconnect(deviceId: DeviceId): Promise<void> {
    return new Promise((done) => {
      const client = this.#connected.get(deviceId);
      if (client) client.close(done);
      else done();
    });
  }

  attach(http: HttpServer): void {
    this.#detach.push(
      serveMqttOverWebSocket(http, '/mqtt', (connection, request) => {
        void this.#open(connection, clientAddress(request), request);
      }),
    );
  }

  async listen(at: { port: number; host: string }): Promise<number> {
    this.#tcp = await listenOnTcp(at, (socket) => void this.#open(socket, socket.remoteAddress ?? 'unknown'));
    return this.#tcp.port;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const detach of this.#detach) detach();
    await Promise.all([new Promise<void>((done) => this.#aedes.close(done)), this.#tcp?.close()]);
  }

  async #open(connection: Duplex, address: string, request?: IncomingMessage): Promise<void> {
    connection.on('error', () => {});
    if (!(await this.#limits.mayConnect(address))) {
      this.#refusals.refused(address, 'too-many-connections');
      connection.destroy();
      return;
    }
    if (connection.destroyed || this.#stopping) {
      connection.destroy();
      return;
    }
    const client = this.#aedes.handle(connection, request);
    this.#door.opened(client, address);
    limitPackets(connection, maxPacketBytes, () => this.#door.refused(client, 'packet-too-large'));
  }

  #send(deviceId: DeviceId, channel: ServerChannel, payload: string): Promise<void> {
    const { qos, retained } = channelRules[channel];
    return new Promise((done, fail) =>
      this.#aedes.publish(
        { cmd: 'publish', topic: topic(deviceId, channel), payload, qos, retain: retained, dup: false },
        (error) => (error ? fail(error) : done()),
      ),
    );
  }

  #follow(logger: Logger): void {
    // Before CONNACK is sent, so that who has been let in is already known as connected.
    this.#aedes.on('client', (client) => {
      const deviceId = this.#door.deviceOf(client);
      if (!deviceId) return;
      const older = this.#connected.get(deviceId);
      this.#connected.set(deviceId, client);
      // Aedes has closed it already, unless two connections of one device crossed.
      if (older && older !== client) older.close();
      this.#listeners.tell(this.#listeners.connected, deviceId);
    });
    this.#aedes.on('clientDisconnect', (client) => {
      this.#door.closed(client);
      const deviceId = this.#door.deviceOf(client);
      if (!deviceId || this.#connected.get(deviceId) !== client) return;
      this.#connected.delete(deviceId);
      if (!this.#stopping) this.#listeners.tell(this.#listeners.disconnected, deviceId);
    });
    this.#aedes.on('subscribe', (subscriptions, client) => {
      for (const subscription of subscriptions) {
        const at = parseTopic(subscription.topic);
        const channel = serverChannels.find((one) => one === at?.channel);
        // What was refused is in this list too, with the "QoS" 128 (MQTT 3.1.1, §3.9.3).
        if (at && channel && at.deviceId === this.#door.deviceOf(client) && Number(subscription.qos) < 128) {
          this.#listeners.tell(this.#listeners.subscribed, at.deviceId, channel);
        }
      }
    });
    for (const event of ['clientError', 'connectionError'] as const) {
      this.#aedes.on(event, (client, error) => {
        logger.debug({ deviceId: this.#door.deviceOf(client), reason: error.message }, 'connection ended');
      });
    }
    // Not in Aedes' types: what its persistence could not do.
    this.#aedes.addListener('error', (error: unknown) => logger.error({ err: error }, 'broker'));
  }
}
