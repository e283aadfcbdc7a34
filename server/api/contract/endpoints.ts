import * as z from 'zod/mini';
import { deviceIdSchema } from '../../../device/contract/topics.ts';
import {
  classViewSchema,
  deviceViewSchema,
  handInViewSchema,
  keepDaysSchema,
} from '../../live/contract/live.ts';
import { accountEndpoints, accountFiles } from './account-endpoints.ts';
import { endpoint } from './endpoint.ts';
import { lendingEndpoints, fileEndpoints as lendingFiles } from './lending-endpoints.ts';
import { blocksSchema, languageSchema, nicknameSchema, pupilEndpoints } from './pupil-endpoints.ts';

export type { UploadEndpoints } from './lending-endpoints.ts';
export { uploadEndpoints } from './lending-endpoints.ts';
export * from './pupil-endpoints.ts';

/** Everything that is answered with a file. */
export const fileEndpoints = { ...lendingFiles, ...accountFiles } as const;
export type FileEndpoints = typeof fileEndpoints;

const none = z.object({});
const id = z.string().check(z.minLength(1), z.maxLength(64));

export const roleSchema = z.enum(['staff', 'teacher']);
/** What a member of staff may do: everything, all but deciding who may, or only look; see docs/security.md. */
export const dutySchema = z.enum(['admin', 'logistics', 'read-only']);
export type Duty = z.infer<typeof dutySchema>;
export const schoolViewSchema = z.object({ id: z.string(), name: z.string(), city: z.string() });
export const personViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Of staff; null: a teacher. */
  duty: z.nullable(dutySchema),
  school: z.nullable(schoolViewSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;
export type SchoolView = z.infer<typeof schoolViewSchema>;

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

/** An ended class of which names and work are still kept, or an active one. */
export const classRecordSchema = z.object({
  class: classViewSchema,
  endedAt: z.nullable(z.int()),
  seats: z.array(
    z.object({
      id: z.string(),
      /** Those who sit there. */
      nicknames: z.array(z.string()),
      lessonId: z.string(),
      /** Goals reached, by lesson id. */
      goals: z.record(z.string(), z.array(z.string())),
      savedAt: z.nullable(z.int()),
      /** The work as it was saved last; null: nothing was. */
      blocks: z.nullable(blocksSchema),
      handIn: handInViewSchema,
      /** What was handed in, when; null: nothing was. */
      handedIn: z.nullable(z.object({ blocks: blocksSchema, at: z.int() })),
    }),
  ),
});
export type ClassRecord = z.infer<typeof classRecordSchema>;

/** What stays of a class that was deleted: counts. */
export const classCountSchema = z.object({
  lessonId: z.string(),
  /** The day it was started, `2026-10-12`. */
  day: z.string(),
  school: z.nullable(schoolViewSchema),
  pupils: z.int(),
  /** Goals that were reached, counted once for each seat. */
  goals: z.int(),
});
export type ClassCount = z.infer<typeof classCountSchema>;

/** Every endpoint of the HTTP API by name; the sign-in routes under `/api/auth/` are better-auth's own. */
export const endpoints = {
  ...pupilEndpoints,
  ...accountEndpoints,
  ...lendingEndpoints,
  serverInfo: endpoint({
    method: 'GET',
    path: '/api/server',
    summary: 'Version of the server and the address that pupils open',
    audience: 'everyone',
    params: none,
    body: none,
    result: z.object({ version: z.string(), joinUrl: z.string() }),
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
    summary: 'Say whether pupils may take every block, and how long names and work are kept after the end',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: z.object({ allBlocks: z.optional(z.boolean()), keepDays: z.optional(keepDaysSchema) }),
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
    result: z.object({
      role: roleSchema,
      duty: z.nullable(dutySchema),
      school: z.nullable(schoolViewSchema),
    }),
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
    summary:
      'End a class: programs stop, seats close; pupils’ data is deleted after the days that the teacher chose',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: z.object({ keepDays: z.optional(keepDaysSchema) }),
    result: classViewSchema,
  }),
  endedClasses: endpoint({
    method: 'GET',
    path: '/api/classes/ended',
    summary: 'My ended classes that are not deleted yet, the next to go first',
    audience: 'teacher',
    params: none,
    body: none,
    result: z.object({
      classes: z.array(z.object({ class: classViewSchema, endedAt: z.int(), pupils: z.int() })),
    }),
  }),
  deleteClass: endpoint({
    method: 'DELETE',
    path: '/api/classes/:classId',
    summary: 'Delete a class now, with names, work and traces; an active one ends first. Only counts stay',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: none,
    result: classCountSchema,
  }),
  classRecord: endpoint({
    method: 'GET',
    path: '/api/classes/:classId/record',
    summary: 'All that a class has made, for the teacher’s records',
    audience: 'teacher',
    params: z.object({ classId: id }),
    body: none,
    result: classRecordSchema,
  }),
  classCounts: endpoint({
    method: 'GET',
    path: '/api/class-counts',
    summary: 'What is left of deleted classes: lesson, day, school, number of pupils and of goals',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ counts: z.array(classCountSchema) }),
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
    audience: 'logistics',
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
    audience: 'logistics',
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
    summary: 'Make a one-time link for a new adult; only who decides who may invites staff',
    audience: 'logistics',
    params: none,
    /** Staff without a duty get `logistics`. */
    body: z.object({ role: roleSchema, schoolId: z.nullable(id), duty: z.optional(dutySchema) }),
    result: z.object({ url: z.string(), expiresAt: z.int() }),
  }),
  people: endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'Everybody with an account',
    audience: 'admin',
    params: none,
    body: none,
    result: z.object({ people: z.array(personViewSchema) }),
  }),
  changeDuty: endpoint({
    method: 'PUT',
    path: '/api/people/:personId/duty',
    summary: 'Say what a member of staff may do; the last admin stays one',
    audience: 'admin',
    params: z.object({ personId: id }),
    body: z.object({ duty: dutySchema }),
    result: personViewSchema,
  }),
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
