import * as z from 'zod/mini';
import { keySchema } from './key.ts';
import { peerNameSchema as peerName, peerValueSchema as peerValue, recipientSchema } from './peer-message.ts';
import { problemSchema } from './problem.ts';
import { gpioSchema } from './wiring.ts';

/** µs since the program's start. */
const at = z.int().check(z.nonnegative());
const blockId = z.string().check(z.maxLength(64));
const partId = z.string().check(z.maxLength(32));
const valueSchema = z.union([z.boolean(), z.number(), z.string().check(z.maxLength(2000))]);

/**
 * One event of a trace. Highlighting, recorders, goals, replay and tests read the trace and nothing else, so
 * what is not in here did not happen. Events are ordered: `at` never falls within a run.
 */
export const traceEventSchema = z.discriminatedUnion('kind', [
  /** The program began. */
  z.object({ at, kind: z.literal('start') }),
  /** A stack reached a block: sent when the stack waits at it or does something visible; for each statement only while the program is paused or in slow motion. `block: null`: the stack is done. */
  z.object({ at, kind: z.literal('block'), stack: z.int(), block: z.nullable(blockId) }),
  /** A pin's level changed, by the program or from outside. */
  z.object({ at, kind: z.literal('pin'), gpio: gpioSchema, level: z.union([z.literal(0), z.literal(1)]) }),
  /** An output pulses from now on; a `duty` of 0 or 1 says that it no longer does. The level of a pin that pulses counts as 1. */
  z.object({
    at,
    kind: z.literal('pwm'),
    gpio: gpioSchema,
    hertz: z.number().check(z.positive()),
    duty: z.number().check(z.gte(0), z.lte(1)),
  }),
  /** A value of a part changed: what a sensor measures, what a display shows. At most 20 a second of each. */
  z.object({
    at,
    kind: z.literal('value'),
    part: partId,
    value: z.string().check(z.maxLength(32)),
    is: valueSchema,
  }),
  /**
   * A program told a part to do something. A stack that tells a part the same again and again, as a loop without a wait
   * does, is quoted with it 20 times a second, unless it changes something each time (`toggle`); any other command to
   * the part is told, and so is the next one after it.
   */
  z.object({
    at,
    kind: z.literal('command'),
    part: partId,
    command: z.string().check(z.maxLength(32)),
    /** Left out when there are none; long texts are cut at 64 characters. */
    args: z.optional(
      z.array(z.union([z.boolean(), z.number(), z.string().check(z.maxLength(64))])).check(z.maxLength(3)),
    ),
    stack: z.int(),
  }),
  /** A part noticed something: a button was pressed. */
  z.object({ at, kind: z.literal('event'), part: partId, event: z.string().check(z.maxLength(32)) }),
  /** A stack sent a message to the others; long names are cut at 64 characters. */
  z.object({ at, kind: z.literal('message'), name: z.string().check(z.maxLength(64)) }),
  /** The program sent a message to other Pis of the class; `value` is left out when there is none. */
  z.object({
    at,
    kind: z.literal('sent'),
    to: recipientSchema,
    name: peerName,
    value: z.optional(peerValue),
  }),
  /** A message came from another Pi; `from` is the nickname of who sits there. */
  z.object({
    at,
    kind: z.literal('received'),
    from: z.string().check(z.maxLength(24)),
    name: peerName,
    value: z.optional(peerValue),
  }),
  /** A variable of the program has another value, seen between two turns of its stacks; at most 20 a second of each, the last value always. `name` as in the source; lists and long texts as they are printed, cut at 200 characters. */
  z.object({
    at,
    kind: z.literal('variable'),
    name: z.string().check(z.maxLength(64)),
    is: z.union([z.boolean(), z.number(), z.string().check(z.maxLength(200))]),
  }),
  /**
   * The program stands still from now on, at the blocks that were told last. No time passes for it: `at` stays, but that
   * a wait which a step skips counts in full. Motors and sounds are still; pins tell so.
   */
  z.object({ at, kind: z.literal('paused') }),
  /** It goes on. */
  z.object({ at, kind: z.literal('resumed') }),
  /** Somebody pressed a key on the page. */
  z.object({ at, kind: z.literal('key'), key: keySchema }),
  /**
   * The program wrote a line to the console; long lines are cut at 1,000 characters. `number`: the line is a number
   * with a decimal point, which people see as their language writes it.
   */
  z.object({
    at,
    kind: z.literal('print'),
    text: z.string().check(z.maxLength(1000)),
    number: z.optional(z.literal(true)),
  }),
  /** The program failed; `block` is where, if known. */
  z.object({ at, kind: z.literal('error'), block: z.nullable(blockId), problem: problemSchema }),
  /**
   * Events were lost between the neighbours of this one, because more came than can be sent. `unsent`: what was lost
   * are messages to other Pis that did not go out: they were too many, or there was no connection.
   */
  z.object({
    at,
    kind: z.literal('gap'),
    dropped: z.int().check(z.positive()),
    unsent: z.optional(z.literal(true)),
  }),
  /** The program is over and every output is in its safe state. */
  z.object({
    at,
    kind: z.literal('end'),
    reason: z.enum(['finished', 'stopped', 'error', 'replaced', 'owner-lost', 'agent-stopped']),
  }),
]);
export type TraceEvent = z.infer<typeof traceEventSchema>;

/** The state that an event sets, if a later one of the same state makes it obsolete: a pin's level, a stack's block. */
export function stateKey(event: TraceEvent | UntimedTraceEvent): string | undefined {
  switch (event.kind) {
    case 'pin':
    case 'pwm':
      return `${event.kind} ${event.gpio}`;
    case 'value':
      return `value ${event.part} ${event.value}`;
    case 'block':
      return `block ${event.stack}`;
    case 'variable':
      return `variable ${event.name}`;
    default:
      return undefined;
  }
}

type WithoutTime<Event> = Event extends TraceEvent ? Omit<Event, 'at'> : never;
/** An event before it is stamped. */
export type UntimedTraceEvent = WithoutTime<TraceEvent>;

/**
 * `trace` (agent, QoS 0): what happened since the last batch, at most one batch each 50 ms. `sequence` grows by
 * one per batch of a run, from 0; a hole shows that batches were lost. A batch with `resync` repeats where things
 * stand (levels of pins, blocks of stacks) after the agent came back; what it repeats may have been seen before.
 */
export const traceBatchSchema = z.object({
  runId: z.string().check(z.maxLength(64)),
  sequence: z.int().check(z.nonnegative()),
  resync: z.optional(z.boolean()),
  events: z.array(traceEventSchema).check(z.maxLength(512)),
});
export type TraceBatch = z.infer<typeof traceBatchSchema>;
