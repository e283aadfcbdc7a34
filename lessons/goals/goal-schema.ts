import * as z from 'zod/mini';
import { keySchema } from '../../device/contract/key.ts';

/**
 * What a lesson's goals ask of a program: a small language of checks on the trace of one run, and on the blocks that
 * ran. It has no texts: what a goal is called stands in the lesson's words, what was seen instead is said by
 * `check-goal.ts`. Times are seconds of the run; docs/goals.md has an example of each kind.
 *
 * - What lasts less than 0.05 s is passed over: nobody sees it.
 * - A `min` or `max` in seconds is taken with 0.03 s of grace (less for what is shorter than 0.3 s).
 * - What goes on counts up to now. It fits a `min` as soon as it is long enough, and a `max` only when it is over. A
 *   program that comes to its own end ends what goes on; one that is stopped, or fails, leaves it open.
 * - What outputs do in the program's end, when they go to their safe state, is not the program's doing.
 * - Where more than 0.1 s of events were lost, nothing is known, and no duration goes across it.
 */

const partId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/));
const seconds = z.number().check(z.nonnegative(), z.lte(600));
const count = z.int().check(z.gte(1), z.lte(1000));

/**
 * Something of a wired part that has a value at each moment: `red` is whether the part is on, `servo.angle` a value of
 * the part as its definition names it, `red.brightness` how strongly an output is on, in %. Rows of lights have `lit`
 * (how many shine), `place` (of the only one that shines, from 1) and `colours` (how many different ones) besides.
 */
export const signalSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}(\.[a-z][a-zA-Z]{0,31})?$/));

const rangeSchema = z.strictObject({ min: z.optional(z.number()), max: z.optional(z.number()) });
/** A span of time in seconds; one side may be left open. */
const spanSchema = z.strictObject({ min: z.optional(seconds), max: z.optional(seconds) });

/**
 * What a signal has to be: `on`, `off`, yes or no, a number, a range with its ends, a text. A number is `on` when it is
 * not 0. Capitals do not count in texts; an LCD has to show the text somewhere.
 */
const matcherSchema = z.union([
  z.enum(['on', 'off']),
  z.boolean(),
  z.number(),
  z.string().check(z.maxLength(400)),
  rangeSchema,
]);

/** All of these signals are as they should be: `{ red: on, distance.distance: { max: 20 } }`. */
export const conditionSchema = z
  .record(signalSchema, matcherSchema)
  .check(z.refine((condition) => Object.keys(condition).length > 0, 'a condition needs a signal'));

/** A moment: a part told an event, a key was pressed, a message came or went, or a condition became true. */
export const momentSchema = z.union([
  z.strictObject({ event: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}\.[a-z][a-zA-Z]{0,31}$/)) }),
  z.strictObject({ key: keySchema }),
  z.strictObject({ received: z.string().check(z.minLength(1), z.maxLength(64)) }),
  z.strictObject({ sent: z.string().check(z.minLength(1), z.maxLength(64)) }),
  z.strictObject({ message: z.string().check(z.minLength(1), z.maxLength(64)) }),
  z.strictObject({ becomes: conditionSchema }),
]);

/** The checks that hold no others; `kind` says which. */
const simpleCheckSchema = z.discriminatedUnion('kind', [
  /**
   * A part goes on and off: at least `times` times in a row on for as long as `on` says, and in between off for as
   * long as `off` says. A pulse counts when the program has switched it off. `during`: counts only what lies wholly in
   * times in which this holds.
   */
  z.strictObject({
    kind: z.literal('pulses'),
    part: partId,
    times: count,
    on: z.optional(spanSchema),
    off: z.optional(spanSchema),
    during: z.optional(conditionSchema),
  }),
  /**
   * The signals named here go through these states in this order, `rounds` times without a state in between (default 1).
   * `for`: how long the state lasts. A state may go on while other signals change, as long as it holds. What was before
   * the first state and comes after the last one does not matter.
   */
  z.strictObject({
    kind: z.literal('sequence'),
    states: z
      .array(z.strictObject({ is: conditionSchema, for: z.optional(spanSchema) }))
      .check(z.minLength(2), z.maxLength(64)),
    rounds: z.optional(count),
  }),
  /**
   * After a moment something becomes true that was not true before it: at least `times` times (default 1), within
   * so many seconds each, and then for as long as `for` says. A moment that is not answered counts against it if
   * `always` is set: then every moment must have been answered. A moment at which it is still so because of the moment
   * before counts neither way, nor does one if the same came about without a moment in the 2 s before it. A light that
   * blinks slowly by itself may still seem to react: ask for a small `within`, `times` and `always`.
   */
  z.strictObject({
    kind: z.literal('reaction'),
    when: momentSchema,
    then: conditionSchema,
    within: seconds,
    for: z.optional(spanSchema),
    times: z.optional(count),
    always: z.optional(z.boolean()),
  }),
  /**
   * Whenever `when` has held for `settle` seconds (default 0.3), `then` holds too; seen for `seconds` in all (default 1).
   * What always holds passes as well: ask for its opposite beside it.
   */
  z.strictObject({
    kind: z.literal('while'),
    when: conditionSchema,
    then: conditionSchema,
    settle: z.optional(seconds),
    seconds: z.optional(seconds),
  }),
  /** This never holds for longer than 0.05 s, in a run of at least so many seconds (default 3). */
  z.strictObject({ kind: z.literal('never'), is: conditionSchema, seconds: z.optional(seconds) }),
  /** This holds at some time, for as long as `for` says without a break. */
  z.strictObject({ kind: z.literal('reached'), is: conditionSchema, for: z.optional(spanSchema) }),
  /**
   * A number goes through at least so many different values in one direction, from `from` or beyond to `to` or beyond,
   * both ends counted; each lasts 0.005 s at least. How it was before the program did anything may be the first.
   */
  z.strictObject({
    kind: z.literal('ramp'),
    signal: signalSchema,
    from: z.number(),
    to: z.number(),
    levels: count,
  }),
  /**
   * A signal takes these values one after the other and no others in between, those of `ignore` left out; numbers within
   * `tolerance` (default 0). The same value twice needs an ignored one in between, however short.
   */
  z.strictObject({
    kind: z.literal('series'),
    signal: signalSchema,
    values: z
      .array(z.union([z.number(), z.string().check(z.maxLength(400))]))
      .check(z.minLength(2), z.maxLength(64)),
    tolerance: z.optional(z.number().check(z.nonnegative())),
    ignore: z.optional(z.array(z.union([z.number(), z.string()]))),
  }),
  /** A signal takes at least so many different values, those of `ignore` left out. */
  z.strictObject({
    kind: z.literal('variety'),
    signal: signalSchema,
    values: count,
    ignore: z.optional(z.array(z.union([z.number(), z.string()]))),
  }),
  /**
   * A number follows another: whenever `source` has stood still for `settle` seconds (default 0.5), `signal` is what
   * the straight line from `map.from` to `map.to` makes of it, give or take `tolerance`; the source was moved over
   * `span` at least. `map` left out: the same number. Beyond `map.from` the signal may be anything.
   */
  z.strictObject({
    kind: z.literal('follows'),
    signal: signalSchema,
    source: signalSchema,
    map: z.optional(
      z.strictObject({
        from: z.tuple([z.number(), z.number()]),
        to: z.tuple([z.number(), z.number()]),
      }),
    ),
    tolerance: z.number().check(z.nonnegative()),
    span: z.number().check(z.nonnegative()),
    settle: z.optional(seconds),
  }),
  /**
   * The program writes lines: at least `times` that fit, `every` so many seconds apart. `text`: the line holds this text,
   * capitals do not count. `numbers`: these numbers one after the other, within `tolerance`, line by line; lines without a
   * number do not matter, and `times` and `every` do not count. `near`: a number within `tolerance` of what the signal is
   * then, or was in the 0.3 s before.
   */
  z.strictObject({
    kind: z.literal('prints'),
    times: z.optional(count),
    text: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    numbers: z.optional(z.array(z.number()).check(z.minLength(1), z.maxLength(100))),
    near: z.optional(signalSchema),
    tolerance: z.optional(z.number().check(z.nonnegative())),
    every: z.optional(spanSchema),
  }),
  /** The program sends this message to other Pis, at least `times` times (default 1). */
  z.strictObject({
    kind: z.literal('sends'),
    name: z.string().check(z.minLength(1), z.maxLength(64)),
    times: z.optional(count),
  }),
  /** The program gets this message from another Pi, at least `times` times (default 1). */
  z.strictObject({
    kind: z.literal('receives'),
    name: z.string().check(z.minLength(1), z.maxLength(64)),
    times: z.optional(count),
  }),
  /**
   * Blocks under hats, and in the pupil's own blocks that are called from there: each of these types is used, at least
   * `times` times (default 1); with `in`, within a block of one of those types, or under a hat of one.
   */
  z.strictObject({
    kind: z.literal('uses'),
    blocks: z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(32)),
    /** One of them is enough. */
    any: z.optional(z.boolean()),
    in: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.minLength(1))),
    times: z.optional(count),
  }),
  /** The same blocks: at most so many, hats counted, without what lies in their gaps by itself. */
  z.strictObject({ kind: z.literal('blocks'), max: count }),
]);

export type Condition = z.infer<typeof conditionSchema>;
export type Moment = z.infer<typeof momentSchema>;
/** A check that holds no others. */
export type SimpleCheck = z.infer<typeof simpleCheckSchema>;

/** A check of a goal. */
export type GoalCheck =
  | SimpleCheck
  /** Every one of these is reached, in the same run. */
  | { kind: 'all'; of: GoalCheck[] }
  /** One of these is reached. */
  | { kind: 'any'; of: GoalCheck[] }
  /** So many of these are reached, in the same run. */
  | { kind: 'threshold'; count: number; of: GoalCheck[] };

const of = z.array(z.lazy(() => goalCheckSchema)).check(z.minLength(2), z.maxLength(16));

/** A check of a goal; `kind` says which. */
export const goalCheckSchema: z.ZodMiniType<GoalCheck, GoalCheck> = z.discriminatedUnion('kind', [
  ...simpleCheckSchema.def.options,
  z.strictObject({ kind: z.literal('all'), of }),
  z.strictObject({ kind: z.literal('any'), of }),
  z.strictObject({ kind: z.literal('threshold'), count, of }),
]);
