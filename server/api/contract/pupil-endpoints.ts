import * as z from 'zod/mini';
import { wiringSchema } from '../../../device/contract/wiring.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { classViewSchema, pupilViewSchema } from '../../live/contract/live.ts';
import { endpoint } from './endpoint.ts';

const none = z.object({});
const id = z.string().check(z.minLength(1), z.maxLength(64));
/** The languages of everything that people read. */
export const languageSchema = z.enum(['de', 'en']);

/** 1 to 24 visible characters of any script, no markup, no control characters; trimmed. */
export const nicknameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(24),
    z.regex(/^[\p{L}\p{M}\p{N}\p{Emoji_Presentation} ._'-]+$/u),
  );

/** A Blockly workspace. */
export const blocksSchema = z.record(z.string(), z.unknown());

/** A piece of a lesson's step; texts are HTML made from Markdown in which HTML does not count. */
const stepPieceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), html: z.string() }),
  z.object({ kind: z.literal('blocks'), blocks: blocksSchema }),
  z.object({
    kind: z.literal('quiz'),
    quiz: z.object({
      questionHtml: z.string(),
      answers: z.array(
        z.object({ html: z.string(), right: z.boolean(), feedbackHtml: z.nullable(z.string()) }),
      ),
    }),
  }),
]);

const lessonStepSchema = z.object({
  title: z.string(),
  caption: z.array(stepPieceSchema),
  hint: z.array(stepPieceSchema),
  goals: z.array(z.object({ id: z.string(), html: z.string(), tipHtml: z.nullable(z.string()) })),
  toolbox: z.array(z.string()),
});

const lessonHead = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  level: z.int(),
  age: z.object({ from: z.int(), to: z.int() }),
  kit: z.array(z.string()),
  wiring: wiringSchema,
};

/** What a list shows of a lesson. */
export const lessonSummarySchema = z.object({ ...lessonHead, stepCount: z.int() });
export type LessonSummary = z.infer<typeof lessonSummarySchema>;

/**
 * How a goal is checked. The loader has held it against the schema of `lessons/goals/goal-schema.ts`, which would weigh
 * more in the page than the rest of this contract.
 */
const goalCheckSchema = z.looseObject({ kind: z.string() }) as unknown as z.ZodMiniType<GoalCheck, GoalCheck>;

/** A lesson as pupils see it; see `LessonView` of the lesson format. */
export const lessonViewSchema = z.object({
  ...lessonHead,
  circuit: z.record(z.string(), z.int()),
  toolbox: z.array(z.string()),
  starter: blocksSchema,
  steps: z.array(lessonStepSchema),
  goals: z.record(z.string(), goalCheckSchema),
});
export type LessonView = z.infer<typeof lessonViewSchema>;

/** What a pupil's browser gets at the door. */
const joinedSchema = z.object({
  /** Opens the live connection; several browsers of one pupil have one each. */
  token: z.string(),
  pupil: pupilViewSchema,
  seat: z.object({ id: z.string(), nickname: z.string() }),
  class: classViewSchema,
});

/** What the privacy page says of one class. */
export const classPrivacySchema = z.object({
  name: z.string(),
  /** The school that is responsible; null: the association. */
  school: z.nullable(z.string()),
  state: z.enum(['active', 'ended']),
  keepDays: z.int(),
  /** ms since 1970; null while the class is active. */
  deletesAt: z.nullable(z.int()),
  /** An active class ends by itself this many hours after its last sign of life. */
  endsAfterHours: z.int(),
});
export type ClassPrivacy = z.infer<typeof classPrivacySchema>;

/** The endpoints that a pupil's page needs, in a file of their own, because that page carries no more than it must. */
export const pupilEndpoints = {
  lessons: endpoint({
    method: 'GET',
    path: '/api/lessons/:language',
    summary: 'What there is of lessons, in one language',
    audience: 'everyone',
    params: z.object({ language: languageSchema }),
    body: none,
    result: z.object({ lessons: z.array(lessonSummarySchema) }),
  }),
  lesson: endpoint({
    method: 'GET',
    path: '/api/lessons/:language/:lessonId',
    summary: 'A lesson as pupils see it, in one language',
    audience: 'everyone',
    params: z.object({ language: languageSchema, lessonId: id }),
    body: none,
    result: lessonViewSchema,
  }),
  join: endpoint({
    method: 'POST',
    path: '/api/seats',
    summary: 'Take a seat in a class',
    audience: 'everyone',
    guessable: true,
    params: none,
    body: z.object({ code: z.string().check(z.maxLength(64)), nickname: nicknameSchema }),
    result: z.extend(joinedSchema, { resumeCode: z.string() }),
  }),
  resume: endpoint({
    method: 'POST',
    path: '/api/seats/resume',
    summary: 'Come back to a seat with the pupil’s own code, on any machine',
    audience: 'everyone',
    guessable: true,
    params: none,
    body: z.object({ code: z.string().check(z.maxLength(64)) }),
    result: joinedSchema,
  }),
  classPrivacy: endpoint({
    method: 'GET',
    path: '/api/privacy/:code',
    summary: 'What is kept of a class, and how long, by the class’s code',
    audience: 'everyone',
    guessable: true,
    params: z.object({ code: z.string().check(z.maxLength(64)) }),
    body: none,
    result: classPrivacySchema,
  }),
} as const;
