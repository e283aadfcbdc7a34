import { limits } from '../../device/contract/limits.ts';
import {
  agentChannels,
  type DeviceId,
  parseTopic,
  serverChannels,
  topic,
  topicRoot,
} from '../../device/contract/topics.ts';
import { channelRules } from './channels.ts';

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

/** Whether a device may publish this, or leave it as its last will; undefined when it may. Runs for every message of every device. */
export function refusePublish(deviceId: DeviceId, packet: Publish): Refusal | undefined {
  const root = `${topicRoot}/${deviceId}/`;
  const name = packet.topic.startsWith(root) ? packet.topic.slice(root.length) : undefined;
  const channel = agentChannels.find((one) => one === name);
  if (!channel) return whyNotOurs(deviceId, packet.topic);
  const rule = channelRules[channel];
  if ((packet.qos ?? 0) > 1) return 'qos-not-allowed';
  if (packet.retain && !rule.retained) return 'retain-not-allowed';
  if (Buffer.byteLength(packet.payload) > rule.maxBytes) return 'payload-too-large';
  return undefined;
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
