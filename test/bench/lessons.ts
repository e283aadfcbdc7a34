import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TraceEvent } from '../../device/contract/trace.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import { loadLessons } from '../../lessons/format/index.ts';
import { checkGoals } from '../../lessons/goals/check-goal.ts';
import type { Measurement } from './measurement.ts';
import { median } from './statistics.ts';

const catalog = resolve(import.meta.dirname, '../../lessons/catalog');
const rounds = 15;
const eventCount = 20_000;
/** Lessons on the basic kit, whose goals together are judged. */
const judged = ['blink', 'traffic-light'];

/**
 * How long a page takes to judge goals (it does so twice a second while a program runs), beside reading the same trace
 * as JSON, which it has to do anyhow; and how long a server takes to load every lesson, beside reading the files.
 */
export async function lessonsBench(): Promise<Measurement[]> {
  return [judging(), loading()];
}

function judging(): Measurement {
  const { lessons } = loadLessons(catalog);
  const goals = Object.fromEntries(
    lessons.filter(({ id }) => judged.includes(id)).flatMap(({ views }) => Object.entries(views.de.goals)),
  );
  const solution = lessons.find(({ id }) => id === 'traffic-light')?.solution ?? {};
  const trace = busyTrace();
  const written = JSON.stringify(trace);
  const now = trace.at(-1)?.at ?? 0;
  const [value, baselineValue] = interleaved(
    () => checkGoals(goals, { trace, now, wiring: camJamEduKit, blocks: solution }),
    () => JSON.parse(written),
  );
  return {
    id: 'goals-judged',
    value,
    unit: `ms for ${Object.keys(goals).length} goals on ${eventCount} events`,
    baseline: 'reading the trace as JSON, ms',
    baselineValue,
    ratio: value / baselineValue,
    target: '<= 100 ms',
    met: value <= 100,
    samples: rounds,
  };
}

function loading(): Measurement {
  const files = globSync('**/*.*', { cwd: catalog });
  const [value, baselineValue] = interleaved(
    () => loadLessons(catalog),
    () => files.map((file) => readFileSync(resolve(catalog, file), 'utf8')),
  );
  return {
    id: 'lessons-loaded',
    value,
    unit: 'ms for the whole catalogue',
    baseline: 'reading its files, ms',
    baselineValue,
    ratio: value / baselineValue,
    target: '<= 1000 ms',
    met: value <= 1000,
    samples: rounds,
  };
}

/** Three LEDs that are switched in turn, a button that is pressed now and then: five minutes of a busy lesson. */
function busyTrace(): TraceEvent[] {
  const leds = [
    { part: 'red', gpio: 18 },
    { part: 'amber', gpio: 23 },
    { part: 'green', gpio: 24 },
  ];
  const trace: TraceEvent[] = [{ at: 0, kind: 'start' }];
  for (let round = 0; trace.length < eventCount; round += 1) {
    const at = round * 90_000;
    const { part, gpio } = leds[round % leds.length]!;
    const on = round % 2 === 0;
    trace.push({ at, kind: 'command', part, command: on ? 'on' : 'off', stack: 0 });
    trace.push({ at, kind: 'pin', gpio, level: on ? 1 : 0 });
    if (round % 20 === 0) {
      trace.push({ at, kind: 'pin', gpio: 25, level: on ? 0 : 1 });
      trace.push({ at, kind: 'event', part: 'button', event: on ? 'pressed' : 'released' });
    }
  }
  return trace;
}

/** The medians of two ways, measured in turn, in ms. The first round of each warms up. */
function interleaved(one: () => unknown, other: () => unknown): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, act] of [one, other].entries()) {
      const began = performance.now();
      act();
      if (round > 0) times[index as 0 | 1].push(performance.now() - began);
    }
  }
  return [median(times[0]), median(times[1])];
}
