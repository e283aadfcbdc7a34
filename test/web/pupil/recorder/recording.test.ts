import { describe, expect, it } from 'vitest';
import type { TraceBatch, TraceEvent } from '../../../../device/contract/trace.ts';
import type { Lane } from '../../../../web/pupil/recorder/lane.ts';
import { Recording } from '../../../../web/pupil/recorder/recording.ts';
import { mostChanges, type RunRecord } from '../../../../web/pupil/recorder/run-record.ts';

const start: TraceEvent = { at: 0, kind: 'start' };
const pin = (at: number, level: 0 | 1, gpio = 18): TraceEvent => ({ at, kind: 'pin', gpio, level });
const pwm = (at: number, duty: number, hertz = 100): TraceEvent => ({
  at,
  kind: 'pwm',
  gpio: 18,
  hertz,
  duty,
});
const value = (at: number, is: number | boolean | string): TraceEvent => ({
  at,
  kind: 'value',
  part: 'sensor',
  value: 'distance',
  is,
});
const batch = (sequence: number, events: TraceEvent[], more: Partial<TraceBatch> = {}): TraceBatch => ({
  runId: 'run',
  sequence,
  events,
  ...more,
});

/** Records batches as they come, and gives the run. */
function recorded(...batches: TraceBatch[]): RunRecord {
  const recording = new Recording(() => 0);
  for (const one of batches) recording.hear('pi', one);
  return recording.run()!;
}

/** A lane's changes as `[at, value]`; there is one lane, or it is named. */
function changes(run: RunRecord, source?: Lane['source']): [number, number][] {
  const lane = source ? run.lanes.get(JSON.stringify(source)) : [...run.lanes.values()][0];
  return Array.from({ length: lane?.count ?? 0 }, (_, index) => [lane!.times[index]!, lane!.values[index]!]);
}

describe('what a recording keeps of a run', () => {
  it('is each change of a pin, and how it was before the first', () => {
    expect(changes(recorded(batch(0, [start, pin(100, 1), pin(200, 0), pin(300, 1)])))).toEqual([
      [0, 0],
      [100, 1],
      [200, 0],
      [300, 1],
    ]);
    expect(changes(recorded(batch(0, [start, pin(100, 0)])))).toEqual([
      [0, 1],
      [100, 0],
    ]);
  });

  it('is nothing where nothing changes', () => {
    expect(changes(recorded(batch(0, [start, value(5, 20), value(6, 20), value(7, 21)])))).toEqual([
      [5, 20],
      [7, 21],
    ]);
  });

  it('is how much and how often a pin pulses, for as long as its level is high', () => {
    const run = recorded(
      batch(0, [start, pwm(10, 0.5), pin(10, 1), pwm(20, 0.25, 200), pin(30, 0), pin(40, 1), pwm(50, 1)]),
    );
    expect(changes(run)).toEqual([
      [0, 0],
      [10, 0.5],
      [20, 0.25],
      [30, 0],
      [40, 0.25],
      [50, 1],
    ]);
    const [lane] = run.lanes.values();
    expect([...(lane?.hertz ?? [])].slice(0, lane?.count)).toEqual([0, 100, 200, 0, 200, 0]);
  });

  it('has no full level in it while a pin begins to pulse and ends it, as a board tells both bit by bit', () => {
    const run = recorded(
      batch(0, [start, pin(1_000, 1), pwm(1_015, 0.1), pwm(90_000, 0), pin(90_020, 0), pin(200_000, 1)]),
    );
    expect(changes(run)).toEqual([
      [0, 0],
      [1_000, 0.1],
      [90_000, 0],
      [200_000, 1],
    ]);
    const dimmedLater = recorded(batch(0, [start, pin(1_000, 1), pwm(500_000, 0.1)]));
    expect(changes(dimmedLater)).toEqual([
      [0, 0],
      [1_000, 1],
      [500_000, 0.1],
    ]);
  });

  it('is what holds as texts, what happens as ticks, and what is a number of the variables', () => {
    const run = recorded(
      batch(0, [
        start,
        value(1, 'Hallo'),
        { at: 2, kind: 'message', name: 'los' },
        { at: 3, kind: 'received', from: 'Ada', name: 'tor' },
        { at: 4, kind: 'sent', to: 'all', name: 'da' },
        { at: 5, kind: 'key', key: 'a' },
        { at: 6, kind: 'variable', name: 'count', is: 1 },
        { at: 7, kind: 'variable', name: 'count', is: 'none' },
        { at: 8, kind: 'variable', name: 'name', is: 'Ada' },
      ]),
    );
    const texts = [...run.lanes.values()].map((lane) => [
      lane.source.of,
      lane.kind,
      Array.from({ length: lane.count }, (_, index) => lane.text(index) || lane.values[index]),
    ]);
    expect(texts).toEqual([
      ['value', 'text', ['Hallo']],
      ['messages', 'tick', ['los', '→ tor', 'da →']],
      ['keys', 'tick', ['a']],
      ['variable', 'number', [1, Number.NaN]],
    ]);
  });

  it('begins anew with a new run, and keeps the last until then', () => {
    const recording = new Recording(() => 0);
    recording.hear('pi', batch(0, [start, pin(5, 1), { at: 9, kind: 'end', reason: 'finished' }]));
    const first = recording.run();
    expect([first?.ended, first?.marks]).toEqual([true, [{ at: 9, kind: 'end' }]]);
    recording.hear('pi', batch(0, [start], { runId: 'next' }));
    expect([recording.run()?.runId, recording.run()?.lanes.size]).toEqual(['next', 0]);
    recording.hear('virtual', batch(0, [start], { runId: 'elsewhere' }));
    expect([recording.run()?.runId, recording.run('pi')?.runId]).toEqual(['elsewhere', 'next']);
  });

  it('can be frozen: the copy does not go on', () => {
    const run = recorded(batch(0, [start, pin(5, 1)]));
    const copy = run.copy(7);
    run.take(batch(1, [pin(10, 0)]), 0);
    expect([changes(copy), copy.lastAt, changes(run).length]).toEqual([
      [
        [0, 0],
        [5, 1],
      ],
      7,
      3,
    ]);
  });
});

describe('the present moment of a run', () => {
  it('goes on without events, but not for a program that stands still or is over', () => {
    let clock = 50;
    const recording = new Recording(() => clock);
    recording.hear('pi', batch(0, [start, pin(1000, 1)]));
    const now = () => recording.now(recording.run()!);
    clock = 52;
    expect(now()).toBe(3000);
    recording.hear('pi', batch(1, [{ at: 4000, kind: 'paused' }]));
    clock = 90;
    expect(now()).toBe(4000);
    recording.hear('pi', batch(2, [{ at: 4000, kind: 'resumed' }]));
    clock = 91;
    expect(now()).toBe(5000);
    recording.hear('pi', batch(3, [{ at: 6000, kind: 'end', reason: 'stopped' }]));
    clock = 200;
    expect(now()).toBe(6000);
  });
});

describe('what a recording does not know', () => {
  it.each<[string, TraceBatch[], [number, number][]]>([
    ['a lost batch', [batch(0, [start, pin(100, 1)]), batch(2, [pin(300, 0)])], [[100, 300]]],
    [
      'a gap that the trace tells of',
      [batch(0, [start, pin(100, 1), { at: 150, kind: 'gap', dropped: 4 }, pin(200, 0)])],
      [[100, 200]],
    ],
    [
      'gap after gap, which is one',
      [
        batch(0, [start, pin(100, 1), { at: 150, kind: 'gap', dropped: 4 }]),
        batch(1, [{ at: 180, kind: 'gap', dropped: 4 }, pin(200, 0)]),
      ],
      [[100, 200]],
    ],
    ['a start that was not heard', [batch(7, [pin(500, 1)])], [[0, 500]]],
    [
      'a lost batch of which nothing follows',
      [batch(0, [start, pin(100, 1)]), batch(2, [])],
      [[100, Infinity]],
    ],
    [
      'messages that did not get out, which is no hole',
      [batch(0, [start, { at: 150, kind: 'gap', dropped: 1, unsent: true }, pin(200, 0)])],
      [],
    ],
    ['nothing', [batch(0, [start]), batch(1, [pin(100, 1)])], []],
  ])('is a hole after %s', (_, batches, holes) => {
    expect(recorded(...batches).holes.map(({ from, to }) => [from, to])).toEqual(holes);
  });

  it('is how a pin was before its first event, when something was missed', () => {
    expect(changes(recorded(batch(3, [pin(500, 1)])))).toEqual([[500, 1]]);
  });

  it('is not made up from what a resync repeats', () => {
    const run = recorded(
      batch(0, [start, pin(100, 1), { at: 110, kind: 'key', key: 'a' }]),
      batch(1, [pin(100, 1), { at: 110, kind: 'key', key: 'a' }, pin(200, 0)], { resync: true }),
      batch(1, [pin(200, 0)], { resync: true }),
      batch(1, [pin(190, 1)]),
    );
    expect([changes(run, { of: 'pin', gpio: 18 }), changes(run, { of: 'keys' }).length, run.holes]).toEqual([
      [
        [0, 0],
        [100, 1],
        [200, 0],
      ],
      1,
      [],
    ]);
  });

  it('is shown after a resync that comes with a hole, and the levels that it tells are taken', () => {
    const run = recorded(
      batch(0, [start, pin(100, 1)]),
      batch(5, [pin(900, 0), pin(900, 1, 23)], { resync: true }),
    );
    expect([changes(run), changes(run, { of: 'pin', gpio: 23 }), run.holes]).toEqual([
      [
        [0, 0],
        [100, 1],
        [900, 0],
      ],
      [[900, 1]],
      [{ from: 100, to: 900 }],
    ]);
  });

  it('does not end with what a resync repeats of the time before', () => {
    const run = recorded(
      batch(0, [start, pin(100, 1)]),
      batch(5, [pin(100, 1), pin(700, 0)], { resync: true }),
    );
    expect(run.holes).toEqual([{ from: 100, to: 700 }]);
  });

  it('is nothing for a page that comes late to a short run: the resync tells all of it', () => {
    const run = recorded(batch(9, [start, pin(100, 1), pin(200, 0)], { resync: true }));
    expect([changes(run).length, run.holes]).toEqual([2, []]);
  });

  it('is the start of a long run, of which a page that comes late hears the end', () => {
    const tail = Array.from({ length: 250 }, (_, index) => pin(1000 + index, index % 2 ? 1 : 0));
    const run = recorded(batch(9, [start, pin(10, 1, 23), ...tail], { resync: true }));
    expect(run.holes).toEqual([{ from: 0, to: 1050 }]);
  });
});

describe('a run that does too much', () => {
  it('loses its oldest changes, and the recording says until when', () => {
    const recording = new Recording(() => 0);
    const total = mostChanges + 10_000;
    recording.hear('pi', batch(0, [start, value(1, 7)]));
    for (let sequence = 1; sequence <= total / 500; sequence++) {
      const events = Array.from({ length: 500 }, (_, index) => {
        const at = (sequence - 1) * 500 + index + 2;
        return pin(at, at % 2 ? 1 : 0);
      });
      recording.hear('pi', batch(sequence, events));
    }
    const run = recording.run()!;
    const lane = run.lanes.get(JSON.stringify({ of: 'pin', gpio: 18 }))!;
    expect(run.changes).toBeLessThanOrEqual(mostChanges);
    expect(run.changes).toBeGreaterThan(mostChanges / 2);
    expect(run.forgottenUntil).toBeGreaterThan(total / 10);
    expect(lane.times[0]).toBe(run.forgottenUntil);
    expect([lane.lastAt, lane.values[lane.count - 1]]).toEqual([total + 1, (total + 1) % 2]);
    // What has not changed since still holds.
    expect(changes(run, { of: 'value', part: 'sensor', value: 'distance' })).toEqual([[1, 7]]);
    expect([...run.lanes.values()].reduce((sum, { count }) => sum + count, 0)).toBe(run.changes);
  });
});
