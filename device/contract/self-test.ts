import * as z from 'zod/mini';

/** What a Pi looks at in itself when it comes back from a school. */
export const selfTestChecks = [
  'gpio',
  'memory',
  'card-speed',
  'card-errors',
  'temperature',
  'wifi-wiped',
  'data-wiped',
] as const;

export const selfTestCheckSchema = z.object({
  name: z.enum(selfTestChecks),
  /** `not-here`: this machine cannot know, such as a simulated one. */
  result: z.enum(['ok', 'failed', 'not-here']),
  /** A figure with its unit, such as `21.4 MB/s`; empty: there is nothing to say. */
  value: z.string().check(z.maxLength(60)),
});
export type SelfTestCheck = z.infer<typeof selfTestCheckSchema>;

/** What came out: each check once. */
export const selfTestResultSchema = z.object({ checks: z.array(selfTestCheckSchema).check(z.maxLength(20)) });
export type SelfTestResult = z.infer<typeof selfTestResultSchema>;
