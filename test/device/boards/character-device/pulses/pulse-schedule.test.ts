import { describe, expect, it } from 'vitest';
import { PulseMemory } from '../../../../../device/boards/character-device/pulses/pulse-memory.ts';
import { PulseSchedule } from '../../../../../device/boards/character-device/pulses/pulse-schedule.ts';

/** What a schedule sets: `at` in ns, lines as `place+` for a rise and `place-` for a fall. */
type Edge = [at: number, ...lines: string[]];

/** Plays a schedule up to a moment, each time `lateness` ns too late. */
function play(schedule: PulseSchedule, end: number, lateness: (at: number) => number = () => 0): Edge[] {
  const edges: Edge[] = [];
  for (let at = 0; at < end; ) {
    const { bits, mask } = schedule.due(at);
    const lines = Array.from({ length: 32 }, (_, place) => place)
      .filter((place) => (mask >>> place) & 1)
      .map((place) => `${place}${(bits >>> place) & 1 ? '+' : '-'}`);
    if (lines.length > 0) edges.push([at, ...lines]);
    at = schedule.next + lateness(schedule.next);
  }
  return edges;
}

function scheduled(...trains: [place: number, period: number, high: number][]) {
  const memory = new PulseMemory();
  for (const [place, period, high] of trains) memory.begin(place, { period, high });
  return { memory, schedule: new PulseSchedule(memory) };
}

describe('the schedule of pulses', () => {
  it('rests for ever when no line pulses', () => {
    const { schedule } = scheduled();
    expect(schedule.due(0)).toEqual({ bits: 0, mask: 0 });
    expect(schedule.next).toBe(Number.POSITIVE_INFINITY);
  });

  it('rises at once and then with each period, and falls after the high time', () => {
    const { schedule } = scheduled([3, 100, 30]);
    expect(play(schedule, 250)).toEqual([
      [0, '3+'],
      [30, '3-'],
      [100, '3+'],
      [130, '3-'],
      [200, '3+'],
      [230, '3-'],
    ]);
  });

  it('sets several lines of different frequencies, those of one moment together', () => {
    const { schedule } = scheduled([0, 100, 50], [31, 150, 50]);
    expect(play(schedule, 320)).toEqual([
      [0, '0+', '31+'],
      [50, '0-', '31-'],
      [100, '0+'],
      [150, '0-', '31+'],
      [200, '0+', '31-'],
      [250, '0-'],
      [300, '0+', '31+'],
    ]);
  });

  it('keeps the width of a pulse that began late, and the grid of the period', () => {
    const { schedule } = scheduled([0, 100, 30]);
    expect(play(schedule, 330, (at) => (at === 100 ? 20 : 0))).toEqual([
      [0, '0+'],
      [30, '0-'],
      [120, '0+'],
      [150, '0-'],
      [200, '0+'],
      [230, '0-'],
      [300, '0+'],
    ]);
  });

  it('does not make up for pulses that it slept through', () => {
    const { schedule } = scheduled([0, 100, 30]);
    expect(play(schedule, 720, (at) => (at === 100 ? 450 : 0))).toEqual([
      [0, '0+'],
      [30, '0-'],
      [550, '0+'],
      [580, '0-'],
      [600, '0+'],
      [630, '0-'],
      [700, '0+'],
    ]);
  });

  it('stays high when a late pulse would last into the next', () => {
    const { schedule } = scheduled([0, 100, 95]);
    expect(play(schedule, 320, (at) => (at === 100 ? 10 : 0))).toEqual([
      [0, '0+'],
      [95, '0-'],
      [110, '0+'],
      [200, '0+'],
      [295, '0-'],
      [300, '0+'],
    ]);
  });

  it('takes a new high time with the next pulse', () => {
    const { memory, schedule } = scheduled([0, 100, 30]);
    schedule.due(0);
    memory.begin(0, { period: 100, high: 60 });
    schedule.due(30);
    expect(schedule.next).toBe(100);
    schedule.due(100);
    expect(schedule.next).toBe(160);
  });

  it('begins anew at once with another period', () => {
    const { memory, schedule } = scheduled([0, 1_000_000, 30]);
    schedule.due(0);
    schedule.due(30);
    memory.begin(0, { period: 100, high: 50 });
    expect(schedule.due(40)).toEqual({ bits: 1, mask: 1 });
    expect(schedule.next).toBe(90);
  });

  it('sets a line no more that has been ended', () => {
    const { memory, schedule } = scheduled([0, 100, 30]);
    schedule.due(0);
    memory.end(0);
    expect(schedule.due(30)).toEqual({ bits: 0, mask: 0 });
    expect(schedule.next).toBe(Number.POSITIVE_INFINITY);
  });
});
