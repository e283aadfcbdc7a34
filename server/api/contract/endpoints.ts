import * as z from 'zod/mini';
import { deviceIdSchema } from '../../../device/contract/topics.ts';
import { wiringSchema } from '../../../device/contract/wiring.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { classViewSchema, deviceViewSchema, pupilViewSchema } from '../../live/contract/live.ts';
import { endpoint } from './endpoint.ts';

const none = z.object({});
const id = z.string().check(z.minLength(1), z.maxLength(64));
const languageSchema = z.enum(['de', 'en']);

/** 1 to 24 visible characters of any script, no markup, no control characters; trimmed. */
export const nicknameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(24),
    z.regex(/^[\p{L}\p{M}\p{N}\p{Emoji_Presentation} ._'-]+$/u),
  );

export const roleSchema = z.enum(['staff', 'teacher']);
export const schoolViewSchema = z.object({ id: z.string(), name: z.string(), city: z.string() });
export const personViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  school: z.nullable(schoolViewSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;
export type SchoolView = z.infer<typeof schoolViewSchema>;

/** A Blockly workspace. */
const blocksSchema = z.record(z.string(), z.unknown());

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

/** What teachers see of a lesson beyond the pupils' view; see `LessonNotes` of the lesson format. */
export const lessonNotesSchema = z.object({
  sections: z.record(z.string(), z.string()),
  competences: z.array(z.object({ id: z.string(), name: z.string(), area: z.string() })),
  solution: blocksSchema,
});
export type LessonNotes = z.infer<typeof lessonNotesSchema>;

/** What a Pi needs to join; shown once. The file of `npm run agent -- --config FILE`. */
export const agentConfigSchema = z.object({
  /** `ws://` or `wss://` address of the broker (`/mqtt` on the web port), or `mqtt://`. */
  server: z.url(),
  deviceId: deviceIdSchema,
  secret: z.string().check(z.minLength(20), z.maxLength(128)),
});
export type AgentConfigView = z.infer<typeof agentConfigSchema>;

export const fleetDeviceSchema = z.extend(deviceViewSchema, {
  school: z.nullable(schoolViewSchema),
  agentVersion: z.nullable(z.string()),
  lastSeenAt: z.nullable(z.int()),
});
export type FleetDevice = z.infer<typeof fleetDeviceSchema>;

/** What a pupil's browser gets at the door. */
const joinedSchema = z.object({
  /** Opens the live connection; several browsers of one pupil have one each. */
  token: z.string(),
  pupil: pupilViewSchema,
  seat: z.object({ id: z.string(), nickname: z.string() }),
  class: classViewSchema,
});

/** Every endpoint of the HTTP API by name; the sign-in routes under `/api/auth/` are better-auth's own. */
export const endpoints = {
  serverInfo: endpoint({
    method: 'GET',
    path: '/api/server',
    summary: 'Version of the server and the address that pupils open',
    audience: 'everyone',
    params: none,
    body: none,
    result: z.object({ version: z.string(), joinUrl: z.string() }),
  }),
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
  lessonNotes: endpoint({
    method: 'GET',
    path: '/api/lessons/:language/:lessonId/notes',
    summary: 'A lesson’s notes for teachers, with a solution',
    audience: 'teacher',
    params: z.object({ language: languageSchema, lessonId: id }),
    body: none,
    result: lessonNotesSchema,
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
  renamePupil: endpoint({
    method: 'PUT',
    path: '/api/pupils/:pupilId',
    summary: 'Give a pupil another nickname',
    audience: 'teacher',
    params: z.object({ pupilId: id }),
    body: z.object({ nickname: nicknameSchema }),
    result: z.object({ nickname: z.string() }),
  }),
  removePupil: endpoint({
    method: 'DELETE',
    path: '/api/pupils/:pupilId',
    summary: 'Remove a pupil from the class; the work goes too when nobody else sits at the seat',
    audience: 'teacher',
    params: z.object({ pupilId: id }),
    body: none,
    result: none,
  }),
  renewResumeCode: endpoint({
    method: 'POST',
    path: '/api/pupils/:pupilId/resume-code',
    summary: 'Give a pupil a new code to come back with; the old one no longer works',
    audience: 'teacher',
    params: z.object({ pupilId: id }),
    body: none,
    result: z.object({ resumeCode: z.string() }),
  }),
  classSettings: endpoint({
    method: 'PUT',
    path: '/api/classes/:classId/settings',
    summary: 'Say whether pupils may take every block',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: z.object({ allBlocks: z.boolean() }),
    result: classViewSchema,
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/me',
    summary: 'The signed-in adult',
    audience: 'teacher',
    params: none,
    body: none,
    result: personViewSchema,
  }),
  invitation: endpoint({
    method: 'GET',
    path: '/api/invitations/:token',
    summary: 'What a one-time link is for',
    audience: 'everyone',
    guessable: true,
    params: z.object({ token: id }),
    body: none,
    result: z.object({ role: roleSchema, school: z.nullable(schoolViewSchema) }),
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/:token/accept',
    summary: 'Make an account with a one-time link',
    audience: 'everyone',
    guessable: true,
    params: z.object({ token: id }),
    body: z.object({
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
      email: z.email().check(z.maxLength(200)),
      password: z.string().check(z.minLength(10), z.maxLength(128)),
    }),
    result: z.object({ email: z.string() }),
  }),
  classes: endpoint({
    method: 'GET',
    path: '/api/classes',
    summary: 'My active classes, newest first',
    audience: 'teacher',
    params: none,
    body: none,
    result: z.object({ classes: z.array(classViewSchema) }),
  }),
  startClass: endpoint({
    method: 'POST',
    path: '/api/classes',
    summary: 'Start a lesson with a new class',
    audience: 'teacher',
    params: none,
    body: z.object({ lessonId: id, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) }),
    result: classViewSchema,
  }),
  endClass: endpoint({
    method: 'POST',
    path: '/api/classes/:classId/end',
    summary: 'End a class: programs stop, seats close; pupils’ data is deleted after 7 days',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: none,
    result: classViewSchema,
  }),
  assignDevice: endpoint({
    method: 'PUT',
    path: '/api/seats/:seatId/device',
    summary: 'Give a seat a Pi, or none',
    audience: 'teacher',
    params: z.object({ seatId: id }),
    body: z.object({ deviceId: z.nullable(deviceIdSchema) }),
    result: none,
  }),
  identifyDevice: endpoint({
    method: 'POST',
    path: '/api/devices/:deviceId/identify',
    summary: 'Let a Pi blink',
    audience: 'teacher',
    params: z.object({ deviceId: deviceIdSchema }),
    body: none,
    result: none,
  }),
  devices: endpoint({
    method: 'GET',
    path: '/api/devices',
    summary: 'The whole fleet',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ devices: z.array(fleetDeviceSchema) }),
  }),
  addDevice: endpoint({
    method: 'POST',
    path: '/api/devices',
    summary: 'Add a Pi to the fleet',
    audience: 'staff',
    params: none,
    body: z.object({
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
      schoolId: z.nullable(id),
    }),
    result: z.object({ deviceId: deviceIdSchema, config: agentConfigSchema }),
  }),
  schools: endpoint({
    method: 'GET',
    path: '/api/schools',
    summary: 'Every school',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ schools: z.array(schoolViewSchema) }),
  }),
  addSchool: endpoint({
    method: 'POST',
    path: '/api/schools',
    summary: 'Add a school',
    audience: 'staff',
    params: none,
    body: z.object({
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
      city: z.string().check(z.trim(), z.maxLength(80)),
    }),
    result: schoolViewSchema,
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/invitations',
    summary: 'Make a one-time link for a new adult',
    audience: 'staff',
    params: none,
    body: z.object({ role: roleSchema, schoolId: z.nullable(id) }),
    result: z.object({ url: z.string(), expiresAt: z.int() }),
  }),
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
