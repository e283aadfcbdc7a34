import * as z from 'zod/mini';
import { partInputSchema } from '../../../device/contract/command.ts';
import { keySchema } from '../../../device/contract/key.ts';
import { incomingMessageSchema, outgoingMessageSchema } from '../../../device/contract/peer-message.ts';
import { problemSchema } from '../../../device/contract/problem.ts';
import { programStateSchema } from '../../../device/contract/reported.ts';
import { traceBatchSchema } from '../../../device/contract/trace.ts';
import { wiringSchema } from '../../../device/contract/wiring.ts';

/**
 * Every socket.io event, typed and checked. Two namespaces: `/pupil` (handshake auth `{ token }`, the seat's) and
 * `/teacher` (the adult's session cookie). A client that (re)connects gets the whole state, then the stream.
 * Each event from a client is acknowledged with an `Answer`.
 */

/** A Pi as people see it. */
export const deviceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  online: z.boolean(),
  board: z.nullable(
    z.object({
      kind: z.string(),
      model: z.string(),
      /** What people should know before they wire something. */
      warning: z.optional(problemSchema),
    }),
  ),
  wiring: wiringSchema,
  program: programStateSchema,
});
export type DeviceView = z.infer<typeof deviceViewSchema>;

export const classViewSchema = z.object({
  id: z.string(),
  /** As pupils type it: `K7F-3XM`. */
  code: z.string(),
  name: z.string(),
  lessonId: z.string(),
  state: z.enum(['active', 'ended']),
  startedAt: z.int(),
  /** What a pupil's browser opens, for QR codes. */
  joinUrl: z.string(),
});
export type ClassView = z.infer<typeof classViewSchema>;

/** A Blockly workspace, as `Blockly.serialization.workspaces.save` gives it. */
export const blocksSchema = z.record(z.string(), z.unknown());
export type Blocks = z.infer<typeof blocksSchema>;

export const workspaceViewSchema = z.object({
  /** Grows by one with each save; 0 when nothing was saved yet. */
  version: z.int().check(z.nonnegative()),
  blocks: z.nullable(blocksSchema),
  savedAt: z.nullable(z.int()),
  /** The browser tab that saved it. */
  savedBy: z.nullable(z.string().check(z.maxLength(64))),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;

/** All that a pupil's page shows. */
export const pupilStateSchema = z.object({
  seat: z.object({ id: z.string(), nickname: z.string() }),
  class: classViewSchema,
  device: z.nullable(deviceViewSchema),
  workspace: workspaceViewSchema,
});
export type PupilState = z.infer<typeof pupilStateSchema>;

/** A seat as the teacher sees it. */
export const seatViewSchema = z.object({
  id: z.string(),
  nickname: z.string(),
  joinedAt: z.int(),
  /** Whether a page of this seat is connected now. */
  connected: z.boolean(),
  deviceId: z.nullable(z.string()),
  /** What the pupil runs, on the Pi or on the virtual Pi of their page. */
  program: z.object({ state: z.enum(['idle', 'running']), where: z.enum(['pi', 'virtual']) }),
  lastError: z.nullable(problemSchema),
  /** When the work was saved last, ms since 1970. */
  savedAt: z.nullable(z.int()),
});
export type SeatView = z.infer<typeof seatViewSchema>;

/** All that a teacher's page shows of one class. `devices` are the school's, with who sits at which in `seats`. */
export const classStateSchema = z.object({
  class: classViewSchema,
  seats: z.array(seatViewSchema),
  devices: z.array(deviceViewSchema),
});
export type ClassState = z.infer<typeof classStateSchema>;

/** Pupil → server. Keys are event names; each has its request and the answer's `result`. */
export const pupilRequests = {
  /** Saves the blocks on top of version `base`. Problem `workspace-conflict` when the server has another version (it comes as `workspace:changed`); nothing is lost, both are kept. */
  'workspace:save': {
    request: z.object({
      base: z.int().check(z.nonnegative()),
      blocks: blocksSchema,
      tab: z.string().check(z.minLength(1), z.maxLength(64)),
      force: z.optional(z.boolean()),
    }),
    result: z.object({ version: z.int(), savedAt: z.int() }),
  },
  /** Runs the program on the seat's Pi. Answered when the agent has begun. */
  'program:run': { request: z.object({ source: z.string() }), result: z.object({ runId: z.string() }) },
  'program:stop': { request: z.object({}), result: z.object({}) },
  /** Works an input of a simulated Pi. */
  'board:input': {
    request: partInputSchema,
    result: z.object({}),
  },
  /** Presses a key for the program that runs on the seat's Pi. */
  'board:key': { request: z.object({ key: keySchema }), result: z.object({}) },
  /** Sends a message of the page's virtual Pi to other Pis of the class. */
  'peers:send': { request: outgoingMessageSchema, result: z.object({}) },
  /** Tells the class what happens on the page's virtual Pi, so that the teacher sees it. */
  'virtual:state': {
    request: z.object({ state: z.enum(['idle', 'running']), error: z.nullable(problemSchema) }),
    result: z.object({}),
  },
} as const;

/** Server → pupil. */
export const pupilEvents = {
  'seat:state': pupilStateSchema,
  'device:state': z.nullable(deviceViewSchema),
  'trace:batch': traceBatchSchema,
  'workspace:changed': workspaceViewSchema,
  'class:changed': classViewSchema,
  /** A message from another Pi, for the program on the page's virtual Pi; comes when no program of the seat runs on its Pi, or when the last run was on the virtual Pi. */
  'peers:message': incomingMessageSchema,
  /** The lesson was changed on the server: the page asks for it again. */
  'lesson:changed': z.object({ lessonId: z.string() }),
  /** The teacher stopped everything: the page's virtual Pi stops too. */
  'class:stop-all': z.object({}),
} as const;

/** Teacher → server. */
export const teacherRequests = {
  /** From now on this socket gets the class's state and stream; a socket watches one class at a time. */
  'class:watch': { request: z.object({ classId: z.string() }), result: classStateSchema },
  /** Stops every program of the class. Answered when every agent has answered or its time is up; `missing` names Pis that did not answer. */
  'class:stop-all': {
    request: z.object({ classId: z.string() }),
    result: z.object({ stopped: z.int(), missing: z.array(z.string()) }),
  },
} as const;

/** Server → teacher. */
export const teacherEvents = {
  'seat:changed': seatViewSchema,
  'device:changed': deviceViewSchema,
  'class:changed': classViewSchema,
} as const;

/** What acknowledges each request. */
export type Answer<Result> =
  | { ok: true; result: Result }
  | { ok: false; problem: z.infer<typeof problemSchema> };

type RequestMap<Map extends Record<string, { request: z.ZodMiniType; result: z.ZodMiniType }>> = {
  [Name in keyof Map]: (
    request: z.input<Map[Name]['request']>,
    answer: (answer: Answer<z.output<Map[Name]['result']>>) => void,
  ) => void;
};
type EventMap<Map extends Record<string, z.ZodMiniType>> = {
  [Name in keyof Map]: (event: z.output<Map[Name]>) => void;
};

/** For `Socket<…>` on both ends. */
export type PupilToServer = RequestMap<typeof pupilRequests>;
export type ServerToPupil = EventMap<typeof pupilEvents>;
export type TeacherToServer = RequestMap<typeof teacherRequests>;
export type ServerToTeacher = EventMap<typeof teacherEvents>;
