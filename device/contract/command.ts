import * as z from 'zod/mini';
import { keySchema } from './key.ts';
import { incomingMessageSchema } from './peer-message.ts';
import { problemSchema } from './problem.ts';
import { beginSchema, programControlSchema } from './program-control.ts';
import { selfTestResultSchema } from './self-test.ts';

/** What a hand or the world does to a part of a simulated board: one of the inputs of the part's definition. */
export const partInputSchema = z.object({
  part: z.string().check(z.maxLength(32)),
  input: z.string().check(z.regex(/^[a-z][a-zA-Z]{0,31}$/)),
  /** What a number input is set to, in the input's unit. */
  value: z.optional(z.number()),
});
export type PartInput = z.infer<typeof partInputSchema>;

/** What every order to a device carries. Times are the server's clock, ms since 1970; the agent measures its own clock's offset. */
export const envelope = {
  /** Idempotent: an id seen before is answered again, not done again. */
  id: z.string().check(z.minLength(8), z.maxLength(64)),
  sentAt: z.int(),
  /** Not begun after this moment; answered with `timed-out`. */
  expiresAt: z.int(),
};

/** `command` (server, QoS 1). */
export const commandSchema = z.object({
  ...envelope,
  action: z.discriminatedUnion('type', [
    /** Blink for some seconds, so that people find this Pi. Refused while a program runs on its parts. */
    z.object({ type: z.literal('identify') }),
    /** Work an input of a simulated board from afar; a real board refuses it. */
    z.extend(partInputSchema, { type: z.literal('input') }),
    /** Press a key for the program that runs; without one nothing happens. */
    z.object({ type: z.literal('key'), key: keySchema }),
    /** Hand a message of another Pi to the program that runs; without one nothing happens. Not answered: nobody waits. */
    z.extend(incomingMessageSchema, { type: z.literal('peer-message') }),
    /**
     * Look at the machine and say what was found. Refused while a program runs. Nothing is changed but with `wipe`, which
     * removes the schools' Wi-Fi networks and what classes have left.
     */
    z.object({ type: z.literal('self-test'), wipe: z.boolean() }),
  ]),
});
export type Command = z.infer<typeof commandSchema>;

/** `program` (server, QoS 1): the lane of its own on which stop overtakes a run that is still being prepared. */
export const programMessageSchema = z.object({
  ...envelope,
  action: z.discriminatedUnion('type', [
    /** Run this JavaScript (the program API of `device/program/`); a running program is replaced. */
    z.object({
      type: z.literal('run'),
      runId: z.string().check(z.minLength(8), z.maxLength(64)),
      source: z.string(),
      /** Left out: at full speed, at once. */
      begin: z.optional(beginSchema),
    }),
    /** Stop what runs, or only the run that is named. */
    z.object({ type: z.literal('stop'), runId: z.optional(z.string().check(z.maxLength(64))) }),
    /** Pause what runs, let it go on, step it, slow it down. */
    z.object({ type: z.literal('control'), control: programControlSchema }),
  ]),
});
export type ProgramMessage = z.infer<typeof programMessageSchema>;

/** `reply` (agent, QoS 1): the state of one command or program message. */
export const replySchema = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(64)),
  state: z.enum(['in-progress', 'succeeded', 'failed', 'rejected', 'timed-out']),
  problem: z.optional(problemSchema),
  /** What a command that asks something found out. */
  result: z.optional(selfTestResultSchema),
});
export type Reply = z.infer<typeof replySchema>;
