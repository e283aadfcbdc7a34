import type { Logger } from 'pino';
import { decode } from '../../device/contract/codec.ts';
import { ProblemError } from '../../device/contract/problem.ts';
import {
  type AgentChannel,
  type DeviceId,
  type ServerChannel,
  topicRoot,
} from '../../device/contract/topics.ts';
import type { MessageHandler } from './broker.ts';
import { channelRules } from './channels.ts';
import type { RefusalLog } from './refusal-log.ts';

type Handlers = { [Channel in AgentChannel]: MessageHandler<Channel>[] };

/** Who in the server listens to the devices, and the border at which their messages are parsed. */
export class Listeners {
  readonly #refusals: RefusalLog;
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #handlers: Handlers = { presence: [], reported: [], health: [], reply: [], trace: [], peers: [] };
  readonly connected: ((deviceId: DeviceId) => void)[] = [];
  readonly disconnected: ((deviceId: DeviceId) => void)[] = [];
  readonly subscribed: ((deviceId: DeviceId, channel: ServerChannel) => void)[] = [];

  constructor(parts: { refusals: RefusalLog; logger: Logger; now: () => number }) {
    this.#refusals = parts.refusals;
    this.#logger = parts.logger;
    this.#now = parts.now;
  }

  add<Channel extends AgentChannel>(channel: Channel, handler: MessageHandler<Channel>): void {
    const handlers: MessageHandler<Channel>[] = this.#handlers[channel];
    handlers.push(handler);
  }

  /** Hands a message to its handlers, or notes once that a device sends what can't be read. */
  deliver<Channel extends AgentChannel>(channel: Channel, topic: string, payload: string | Buffer): void {
    const handlers: readonly MessageHandler<Channel>[] = this.#handlers[channel];
    if (handlers.length === 0) return;
    // What arrives here has passed `refusePublish`: `steckbrett/v1/{id}/{channel}`.
    const deviceId = topic.slice(topicRoot.length + 1, -channel.length - 1);
    try {
      const { schema, maxBytes } = channelRules[channel];
      const message = decode(schema, payload, maxBytes);
      for (const handler of handlers) handler(deviceId, message, { receivedAt: this.#now() });
    } catch (error) {
      if (error instanceof ProblemError) {
        const { code, detail } = error.problem;
        this.#refusals.refused(deviceId, `${channel}: ${code}`, { detail: detail?.slice(0, 300) });
      } else {
        this.#logger.error({ err: error, deviceId, channel }, 'handling a device’s message failed');
      }
    }
  }

  /** Calls each handler; one that fails does not keep the others, or the broker, from going on. */
  tell<Args extends readonly unknown[]>(handlers: readonly ((...args: Args) => void)[], ...args: Args): void {
    for (const handler of handlers) {
      try {
        handler(...args);
      } catch (error) {
        this.#logger.error({ err: error }, 'handling a device’s connection failed');
      }
    }
  }
}
