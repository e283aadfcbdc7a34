import * as z from 'zod/mini';
import { problemSchema } from './problem.ts';

/** What runs on the Pi now. */
export const programStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({
    state: z.literal('running'),
    runId: z.string().check(z.maxLength(64)),
    /** It stands still between two blocks until it is told to go on. */
    paused: z.optional(z.boolean()),
  }),
]);
export type ProgramState = z.infer<typeof programStateSchema>;

/** `reported` (agent, retained, QoS 1): the state of the Pi as the agent sees it. */
export const reportedSchema = z.object({
  /** Grows with every report of one agent process; a report with a lower version of the same `boot` is stale. */
  version: z.int().check(z.nonnegative()),
  /** Drawn when the agent process starts. */
  boot: z.string().check(z.minLength(8), z.maxLength(64)),
  agent: z.object({ version: z.string().check(z.maxLength(64)), node: z.string().check(z.maxLength(32)) }),
  board: z.object({
    /** `simulated`, or `johnny-five` over an IO plugin named by `io`. */
    kind: z.enum(['simulated', 'johnny-five']),
    io: z.enum(['none', 'simulated', 'character-device', 'raspi-io']),
    /** As the device tree says, such as "Raspberry Pi 4 Model B Rev 1.4". */
    model: z.string().check(z.maxLength(128)),
    /** What people should know before they wire something, such as that the model is unknown. */
    warning: z.optional(problemSchema),
  }),
  /** Version of the desired state that the agent has applied; 0 when none has arrived. */
  desiredVersion: z.int().check(z.nonnegative()),
  /** Why the desired state could not be applied, if so. */
  desiredProblem: z.nullable(problemSchema),
  program: programStateSchema,
});

export type Reported = z.infer<typeof reportedSchema>;
