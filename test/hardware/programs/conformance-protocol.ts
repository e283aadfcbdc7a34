import { z } from 'zod';
import { traceEventSchema } from '../../../device/contract/trace.ts';
import { wiringSchema } from '../../../device/contract/wiring.ts';

const gpio = z.number().int();
const level = z.union([z.literal(0), z.literal(1)]);
const micros = z.number().min(0);
/** What a device on a bus of the emulator measures changes; only the owner of the emulator can do it. */
const world = { id: z.string(), property: z.string(), value: z.number() };

/**
 * `at` is in µs after the program has begun; `after` is how many events, besides those of values, must have come
 * before: where everything is late, hands wait for what they would have seen.
 */
const turn = { at: micros, after: z.number().int() };
/** What happens to a board from outside. */
const actSchema = z.discriminatedUnion('kind', [
  /** What is wired to an input pulls it to a level. */
  z.object({ kind: z.literal('pull'), ...turn, gpio, level }),
  z.object({ kind: z.literal('world'), ...turn, ...world }),
]);
export type Act = z.infer<typeof actSchema>;

/** A program to run, one line of JSON. */
export const conformanceOrderSchema = z.object({
  wiring: wiringSchema,
  source: z.string(),
  acts: z.array(actSchema),
  /** How long to watch at least, in µs … */
  duration: micros,
  /** … and until so many events have come besides those of values; then what still runs is stopped. */
  awaited: z.number().int(),
  /** How long the parts are left alone before the program begins, in µs. */
  settling: micros,
  /** Isolates in threads as on every Pi, or in the board's own thread: those begin at once also in the emulation. */
  isolates: z.enum(['threads', 'local']),
});
export type ConformanceOrder = z.infer<typeof conformanceOrderSchema>;

/** A pin of which the board told another level than the chip had at that moment. */
const untrueSchema = z.object({ gpio, told: level, was: z.string() });
export type Untrue = z.infer<typeof untrueSchema>;

/** What the guest's program says, one line of JSON each; the last one for each order is `trace` or `failed`. */
export const conformanceLineSchema = z.discriminatedUnion('type', [
  /** It is time for an act of the emulator's owner. */
  z.object({ type: z.literal('world'), ...world }),
  z.object({ type: z.literal('trace'), trace: z.array(traceEventSchema), untrue: z.array(untrueSchema) }),
  z.object({ type: z.literal('failed'), why: z.string() }),
]);
export type ConformanceLine = z.infer<typeof conformanceLineSchema>;
