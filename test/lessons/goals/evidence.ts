import type { TraceEvent, UntimedTraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';
import { checkGoal } from '../../../lessons/goals/check-goal.ts';
import { type GoalCheck, goalCheckSchema } from '../../../lessons/goals/goal-schema.ts';
import type { Evidence, NotYet, Verdict } from '../../../lessons/goals/goal-verdict.ts';

/** The kit, and beside it a part of most other types. */
export const wiring: Wiring = {
  parts: [
    ...camJamEduKit.parts,
    { id: 'radar', type: 'distance', pins: { trigger: 20, echo: 26 } },
    { id: 'pir', type: 'motion', pins: { signal: 4 }, options: { hold: 1 } },
    { id: 'gate', type: 'switch', pins: { signal: 16 } },
    { id: 'arm', type: 'servo', pins: { signal: 12 } },
    { id: 'song', type: 'speaker', pins: { signal: 13 } },
    { id: 'weather', type: 'climate', pins: {} },
    { id: 'lamp', type: 'rgb-led', pins: { red: 5, green: 6, blue: 17 } },
  ],
};

/** A wiring whose SPI bus has a strip, and with a display. */
export const pictures: Wiring = {
  parts: [
    ...camJamEduKit.parts,
    { id: 'chain', type: 'strip', pins: {}, options: { pixels: 4 } },
    { id: 'lcd', type: 'lcd', pins: {} },
    { id: 'knob', type: 'potentiometer', pins: {} },
  ],
};

/** Everything that a run of a program in virtual time gives: the body of a stack that starts with the program. */
export async function ran(
  body: string,
  options: {
    seconds?: number;
    inputs?: VirtualInput[];
    keys?: [number, string][];
    hats?: string;
    on?: Wiring;
  } = {},
): Promise<Evidence> {
  const { seconds = 8, inputs = [], keys = [], hats = '', on = wiring } = options;
  const trace = await runInVirtualTime({
    source: `$on('start', {}, 'start', function* () {\n${body}\n});\n${hats}`,
    wiring: on,
    duration: seconds * 1e6,
    inputs,
    keys: keys.map(([at, key]) => ({ at: at * 1e6, key })),
  });
  return { trace, now: trace.at(-1)!.at, wiring: on, blocks: {} };
}

/** A hand does something after so many seconds. */
export function hand(at: number, part: string, input: string, value?: number): VirtualInput {
  return { at: at * 1e6, part, input, ...(value === undefined ? {} : { value }) };
}

/** A trace by hand: times in seconds. The run goes on, unless its last event says that it ended. */
export function traced(events: [number, UntimedTraceEvent][], now = (events.at(-1)?.[0] ?? 0) + 1): Evidence {
  const all: [number, UntimedTraceEvent][] = [[0, { kind: 'start' }], ...events];
  const trace = all.map(([at, event]) => ({ at: Math.round(at * 1e6), ...event }) as TraceEvent);
  return { trace, now: Math.max(Math.round(now * 1e6), trace.at(-1)!.at), wiring, blocks: {} };
}

/** The red LED's pin changes. */
export function red(level: 0 | 1): UntimedTraceEvent {
  return { kind: 'pin', gpio: 18, level };
}

/** Only what was before so many seconds, as somebody sees it who looks then. */
export function until(seconds: number, evidence: Evidence): Evidence {
  return {
    ...evidence,
    trace: evidence.trace.filter(({ at }) => at <= seconds * 1e6),
    now: seconds * 1e6,
  };
}

/** `reached`, or why not; the check is read as a lesson's author writes it. */
export function outcome(check: GoalCheck, evidence: Evidence): 'reached' | NotYet {
  const verdict = checkGoal(goalCheckSchema.parse(check), evidence);
  return verdict.reached ? 'reached' : verdict.reason;
}

/** What is said in German, and in English. */
export function said(check: GoalCheck, evidence: Evidence): [de: string, en: string] {
  const verdict: Verdict = checkGoal(goalCheckSchema.parse(check), evidence);
  return verdict.reached ? ['reached', 'reached'] : [verdict.seen.de, verdict.seen.en];
}
