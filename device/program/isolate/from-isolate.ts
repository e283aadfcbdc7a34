import * as z from 'zod/mini';
import { outgoingMessageSchema } from '../../contract/peer-message.ts';
import type { Failure } from '../vm/failure.ts';

const blockId = z.nullable(z.string().check(z.maxLength(64)));

const failureSchema: z.ZodMiniType<Failure> = z.object({
  kind: z.enum([
    'thrown',
    'command-refused',
    'read-refused',
    'hat-misplaced',
    'stacks-too-many',
    'syntax',
    'overdue',
    'flood',
    'engine',
  ]),
  name: z.string().check(z.maxLength(1000)),
  message: z.string().check(z.maxLength(1000)),
  block: blockId,
});

/**
 * What an isolate says to its owner. Schema-checked there: whatever a hostile program may make of its isolate,
 * this is all it can say.
 */
export const fromIsolateSchema = z.discriminatedUnion('type', [
  /** Warm: `run` will begin at once. */
  z.object({ type: z.literal('ready') }),
  /** The source was read and its stacks are registered. */
  z.object({ type: z.literal('begun') }),
  z.object({
    type: z.literal('command'),
    part: z.string().check(z.maxLength(32)),
    command: z.string().check(z.maxLength(32)),
    args: z.array(z.unknown()).check(z.maxLength(3)),
    stack: z.int().check(z.nonnegative()),
  }),
  z.object({ type: z.literal('block'), stack: z.int().check(z.nonnegative()), block: blockId }),
  z.object({ type: z.literal('print'), text: z.string().check(z.maxLength(1000)), number: z.boolean() }),
  z.object({ type: z.literal('message'), name: z.string().check(z.maxLength(64)) }),
  /** A message to other Pis. */
  z.object({ type: z.literal('tell'), message: outgoingMessageSchema }),
  /** So many messages to other Pis were too many. */
  z.object({ type: z.literal('unsent'), messages: z.int().check(z.positive()) }),
  /** Blocks, prints, messages, or what was for hats, were dropped. */
  z.object({ type: z.literal('gap'), dropped: z.int().check(z.positive()) }),
  /** A variable has another value; at most 20 a second of each. */
  z.object({
    type: z.literal('variable'),
    name: z.string().check(z.maxLength(64)),
    is: z.union([z.boolean(), z.number(), z.string().check(z.maxLength(200))]),
  }),
  /** All stacks stand still at a statement; what they did before was told before. */
  z.object({ type: z.literal('paused') }),
  /** They go on. */
  z.object({ type: z.literal('resumed') }),
  /** The paused program was spared a wait of so many µs: nobody else had anything to do meanwhile. */
  z.object({ type: z.literal('skipped'), time: z.number().check(z.nonnegative()) }),
  z.object({ type: z.literal('finished') }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
  z.object({ type: z.literal('pong') }),
]);
export type FromIsolate = z.infer<typeof fromIsolateSchema>;
