import { limits } from '../../device/contract/limits.ts';
import {
  agentChannels,
  type DeviceId,
  parseTopic,
  serverChannels,
  topic,
} from '../../device/contract/topics.ts';
import { type ChannelRule, channelRules } from './channels.ts';

/** Why something was refused, for the log: stable and few, since each is logged once per client. */
export type Refusal =
  | 'client-id-invalid'
  | 'user-name-is-not-the-client-id'
  | 'secret-missing'
  | 'secret-wrong'
  | 'too-many-connections'
  | 'too-many-wrong-secrets'
  | 'will-not-allowed'
  | 'publish-outside-own-root'
  | 'publish-on-server-channel'
  | 'topic-too-deep'
  | 'payload-too-large'
  | 'packet-too-large'
  | 'retain-not-allowed'
  | 'qos-not-allowed'
  | 'subscribe-not-allowed'
  | 'flood';

interface Publish {
  readonly topic: string;
  readonly payload: string | Buffer;
  readonly qos?: number;
  readonly retain?: boolean;
}

/** What a device may publish: the rule of each topic of its own. Made once for a connection, asked for each message. */
export type PublishRights = ReadonlyMap<string, Pick<ChannelRule<unknown>, 'retained' | 'maxBytes'>>;

/** The topics on which a device may publish. */
export function publishRights(deviceId: DeviceId): PublishRights {
  return new Map(agentChannels.map((channel) => [topic(deviceId, channel), channelRules[channel]]));
}

/**
 * Whether a device may publish this, or leave it as its last will; undefined when it may. Runs for every message of
 * every device.
 *
 * @param rights those of `deviceId`.
 */
export function refusePublish(
  deviceId: DeviceId,
  packet: Publish,
  rights: PublishRights = publishRights(deviceId),
): Refusal | undefined {
  const rule = rights.get(packet.topic);
  if (!rule) return whyNotOurs(deviceId, packet.topic);
  if ((packet.qos ?? 0) > 1) return 'qos-not-allowed';
  if (packet.retain && !rule.retained) return 'retain-not-allowed';
  if (payloadBytes(packet.payload) > rule.maxBytes) return 'payload-too-large';
  return undefined;
}

/** Bytes of a payload. */
export function payloadBytes(payload: string | Buffer): number {
  return typeof payload === 'string' ? Buffer.byteLength(payload) : payload.length;
}

function whyNotOurs(deviceId: DeviceId, text: string): Refusal {
  if (text.split('/', limits.topicDepth + 1).length > limits.topicDepth) return 'topic-too-deep';
  return parseTopic(text)?.deviceId === deviceId ? 'publish-on-server-channel' : 'publish-outside-own-root';
}

/** Whether a device may listen on a topic filter: on the server's channels of its own root, by their full names. */
export function refuseSubscribe(deviceId: DeviceId, filter: string): Refusal | undefined {
  return serverChannels.some((channel) => filter === topic(deviceId, channel))
    ? undefined
    : 'subscribe-not-allowed';
}

/** Whether a device may connect with this last will: only offline presence makes sense, so only that channel is open. */
export function refuseWill(deviceId: DeviceId, will: Publish): Refusal | undefined {
  if (will.topic !== topic(deviceId, 'presence')) return 'will-not-allowed';
  return refusePublish(deviceId, will);
}
