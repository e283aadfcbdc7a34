import type { MqttClient } from 'mqtt';
import { encode } from '../contract/codec.ts';
import { presenceSchema } from '../contract/presence.ts';
import {
  type AgentChannel,
  parseTopic,
  type ServerChannel,
  serverChannels,
  topic,
} from '../contract/topics.ts';
import type { Clock } from '../program/clock.ts';
import type { AgentConfig } from './config.ts';
import type { Log } from './log.ts';
import { openMqttClient, type ProxyEnvironment } from './mqtt-client.ts';
import type { ReconnectSchedule } from './reconnect-schedule.ts';

export interface ConnectionOptions {
  readonly config: AgentConfig;
  readonly clock: Clock;
  readonly schedule: ReconnectSchedule;
  /** Draws the nonce of a connection: at least 8 random characters. */
  readonly drawNonce: () => string;
  readonly environment: ProxyEnvironment;
  readonly log: Log;
  readonly onOnline: () => void;
  readonly onOffline: () => void;
  readonly onMessage: (channel: ServerChannel, payload: Uint8Array) => void;
}

/** The agent's line to the broker: comes back by itself, always, until it is stopped. */
export interface Connection {
  readonly online: boolean;
  start(): void;
  /**
   * Sends on a channel with its agreed QoS and retain flag; dropped while offline, because all that matters is
   * said again after each connect. `written` tells that the socket has taken it.
   */
  publish(channel: AgentChannel, payload: string, written?: () => void): void;
  /** Says offline, closes, and does not come back. */
  stop(): Promise<void>;
}

const delivery = {
  presence: { qos: 1, retain: true },
  reported: { qos: 1, retain: true },
  health: { qos: 0, retain: false },
  reply: { qos: 1, retain: false },
  trace: { qos: 0, retain: false },
  peers: { qos: 1, retain: false },
} as const satisfies Record<AgentChannel, { qos: 0 | 1; retain: boolean }>;

/** A connection that lasts this long is stable, and the next loss begins with short delays again; in ms. */
const stableMs = 30_000;
/** Patience for the offline message when stopping, in ms. */
const farewellMs = 2_000;
/** CONNACK return codes of MQTT 3.1.1: bad user name or password, not authorized. */
const refusedCodes = [4, 5];

export function createConnection(options: ConnectionOptions): Connection {
  const { config, clock, schedule, log } = options;
  let client: MqttClient | undefined;
  let nonce = '';
  let online = false;
  let stopped = false;
  let refusalLogged = false;
  let cancelTimer: (() => void) | undefined;

  const wait = (ms: number, then: () => void) => {
    cancelTimer?.();
    cancelTimer = clock.after(ms * 1000, then);
  };

  const attempt = () => {
    nonce = options.drawNonce();
    let refused = false;
    let lost = false;
    const mine = openMqttClient(config, nonce, options.environment);
    client = mine;
    const lose = (reason: string) => {
      if (lost) return;
      lost = true;
      mine.end(true);
      // The client's late errors are of no interest any more, but must not be uncaught.
      mine.removeAllListeners().on('error', () => {});
      if (stopped) return;
      if (online) {
        online = false;
        options.onOffline();
      }
      const delayMs = refused ? schedule.nextSlow() : schedule.next();
      if (!refused) log.info({ reason, delayMs }, 'not connected; will try again');
      wait(delayMs, attempt);
    };
    mine.on('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      refused = refusedCodes.some((known) => known === code);
      if (refused) refuse();
      lose(error.message);
    });
    mine.on('close', () => lose('the connection closed'));
    mine.on('message', (name, payload) => {
      const channel = serverChannels.find((one) => one === parseTopic(name)?.channel);
      if (channel && !stopped) options.onMessage(channel, payload);
    });
    mine.once('connect', () => {
      const topics = serverChannels.map((channel) => topic(config.deviceId, channel));
      mine.subscribe(topics, { qos: 1 }, (error, granted) => {
        if (lost || stopped) return;
        if (error || granted?.some((one) => one.qos === 128)) lose('the broker refused the subscriptions');
        else welcome();
      });
    });
  };

  const refuse = () => {
    if (refusalLogged) return;
    refusalLogged = true;
    log.error(
      { server: config.server, deviceId: config.deviceId },
      'the server refuses this device: id or secret is wrong, or the device was removed; please get a new config file. Trying again now and then',
    );
  };

  const welcome = () => {
    online = true;
    refusalLogged = false;
    log.info({ server: config.server, deviceId: config.deviceId }, 'online');
    wait(stableMs, () => schedule.reset());
    // After the subscriptions: who sees us online may send at once.
    publish('presence', encode(presenceSchema, { state: 'online', nonce }));
    options.onOnline();
  };

  const publish: Connection['publish'] = (channel, payload, written) => {
    if (online && client)
      client.publish(topic(config.deviceId, channel), payload, delivery[channel], () => written?.());
  };

  return {
    get online() {
      return online;
    },
    start: attempt,
    publish,
    async stop() {
      stopped = true;
      cancelTimer?.();
      const leaving = client;
      if (!leaving) return;
      if (!online) {
        leaving.end(true);
        return;
      }
      // A clean DISCONNECT takes the last will with it, so offline is said first.
      await new Promise<void>((done) => {
        const giveUp = clock.after(farewellMs * 1000, done);
        publish('presence', encode(presenceSchema, { state: 'offline', nonce }), () => {
          giveUp();
          done();
        });
      });
      online = false;
      options.onOffline();
      await new Promise<void>((done) => {
        const giveUp = clock.after(farewellMs * 1000, done);
        leaving.end(false, {}, () => {
          giveUp();
          done();
        });
      });
    },
  };
}
