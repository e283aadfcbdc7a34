import { z } from 'zod';

/** One figure of a benchmark beside its baseline, which was measured in the same run and interleaved with it. */
export const measurementSchema = z.object({
  /** Stable, kebab-case: `program-loops`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  value: z.number(),
  unit: z.string(),
  /** What it is compared with, in words. */
  baseline: z.string(),
  baselineValue: z.number(),
  /** `value / baselineValue`. */
  ratio: z.number(),
  /** In words: ">= 10", "<= 90 MB". */
  target: z.string(),
  met: z.boolean(),
  /** How many single measurements `value` is made of. */
  samples: z.number().int().positive(),
});
export type Measurement = z.infer<typeof measurementSchema>;
