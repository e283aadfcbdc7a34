import * as z from 'zod/mini';

/** The MQTT topics of one device, `steckbrett/v1/{deviceId}/{channel}`, and who may publish on each. */
export const topicRoot = 'steckbrett/v1';

/** A device's public id: lower-case letters, digits and hyphens, as printed on its label. */
export const deviceIdSchema = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/));
export type DeviceId = z.infer<typeof deviceIdSchema>;

/** Channels on which the agent publishes. */
export const agentChannels = ['presence', 'reported', 'health', 'reply', 'trace', 'peers'] as const;
/** Channels on which the server publishes and the agent listens. */
export const serverChannels = ['desired', 'command', 'program'] as const;

export type AgentChannel = (typeof agentChannels)[number];
export type ServerChannel = (typeof serverChannels)[number];
export type Channel = AgentChannel | ServerChannel;

/** The topic of a channel of a device. */
export function topic(deviceId: DeviceId, channel: Channel): string {
  return `${topicRoot}/${deviceId}/${channel}`;
}

/** Splits a topic into device and channel; `undefined` when it is none of ours. */
export function parseTopic(text: string): { deviceId: DeviceId; channel: Channel } | undefined {
  const parts = text.split('/');
  if (parts.length !== 4 || `${parts[0]}/${parts[1]}` !== topicRoot) return undefined;
  const deviceId = deviceIdSchema.safeParse(parts[2]);
  const channel = [...agentChannels, ...serverChannels].find((one) => one === parts[3]);
  return deviceId.success && channel ? { deviceId: deviceId.data, channel } : undefined;
}
