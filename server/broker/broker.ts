import type { Server as HttpServer } from 'node:http';
import type { AgentChannel, DeviceId, ServerChannel } from '../../device/contract/topics.ts';
import type { ChannelMessages } from './channels.ts';

/** Tells whether a device's secret is right; implemented by the fleet. */
export type Authenticate = (deviceId: DeviceId, secret: string) => Promise<boolean>;

/** What the broker knows about a message beside its content. */
export interface MessageInfo {
  /** When the broker took it, ms since 1970. */
  readonly receivedAt: number;
}

export type MessageHandler<Channel extends AgentChannel> = (
  deviceId: DeviceId,
  message: ChannelMessages[Channel],
  info: MessageInfo,
) => void;

/** The MQTT broker, as the domains of the server see it. Handlers are set before `listen` and stay. */
export interface Broker {
  /**
   * Sends a message to a device: QoS 1, retained on `desired`. Settles when the broker has passed it on; that says
   * nothing about the device, which answers on `reply`.
   *
   * @throws ZodError when the message is not of the channel's schema.
   */
  publish<Channel extends ServerChannel>(
    deviceId: DeviceId,
    channel: Channel,
    message: ChannelMessages[Channel],
  ): Promise<void>;
  /** Forgets the retained message of a channel, such as when the device is removed. */
  clear(deviceId: DeviceId, channel: ServerChannel): Promise<void>;
  /** Hears the messages of all devices on a channel, parsed; what does not fit the schema never arrives here. */
  on<Channel extends AgentChannel>(channel: Channel, handler: MessageHandler<Channel>): void;
  /** A device's connection stands (it has authenticated); its presence message comes later and is the device's own word. */
  onConnected(handler: (deviceId: DeviceId) => void): void;
  /** A device's connection is gone and no newer one has taken its place. */
  onDisconnected(handler: (deviceId: DeviceId) => void): void;
  /** A device now listens on a channel, so what is published from here on reaches it. */
  onSubscribed(handler: (deviceId: DeviceId, channel: ServerChannel) => void): void;
  isConnected(deviceId: DeviceId): boolean;
  /** From where a device is connected, as `clientAddress` tells it; undefined: it is not. */
  addressOf(deviceId: DeviceId): string | undefined;
  /** How many devices are connected. */
  clients(): number;
  /** Ends a device's connection, such as when its secret was withdrawn; the device's will is published. */
  disconnect(deviceId: DeviceId): Promise<void>;
  /** Serves MQTT over WebSocket at `/mqtt` of this server; other upgrades are left alone. */
  attach(http: HttpServer): void;
  /** Listens for MQTT over TCP; gives the port. */
  listen(at: { port: number; host: string }): Promise<number>;
  /** Ends every connection. */
  stop(): Promise<void>;
}
