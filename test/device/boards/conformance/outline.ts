import { expect } from 'vitest';
import type { TraceEvent } from '../../../../device/contract/trace.ts';
import type { Wiring } from '../../../../device/contract/wiring.ts';
import { partCatalog } from '../../../../device/parts/catalog.ts';

type ValueEvent = Extract<TraceEvent, { kind: 'value' }>;

/** Boards tell at most 20 values a second, not the same ones. */
const shortestRest = 80_000;

/** What two traces of one program must have in common. */
export interface Outline {
  /** All events but those of values, in their order. */
  readonly events: readonly TraceEvent[];
  /** By `part value`. */
  readonly values: ReadonlyMap<string, SettledValue>;
}

/** One value of a part over time. */
interface SettledValue {
  /** What it came to rest at, in the order of time. */
  readonly rests: readonly ValueEvent['is'][];
  /** Of a number; 0 for what has none. */
  readonly resolution: number;
}

/** How far two traces may differ. */
export interface Tolerance {
  /** In the time of an event, in µs. */
  readonly time: number;
}

/** @param onItsWay a value that changes again within so many µs is not at rest. */
export function outlineOf(
  trace: readonly TraceEvent[],
  wiring: Wiring,
  onItsWay: number = shortestRest,
): Outline {
  const lanes = new Map<string, ValueEvent[]>();
  for (const event of trace) {
    if (event.kind !== 'value') continue;
    const lane = `${event.part} ${event.value}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), event]);
  }
  return {
    events: trace.filter((event) => event.kind !== 'value'),
    values: new Map(
      [...lanes].map(([lane, events]) => {
        const resolution = resolutionOf(events[0]!, wiring);
        return [lane, { rests: restsOf(events, resolution, onItsWay), resolution }];
      }),
    ),
  };
}

/**
 * Expects that two traces tell the same: the same events in the same order, their times within the tolerance; the
 * values at rest the same, numbers within two steps of their resolution, as the noise is one step on either board.
 */
export function expectSameOutline(outline: Outline, reference: Outline, tolerance: Tolerance): void {
  expect(untimed(outline)).toEqual(untimed(reference));
  for (const [index, event] of outline.events.entries()) {
    const apart = Math.abs(event.at - reference.events[index]!.at);
    expect(apart, `${JSON.stringify(event)} is ${apart} µs off`).toBeLessThanOrEqual(tolerance.time);
  }
  expect([...outline.values.keys()].sort()).toEqual([...reference.values.keys()].sort());
  for (const [lane, { rests, resolution }] of reference.values) {
    const others = outline.values.get(lane)!.rests;
    const told = `${lane}: ${JSON.stringify(others)} instead of ${JSON.stringify(rests)}`;
    expect(others.length, told).toBe(rests.length);
    const same = rests.every((is, index) => areNear(is, others[index], 2 * resolution));
    expect(same, told).toBe(true);
  }
}

function untimed({ events }: Outline) {
  return events.map(({ at: _at, ...event }) => event);
}

function restsOf(events: readonly ValueEvent[], resolution: number, onItsWay: number): ValueEvent['is'][] {
  const rests: ValueEvent['is'][] = [];
  for (const [index, event] of events.entries()) {
    const next = events[index + 1];
    if (next && next.at - event.at < onItsWay) continue;
    if (rests.length === 0 || !areNear(rests.at(-1), event.is, resolution)) rests.push(event.is);
  }
  return rests;
}

function areNear(one: ValueEvent['is'] | undefined, other: ValueEvent['is'] | undefined, apart: number) {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  // 20.1 and 20 are a bit more than 0.1 apart.
  return Math.abs(one - other) <= apart * (1 + 1e-9);
}

function resolutionOf({ part, value }: ValueEvent, wiring: Wiring): number {
  const type = wiring.parts.find(({ id }) => id === part)?.type;
  const definition = partCatalog.get(type ?? '')?.values[value];
  return definition?.type === 'number' ? definition.resolution : 0;
}
