import * as z from 'zod/mini';

/** Longest time that slow motion waits at each block, in ms. */
export const slowestPaceMs = 2000;

/** Time that a program waits at each block, in ms; 0: none, it runs as fast as it can. */
export const paceSchema = z.int().check(z.gte(0), z.lte(slowestPaceMs));

/** How a program begins: with slow motion, and paused before its first block. */
export const beginSchema = z.object({
  pace: z.optional(paceSchema),
  paused: z.optional(z.boolean()),
});
export type Begin = z.infer<typeof beginSchema>;

/** What can be done to a program that runs, as with a debugger. Without one, nothing happens. */
export const programControlSchema = z.discriminatedUnion('type', [
  /** All stacks stand still at their next block; waits keep the time that they have left; motors and sounds fall silent. */
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  /** A paused program goes on by one block: the stack whose turn it is. Nothing happens to one that is not paused. */
  z.object({ type: z.literal('step') }),
  /** Slow motion from now on. */
  z.object({ type: z.literal('pace'), pace: paceSchema }),
]);
export type ProgramControl = z.infer<typeof programControlSchema>;
