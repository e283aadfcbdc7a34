import * as z from 'zod/mini';
import { partInputSchema } from '../contract/command.ts';
import { gpioSchema } from '../contract/wiring.ts';

/**
 * How a board is watched from outside: an agent that was forked with an IPC channel tells its parent each level
 * change, for the demo, for tests and for benchmarks. Nothing of this goes over the network.
 */
const levelSchema = z.union([z.literal(0), z.literal(1)]);

/** What the agent tells its parent. */
export const observationSchema = z.discriminatedUnion('type', [
  /** A level changed. `at`: CLOCK_MONOTONIC in ns, comparable between the processes of one machine. */
  z.object({
    type: z.literal('pin'),
    gpio: gpioSchema,
    level: levelSchema,
    at: z.string().check(z.regex(/^\d+$/)),
  }),
  /** A wiring was applied; the levels of its pins. */
  z.object({ type: z.literal('wired'), levels: z.array(z.tuple([gpioSchema, levelSchema])) }),
  z.object({ type: z.literal('online') }),
  z.object({ type: z.literal('offline') }),
]);
export type Observation = z.infer<typeof observationSchema>;

/** What the parent asks of the agent: work an input of its simulated board. */
export const stimulusSchema = z.extend(partInputSchema, { type: z.literal('input') });
export type Stimulus = z.infer<typeof stimulusSchema>;
