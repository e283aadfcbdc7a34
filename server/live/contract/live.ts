import * as z from 'zod/mini';
import { partInputSchema } from '../../../device/contract/command.ts';
import { deviceHealthSchema } from '../../../device/contract/health.ts';
import { keySchema } from '../../../device/contract/key.ts';
import { incomingMessageSchema, outgoingMessageSchema } from '../../../device/contract/peer-message.ts';
import { problemSchema } from '../../../device/contract/problem.ts';
import { beginSchema, programControlSchema } from '../../../device/contract/program-control.ts';
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
  /** The number on its label, unique in the fleet; by it pupils say which Pi is before them. */
  number: z.int().check(z.positive()),
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
  /** How it is; null: it has not said so since it came on. */
  health: z.nullable(deviceHealthSchema),
});
export type DeviceView = z.infer<typeof deviceViewSchema>;

/** Days for which a class is kept after its end: from none to a school year. */
export const keepDaysSchema = z.int().check(z.gte(0), z.lte(366));

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
  /** Whether pupils may take every block there is, not only those of the lesson's step. */
  allBlocks: z.boolean(),
  /** For how many days after its end names and work are kept; 0: they go with the end. */
  keepDays: keepDaysSchema,
  /** When all of it is deleted, ms since 1970; null while it is active. */
  deletesAt: z.nullable(z.int()),
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

/** A pupil, of whom no more is known than a made-up name. */
export const pupilViewSchema = z.object({ id: z.string(), nickname: z.string() });
export type PupilView = z.infer<typeof pupilViewSchema>;

/** A pupil at a seat, and whether their page is connected now. */
export const seatedPupilSchema = z.extend(pupilViewSchema, { connected: z.boolean() });

/** Who sits at a seat. One of them drives: only the driver changes the work, the others look on, run and stop. */
export const pairViewSchema = z.object({
  /** In the order in which they sat down. */
  pupils: z.array(seatedPupilSchema),
  /** The pupil who drives; alone, that is the only one. */
  driver: z.nullable(z.string()),
  /** The pupil who would like to drive; after `takesOverInMs` they do, if the driver does nothing. */
  wish: z.nullable(z.object({ pupilId: z.string(), takesOverInMs: z.int() })),
  /** Pupils of other seats who would like to sit down here. */
  knocking: z.array(pupilViewSchema),
});
export type PairView = z.infer<typeof pairViewSchema>;

/** Where a seat stands with the real Pi. Spans, not times: a browser's clock may be wrong. */
export const turnViewSchema = z.discriminatedUnion('state', [
  /** No Pi, and not in the queue. `pis`: how many the class shares; 0: there is nothing to queue for. */
  z.object({ state: z.literal('none'), pis: z.int(), waiting: z.int() }),
  /** In the queue: `place` 1 is next. `inMs`: the turn comes in at most this time; null: nobody can say, no Pi is on. */
  z.object({ state: z.literal('waiting'), place: z.int().check(z.positive()), inMs: z.nullable(z.int()) }),
  /** Has a Pi. `leftMs`: the turn ends in this time; null: nobody waits for it. */
  z.object({ state: z.literal('has'), leftMs: z.nullable(z.int()) }),
]);
export type TurnView = z.infer<typeof turnViewSchema>;

/** A pupil's own knock at another seat: where, or how the last one ended. */
export const knockViewSchema = z.object({
  at: z.nullable(z.object({ id: z.string(), nickname: z.string() })),
  end: z.nullable(z.enum(['yes', 'no', 'late', 'withdrawn'])),
});
export type KnockView = z.infer<typeof knockViewSchema>;

/** What a teacher holds the whole class to, for a while. What is left of it, in ms; null: it is not so. */
export const steeringViewSchema = z.object({
  /** Eyes up: the pages are covered and take no input; programs run on. */
  eyesUpMs: z.nullable(z.int().check(z.nonnegative())),
  /** Programs off: none runs and none can be started. */
  programsOffMs: z.nullable(z.int().check(z.nonnegative())),
});
export type SteeringView = z.infer<typeof steeringViewSchema>;

/** A few words of the teacher to pupils. */
export const classNoteSchema = z.object({
  id: z.string(),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(280)),
});
export type ClassNote = z.infer<typeof classNoteSchema>;

/** What a teacher gives with returned work; each is a picture with a word. */
export const badges = ['star', 'idea', 'wiring', 'teamwork', 'perseverance', 'helper'] as const;
export const badgeSchema = z.enum(badges);
export type Badge = z.infer<typeof badgeSchema>;

/** Where a seat's work stands between pupil and teacher, in the seat's lesson. */
export const handInViewSchema = z.object({
  /** `open`: not handed in, taken back, or reopened by the teacher. */
  state: z.enum(['open', 'handed-in', 'returned']),
  /** What the teacher said last; stays when the work is reopened or handed in again. */
  comment: z.nullable(z.string()),
  badge: z.nullable(badgeSchema),
  /** When it was handed in last, ms since 1970; left out: never, or taken back. */
  handedInAt: z.optional(z.int()),
});
export type HandInView = z.infer<typeof handInViewSchema>;

/** Whether the teacher may follow a seat closely. The small picture on the teacher's page needs no consent; it is told at the door. */
export const consentSchema = z.enum(['not-asked', 'asked', 'given', 'refused']);
export type Consent = z.infer<typeof consentSchema>;

/** How the teacher looks at a seat, as its pupils are shown. */
export const lookingViewSchema = z.object({
  consent: consentSchema,
  /** The teacher follows closely right now. */
  following: z.boolean(),
  /** Somebody has the small picture on their screen, so that changes are sent quickly. */
  live: z.boolean(),
});
export type LookingView = z.infer<typeof lookingViewSchema>;

const stepNumber = z.int().check(z.gte(0), z.lte(100));
const stepNumbers = z.array(stepNumber).check(z.maxLength(101));
const doneThings = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200));

/** How far a seat is in the lesson, as the page counts it; kept on the server, so that it follows to another machine. */
export const lessonProgressSchema = z.object({
  lessonId: z.string().check(z.maxLength(64)),
  /** The open step, from 0. */
  step: stepNumber,
  /** The furthest step that was ever open. */
  furthest: stepNumber,
  /** Ids of the goals that were reached. */
  goals: doneThings,
  /** Keys of the questions that were answered right. */
  quizzes: doneThings,
  /** Steps that were left by “next”. */
  left: stepNumbers,
  /** Steps whose end was celebrated. */
  celebrated: stepNumbers,
  /** The end of the lesson was celebrated. */
  finished: z.boolean(),
  /** How many steps the teacher has sent: who has heard of fewer takes over the open step of who has heard of more. */
  sent: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
});
export type LessonProgress = z.infer<typeof lessonProgressSchema>;

/** All that a pupil's page shows. Comes again, whole, when the pupil has moved to another seat. */
export const pupilStateSchema = z.object({
  /** Who this page belongs to. */
  pupil: pupilViewSchema,
  /** `nickname`: the names of all who sit there. */
  seat: z.object({
    id: z.string(),
    nickname: z.string(),
    /** The class's lesson, unless the teacher gave this seat another. */
    lessonId: z.string(),
    /** Somebody of the seat, or the teacher, has said that its Pi is the one before them. */
    deviceConfirmed: z.boolean(),
  }),
  pair: pairViewSchema,
  class: classViewSchema,
  steering: steeringViewSchema,
  /** The teacher's last words to this seat, until they are withdrawn; null: none. */
  note: z.nullable(classNoteSchema),
  hand: z.object({ place: z.nullable(z.int().check(z.positive())) }),
  handIn: handInViewSchema,
  looking: lookingViewSchema,
  device: z.nullable(deviceViewSchema),
  turn: turnViewSchema,
  workspace: workspaceViewSchema,
  progress: z.nullable(lessonProgressSchema),
});
export type PupilState = z.infer<typeof pupilStateSchema>;

/** A seat as the teacher sees it. */
export const seatViewSchema = z.object({
  id: z.string(),
  /** The names of all who sit there. */
  nickname: z.string(),
  pupils: z.array(seatedPupilSchema),
  /** Place in the queue for a Pi; null: not in it. */
  queuePlace: z.nullable(z.int()),
  joinedAt: z.int(),
  /** Whether a page of this seat is connected now. */
  connected: z.boolean(),
  deviceId: z.nullable(z.string()),
  /** What the pupil runs, on the Pi or on the virtual Pi of their page. */
  program: z.object({ state: z.enum(['idle', 'running']), where: z.enum(['pi', 'virtual']) }),
  lastError: z.nullable(problemSchema),
  /** When the work was saved last, ms since 1970. */
  savedAt: z.nullable(z.int()),
  /** The class's lesson, unless the teacher gave this seat another. */
  lessonId: z.string(),
  /** The open step of that lesson, from 0; null: nothing is known yet. */
  step: z.nullable(z.int()),
  /** Ids of the goals of that lesson that were reached. */
  goals: z.array(z.string()),
  /** Place in the queue of raised hands, from 1; null: not raised. */
  handPlace: z.nullable(z.int()),
  handIn: handInViewSchema,
  consent: consentSchema,
  /** See `PupilState`. */
  deviceConfirmed: z.boolean(),
  /** What the teacher has told the seat and not withdrawn; left out: nothing. */
  note: z.optional(classNoteSchema),
});
export type SeatView = z.infer<typeof seatViewSchema>;

/** All that a teacher's page shows of one class. `devices` are the school's, with who sits at which in `seats`. */
export const classStateSchema = z.object({
  class: classViewSchema,
  steering: steeringViewSchema,
  seats: z.array(seatViewSchema),
  devices: z.array(deviceViewSchema),
});
export type ClassState = z.infer<typeof classStateSchema>;

/** Pupil → server. Keys are event names; each has its request and the answer's `result`. */
export const pupilRequests = {
  /** Saves the blocks on top of version `base`. Problem `not-driving` when another pupil of the seat drives. Problem `workspace-conflict` when the server has another version (it comes as `workspace:changed`); nothing is lost, both are kept. */
  'workspace:save': {
    request: z.object({
      base: z.int().check(z.nonnegative()),
      blocks: blocksSchema,
      tab: z.string().check(z.minLength(1), z.maxLength(64)),
      force: z.optional(z.boolean()),
      /** The seat whose work it is; where the pupil sat before, it goes to the history. Without it: where they sit. */
      seat: z.optional(z.string().check(z.maxLength(64))),
    }),
    result: z.object({ version: z.int(), savedAt: z.int() }),
  },
  /** Runs the program on the seat's Pi. Answered when the agent has begun. */
  'program:run': {
    request: z.object({ source: z.string(), begin: z.optional(beginSchema) }),
    result: z.object({ runId: z.string() }),
  },
  /** Pauses the program on the seat's Pi, lets it go on, steps it, slows it down. */
  'program:control': { request: z.object({ control: programControlSchema }), result: z.object({}) },
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
  /** The seat's earlier versions, newest first. `savedAgoMs`: by the server's clock. */
  'history:list': {
    request: z.object({}),
    result: z.object({
      versions: z.array(
        z.object({
          number: z.int(),
          /** `rejected`: one of two versions that met, which was not taken over. */
          kind: z.enum(['saved', 'rejected']),
          savedAgoMs: z.int(),
          /** This one is what the workspace holds now. */
          current: z.boolean(),
        }),
      ),
    }),
  },
  /** Problem `version-unknown` when it is no longer kept. */
  'history:get': { request: z.object({ number: z.int() }), result: z.object({ blocks: blocksSchema }) },
  /** Keeps how far the seat is. What was reached stays reached, whatever is sent. */
  'progress:save': { request: lessonProgressSchema, result: z.object({}) },
  /** The other seats of the class, with whom one may sit. */
  'pair:seats': {
    request: z.object({}),
    result: z.object({ seats: z.array(z.object({ id: z.string(), nickname: z.string() })) }),
  },
  /** Asks those at another seat whether one may sit down there; `null` takes the knock back. */
  'pair:knock': { request: z.object({ seatId: z.nullable(z.string()) }), result: z.object({}) },
  /** Answers one who knocked. Whoever comes keeps their own work in their own history. */
  'pair:answer': { request: z.object({ pupilId: z.string(), yes: z.boolean() }), result: z.object({}) },
  /** Goes back to a seat of one's own, with a copy of the common work. */
  'pair:part': { request: z.object({}), result: z.object({}) },
  /** Would like to drive: at once if the driver is away, else when they pass it on or let the time go by. */
  'drive:ask': { request: z.object({}), result: z.object({}) },
  /** Passes the drive to another pupil of the seat. */
  'drive:pass': { request: z.object({ pupilId: z.string() }), result: z.object({}) },
  /** Gets in the queue for a real Pi. */
  'turn:queue': { request: z.object({}), result: z.object({}) },
  /** Leaves the queue, or gives the Pi back. */
  'turn:leave': { request: z.object({}), result: z.object({}) },
  /** Raises the hand, or takes it down. Raised, the teacher may follow closely. */
  'hand:raise': { request: z.object({ raised: z.boolean() }), result: z.object({}) },
  /** Says whether the teacher may follow closely; can be changed at any time. */
  'looking:answer': { request: z.object({ yes: z.boolean() }), result: z.object({}) },
  /** Hands in the seat's work as it is saved; again, it replaces what was handed in. */
  'work:hand-in': { request: z.object({}), result: handInViewSchema },
  /** Takes back what was handed in, while it is not returned. */
  'work:take-back': { request: z.object({}), result: handInViewSchema },
  /**
   * Says that the Pi with this number is before the pupil. A free one, or one that another seat merely got by itself, is
   * theirs then (`yours`); at one that others have said is theirs, they may sit down with them (`taken`). Problem
   * `pi-unknown` when the class has no such Pi.
   */
  'pi:claim': {
    request: z.object({ number: z.int().check(z.gte(1), z.lte(99_999)) }),
    result: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('yours') }),
      z.object({ outcome: z.literal('taken'), seat: z.object({ id: z.string(), nickname: z.string() }) }),
    ]),
  },
  /** Lets the seat's own Pi blink. */
  'pi:identify': { request: z.object({}), result: z.object({}) },
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
  /** Whether somebody has said that the seat's Pi is the one before them; comes after each `device:state` of another Pi. */
  'device:confirmed': z.object({ confirmed: z.boolean() }),
  'trace:batch': traceBatchSchema,
  'workspace:changed': workspaceViewSchema,
  'class:changed': classViewSchema,
  'pair:changed': pairViewSchema,
  'turn:changed': turnViewSchema,
  'steering:changed': steeringViewSchema,
  'note:changed': z.nullable(classNoteSchema),
  'hand:changed': z.object({ place: z.nullable(z.int()) }),
  'hand-in:changed': handInViewSchema,
  'looking:changed': lookingViewSchema,
  /**
   * The teacher sent something to this seat. For a lesson and a starter the server has put the work aside into the
   * history (`setAside` is its number; null: there was none) and `workspace` stands for the beginning (its blocks are
   * null); for a lesson `seat:state` follows. What the page had not saved yet goes to the history, it is no conflict.
   */
  'work:sent': z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('lesson'),
      lessonId: z.string(),
      setAside: z.nullable(z.int()),
      workspace: workspaceViewSchema,
    }),
    z.object({ kind: z.literal('starter'), setAside: z.nullable(z.int()), workspace: workspaceViewSchema }),
    z.object({ kind: z.literal('step'), step: z.int() }),
  ]),
  /** The pupil's own knock began or ended; whoever was let in gets `seat:state` of the other seat before. */
  'knock:changed': knockViewSchema,
  /** The teacher gave the pupil a new code to come back with; the one before no longer works. */
  'pupil:new-code': z.object({ resumeCode: z.string().check(z.minLength(1), z.maxLength(32)) }),
  /** Another page of the seat got on in the lesson. */
  'progress:changed': lessonProgressSchema,
  /** The pupil's name was changed by the teacher. */
  'pupil:changed': pupilViewSchema,
  /** A message from another Pi, for the program on the page's virtual Pi; comes when no program of the seat runs on its Pi, or when the last run was on the virtual Pi. */
  'peers:message': incomingMessageSchema,
  /** The lesson was changed on the server: the page asks for it again. */
  'lesson:changed': z.object({ lessonId: z.string() }),
  /** The teacher stopped everything: the page's virtual Pi stops too. */
  'class:stop-all': z.object({}),
} as const;

/** Whom something is sent to: all who are or will come, or some seats. */
const receiversSchema = z.union([
  z.literal('all'),
  z.array(z.string()).check(z.minLength(1), z.maxLength(120)),
]);
export type Receivers = z.infer<typeof receiversSchema>;

/** Teacher → server. */
export const teacherRequests = {
  /** From now on this socket gets the class's state and stream; a socket watches one class at a time. */
  'class:watch': { request: z.object({ classId: z.string() }), result: classStateSchema },
  /** Stops every program of the class. Answered when every agent has answered or its time is up; `missing` names Pis that did not answer. */
  'class:stop-all': {
    request: z.object({ classId: z.string() }),
    result: z.object({ stopped: z.int(), missing: z.array(z.string()) }),
  },
  /** From now on this socket gets the work of these seats of the class it watches (`seat:work`), first as it is now. */
  'class:work': {
    request: z.object({ classId: z.string(), seatIds: z.array(z.string()).check(z.maxLength(120)) }),
    result: z.object({}),
  },
  /**
   * Follows one seat closely: its work, and the trace of its Pi. Without the pupils' consent they are asked, and
   * nothing comes until they say yes (`seat:changed` tells). A socket follows one seat; null ends it.
   */
  'seat:follow': {
    request: z.object({ classId: z.string(), seatId: z.nullable(z.string()) }),
    result: z.object({ consent: consentSchema }),
  },
  /** Sends a lesson, a step (from 0) or the lesson's starter. `seats`: how many got it; those who are away get it when they come. */
  'class:send': {
    request: z.object({
      classId: z.string(),
      to: receiversSchema,
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('lesson'), lessonId: z.string() }),
        z.object({ kind: z.literal('step'), step: stepNumber }),
        z.object({ kind: z.literal('starter') }),
      ]),
    }),
    result: z.object({ seats: z.int() }),
  },
  /** Holds the class to something for 5 minutes, ends that, or adds 5 minutes. */
  'class:hold': {
    request: z.object({
      classId: z.string(),
      what: z.enum(['eyes-up', 'programs-off']),
      action: z.enum(['on', 'off', 'longer']),
    }),
    result: steeringViewSchema,
  },
  /** Shows a few words on the pages; null takes them away. */
  'class:note': {
    request: z.object({
      classId: z.string(),
      to: receiversSchema,
      text: z.nullable(classNoteSchema.shape.text),
    }),
    result: z.object({ seats: z.int() }),
  },
  /** Takes a pupil's hand down: it is their turn, or was. */
  'hand:lower': { request: z.object({ classId: z.string(), seatId: z.string() }), result: z.object({}) },
  /** The work that a seat handed in; null: none. */
  'work:handed-in': {
    request: z.object({ classId: z.string(), seatId: z.string() }),
    result: z.object({ blocks: z.nullable(blocksSchema), handedInAt: z.nullable(z.int()) }),
  },
  /** Gives work back, with words and a badge. */
  'work:return': {
    request: z.object({
      classId: z.string(),
      seatId: z.string(),
      comment: z.nullable(z.string().check(z.trim(), z.maxLength(500))),
      badge: z.nullable(badgeSchema),
    }),
    result: handInViewSchema,
  },
  /** Opens work again that was handed in or returned. */
  'work:reopen': { request: z.object({ classId: z.string(), seatId: z.string() }), result: handInViewSchema },
} as const;

/** Server → teacher. */
export const teacherEvents = {
  'seat:changed': seatViewSchema,
  /** Nobody sits there any more. */
  'seat:removed': z.object({ seatId: z.string() }),
  'device:changed': deviceViewSchema,
  'class:changed': classViewSchema,
  'steering:changed': steeringViewSchema,
  /** A seat's work as it is now; blocks are null while it is the lesson's beginning. */
  'seat:work': z.object({ seatId: z.string(), version: z.int(), blocks: z.nullable(blocksSchema) }),
  /** What happens on the Pi of the seat that is followed. */
  'seat:trace': z.object({ seatId: z.string(), batch: traceBatchSchema }),
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
