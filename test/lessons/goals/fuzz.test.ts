import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { checkGoal, checkGoals } from '../../../lessons/goals/check-goal.ts';
import { type GoalCheck, goalCheckSchema } from '../../../lessons/goals/goal-schema.ts';
import { wiring } from './evidence.ts';

/** The same numbers each time: a linear congruential generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const gpios = [18, 23, 24, 25, 22, 16, 4, 13, 12];

function randomTrace(roll: (sides: number) => number, length: number): TraceEvent[] {
  let at = 0;
  const trace: TraceEvent[] = roll(4) > 0 ? [{ at, kind: 'start' }] : [];
  for (let index = 0; index < length; index++) {
    at += roll(3) === 0 ? 0 : roll(400_000);
    const gpio = gpios[roll(gpios.length)]!;
    const event: TraceEvent[] = [
      { at, kind: 'pin', gpio, level: roll(2) as 0 | 1 },
      { at, kind: 'pin', gpio: 18, level: roll(2) as 0 | 1 },
      { at, kind: 'pwm', gpio, hertz: 200, duty: roll(11) / 10 },
      { at, kind: 'value', part: 'radar', value: 'distance', is: roll(100) },
      { at, kind: 'value', part: 'weather', value: 'temperature', is: roll(300) / 10 },
      { at, kind: 'value', part: 'lamp', value: 'colour', is: ['#000000', '#ff0000', '#00ff00'][roll(3)]! },
      { at, kind: 'command', part: 'song', command: roll(2) ? 'tone' : 'off', args: [roll(600)], stack: 0 },
      { at, kind: 'command', part: 'arm', command: 'turn', args: [roll(180)], stack: 0 },
      { at, kind: 'event', part: 'button', event: roll(2) ? 'pressed' : 'released' },
      { at, kind: 'print', text: `${roll(5)} ${roll(5)}` },
      { at, kind: 'key', key: 'a' },
      { at, kind: 'sent', to: 'all', name: 'ping' },
      { at, kind: 'received', from: 'Ada', name: 'ping' },
      { at, kind: 'message', name: 'go' },
      { at, kind: 'gap', dropped: 3 },
      { at, kind: 'block', stack: 0, block: 'b' },
    ];
    trace.push(event[roll(event.length)]!);
  }
  if (roll(2)) trace.push({ at, kind: 'end', reason: roll(2) ? 'finished' : 'stopped' });
  return trace;
}

const goals: Record<string, GoalCheck> = {
  pulses: { kind: 'pulses', part: 'red', times: 50, on: { min: 0.2 }, off: { max: 1 } },
  during: { kind: 'pulses', part: 'red', times: 9, during: { button: 'on' } },
  sequence: {
    kind: 'sequence',
    states: [
      { is: { red: 'on' } },
      { is: { red: 'on', amber: 'on' }, for: { max: 1 } },
      { is: { green: 'on', amber: 'off' }, for: { min: 1 } },
    ],
    rounds: 3,
  },
  reaction: {
    kind: 'reaction',
    when: { event: 'button.pressed' },
    then: { red: 'on' },
    within: 0.2,
    times: 30,
    for: { min: 0.1, max: 1 },
  },
  becomes: {
    kind: 'reaction',
    when: { becomes: { 'radar.distance': { max: 20 } } },
    then: { lamp: 'on' },
    within: 0.2,
    always: true,
  },
  key: { kind: 'reaction', when: { key: 'a' }, then: { buzzer: 'on' }, within: 0.2, times: 20 },
  while: { kind: 'while', when: { button: 'on' }, then: { red: 'on' }, seconds: 5 },
  never: { kind: 'never', is: { red: 'on', green: 'on' } },
  reached: { kind: 'reached', is: { 'arm.angle': { min: 170 } }, for: { min: 3, max: 4 } },
  ramp: { kind: 'ramp', signal: 'red.brightness', from: 0, to: 100, levels: 6 },
  series: { kind: 'series', signal: 'song.hertz', values: [100, 200, 300], tolerance: 20, ignore: [0] },
  variety: { kind: 'variety', signal: 'lamp.colour', values: 4 },
  follows: {
    kind: 'follows',
    signal: 'arm.angle',
    source: 'radar.distance',
    map: { from: [0, 100], to: [180, 0] },
    tolerance: 5,
    span: 40,
    settle: 0.1,
  },
  prints: { kind: 'prints', times: 100, text: '3', every: { min: 0.1, max: 0.5 } },
  numbers: { kind: 'prints', numbers: [1, 2, 3, 4, 5, 6] },
  near: { kind: 'prints', near: 'weather.temperature', times: 20, tolerance: 0.1 },
  sends: { kind: 'sends', name: 'ping', times: 99 },
  receives: { kind: 'receives', name: 'ping', times: 99 },
  some: {
    kind: 'threshold',
    count: 2,
    of: [
      { kind: 'sends', name: 'x' },
      { kind: 'sends', name: 'ping' },
      { kind: 'receives', name: 'y' },
    ],
  },
  unwired: { kind: 'reached', is: { nobody: 'on', 'red.nothing': 3 } },
};

describe('any trace', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  const evidence = (seed: number, length = 300) => {
    const trace = randomTrace(dice(seed), length);
    return { trace, now: (trace.at(-1)?.at ?? 0) + dice(seed)(1_000_000), wiring, blocks: {} };
  };

  it.each(Object.keys(goals))(
    'is judged, the same each time, with a sentence in both languages: %s',
    (id) => {
      const goal = goalCheckSchema.parse(goals[id]);
      for (const seed of seeds) {
        const verdict = checkGoal(goal, evidence(seed));
        expect(checkGoal(goal, evidence(seed))).toEqual(verdict);
        if (verdict.reached) continue;
        for (const sentence of [verdict.seen.de, verdict.seen.en]) {
          expect(sentence).toMatch(/^[\p{Lu}\p{N}„“].*\.$/u);
          expect(sentence).not.toMatch(/undefined|NaN|Infinity|\[object|%the|%den/);
          expect(sentence.length).toBeLessThan(220);
        }
      }
    },
  );

  it('stays reached by what only more of the same run could add', () => {
    for (const seed of seeds.slice(0, 20)) {
      const { trace, ...rest } = evidence(seed);
      const running = trace.filter(({ kind }) => kind !== 'end');
      for (const id of ['pulses', 'sequence', 'ramp', 'series', 'variety', 'sends', 'prints']) {
        let before = false;
        for (let length = 20; length <= running.length; length += 40) {
          const part = running.slice(0, length);
          const { reached } = checkGoal(goals[id]!, { ...rest, trace: part, now: part.at(-1)!.at });
          expect([seed, id, length, before && !reached]).toEqual([seed, id, length, false]);
          before = reached;
        }
      }
    }
  });

  it('is read once for all goals of a lesson', () => {
    const run = evidence(7);
    const together = checkGoals(goals, run);
    expect(Object.keys(together)).toEqual(Object.keys(goals));
    for (const [id, verdict] of Object.entries(together)) expect(checkGoal(goals[id]!, run)).toEqual(verdict);
  });
});
