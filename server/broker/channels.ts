import type * as z from 'zod/mini';
import {
  type Command,
  commandSchema,
  type ProgramMessage,
  programMessageSchema,
  type Reply,
  replySchema,
} from '../../device/contract/command.ts';
import { type Desired, desiredSchema } from '../../device/contract/desired.ts';
import { type DeviceHealth, deviceHealthSchema } from '../../device/contract/health.ts';
import { limits } from '../../device/contract/limits.ts';
import { type OutgoingMessage, outgoingMessageSchema } from '../../device/contract/peer-message.ts';
import { type Presence, presenceSchema } from '../../device/contract/presence.ts';
import { type Reported, reportedSchema } from '../../device/contract/reported.ts';
import type { Channel } from '../../device/contract/topics.ts';
import { type TraceBatch, traceBatchSchema } from '../../device/contract/trace.ts';

/** What is said on each channel. */
export interface ChannelMessages {
  presence: Presence;
  reported: Reported;
  health: DeviceHealth;
  reply: Reply;
  trace: TraceBatch;
  peers: OutgoingMessage;
  desired: Desired;
  command: Command;
  program: ProgramMessage;
}

/** What the contract says about one channel. */
export interface ChannelRule<Message> {
  readonly schema: z.ZodMiniType<Message, Message>;
  readonly qos: 0 | 1;
  readonly retained: boolean;
  /** Largest payload, encoded. */
  readonly maxBytes: number;
}

const small = limits.payloadBytes;

/** The rules of each channel; see `device/contract/`. */
export const channelRules: { readonly [Name in Channel]: ChannelRule<ChannelMessages[Name]> } = {
  presence: { schema: presenceSchema, qos: 1, retained: true, maxBytes: small },
  reported: { schema: reportedSchema, qos: 1, retained: true, maxBytes: small },
  health: { schema: deviceHealthSchema, qos: 0, retained: false, maxBytes: limits.healthPayloadBytes },
  reply: { schema: replySchema, qos: 1, retained: false, maxBytes: small },
  trace: { schema: traceBatchSchema, qos: 0, retained: false, maxBytes: small },
  peers: { schema: outgoingMessageSchema, qos: 1, retained: false, maxBytes: limits.peerPayloadBytes },
  desired: { schema: desiredSchema, qos: 1, retained: true, maxBytes: small },
  command: { schema: commandSchema, qos: 1, retained: false, maxBytes: small },
  program: { schema: programMessageSchema, qos: 1, retained: false, maxBytes: limits.programPayloadBytes },
};
