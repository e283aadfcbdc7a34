import { commandSchema, programMessageSchema, replySchema } from '../../device/contract/command.ts';
import { desiredSchema } from '../../device/contract/desired.ts';
import { limits } from '../../device/contract/limits.ts';
import { presenceSchema } from '../../device/contract/presence.ts';
import { reportedSchema } from '../../device/contract/reported.ts';
import type { Channel } from '../../device/contract/topics.ts';
import { traceBatchSchema } from '../../device/contract/trace.ts';

/** The schema of each channel's messages. */
export const channelSchemas = {
  presence: presenceSchema,
  reported: reportedSchema,
  reply: replySchema,
  trace: traceBatchSchema,
  desired: desiredSchema,
  command: commandSchema,
  program: programMessageSchema,
} as const;
export type ChannelSchemas = typeof channelSchemas;

/** What the contract says about each channel beside the schema. */
export const channelRules: Readonly<Record<Channel, { qos: 0 | 1; retained: boolean; maxBytes: number }>> = {
  presence: { qos: 1, retained: true, maxBytes: limits.payloadBytes },
  reported: { qos: 1, retained: true, maxBytes: limits.payloadBytes },
  reply: { qos: 1, retained: false, maxBytes: limits.payloadBytes },
  trace: { qos: 0, retained: false, maxBytes: limits.payloadBytes },
  desired: { qos: 1, retained: true, maxBytes: limits.payloadBytes },
  command: { qos: 1, retained: false, maxBytes: limits.payloadBytes },
  program: { qos: 1, retained: false, maxBytes: limits.programPayloadBytes },
};
