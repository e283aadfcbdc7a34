import { z } from 'zod';
import { partInputSchema } from '../../device/contract/command.ts';
import { keySchema } from '../../device/contract/key.ts';
import type { NotYet } from '../goals/goal-verdict.ts';

const at = z.number().nonnegative().max(120).describe('Seconds after the start');

/** What hands, keys and other Pis do while a program is checked. Each goal has to be reached by this. */
const playSchema = z.strictObject({
  seconds: z.number().positive().max(120).describe('How long to watch'),
  /** A number input at 0 is so before the program begins. */
  hands: z.array(z.strictObject({ at, ...partInputSchema.shape })).default([]),
  keys: z.array(z.strictObject({ at, key: keySchema })).default([]),
  /** What comes from other Pis. */
  messages: z
    .array(
      z.strictObject({
        at,
        from: z.string().min(1).max(24),
        name: z.string().min(1).max(64),
        value: z.union([z.number(), z.string().max(64)]).optional(),
      }),
    )
    .default([]),
});

const notYet = [
  'too-short',
  'never',
  'too-few',
  'never-off',
  'too-quick',
  'too-slow',
  'wrong-order',
  'wrong-value',
  'no-reaction',
  'already',
  'forbidden',
  'input-missing',
  'block-missing',
  'too-many-blocks',
  'program-failed',
] as const satisfies readonly NotYet[];

const wrongSchema = z.strictObject({
  name: z.string().min(1).max(80).describe('What is wrong with it, in English'),
  /** In the notation of docs/lesson-format.md. */
  blocks: z.string().min(1),
  /** Goals that it must not reach, and why each is not reached. Goals that are not named may be reached or not. */
  fails: z
    .record(z.string(), z.enum(notYet))
    .refine((fails) => Object.keys(fails).length > 0, 'at least one goal'),
});

/** `check.yml`: how a lesson is proven. */
export const lessonCheckSchema = z.strictObject({
  play: playSchema,
  /** Programs that look right at first sight, and must not reach a goal. */
  wrong: z.array(wrongSchema).max(20),
});
export type LessonCheck = z.infer<typeof lessonCheckSchema>;
