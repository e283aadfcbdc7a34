import { beforeEach, describe, expect, it } from 'vitest';
import { createEchoTimer } from '../../../../device/boards/character-device/echo-timer.ts';
import type { EdgeListener } from '../../../../device/boards/character-device/watched-inputs.ts';
import type { Level } from '../../../../device/parts/driver.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

const [trigger, echo] = [23, 24];
/** When the trigger ends, in µs of the kernel's clock. */
const struckAt = 1_000_000;
const timeout = 30_000;

type Edge = [gpio: number, level: Level, at: number];

describe('the echo timer', () => {
  let clock: VirtualClock;
  let listeners: Set<EdgeListener>;
  let struck: [gpio: number, micros: number][];
  const lines = {
    strike(gpio: number, micros: number) {
      struck.push([gpio, micros]);
      return struckAt;
    },
    onEdge(listener: EdgeListener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  beforeEach(() => {
    clock = new VirtualClock();
    listeners = new Set();
    struck = [];
  });

  /** Measures while these edges are heard. */
  const measure = (...edges: Edge[]) => {
    const measured = createEchoTimer(lines, clock).measure(trigger, echo, timeout);
    for (const edge of edges) for (const listener of [...listeners]) listener(...edge);
    clock.advance(60_000);
    return measured;
  };

  it('strikes the trigger for 10 µs', async () => {
    await measure();
    expect(struck).toEqual([[trigger, 10]]);
  });

  it.each<[string, Edge[], number | undefined]>([
    [
      'the length of the echo',
      [
        [echo, 1, struckAt + 450],
        [echo, 0, struckAt + 1_610],
      ],
      1_160,
    ],
    [
      'the first echo only',
      [
        [echo, 1, struckAt + 450],
        [echo, 0, struckAt + 650],
        [echo, 1, struckAt + 900],
        [echo, 0, struckAt + 9_000],
      ],
      200,
    ],
    ['nothing when none comes', [], undefined],
    ['nothing when it does not end', [[echo, 1, struckAt + 450]], undefined],
    [
      'nothing when it ends too late',
      [
        [echo, 1, struckAt + 450],
        [echo, 0, struckAt + timeout + 1],
      ],
      undefined,
    ],
    [
      'the echo, not what other inputs do',
      [
        [25, 1, struckAt + 10],
        [echo, 1, struckAt + 450],
        [25, 0, struckAt + 500],
        [echo, 0, struckAt + 1_050],
      ],
      600,
    ],
    [
      'the echo, not what is left of an earlier one',
      [
        [echo, 1, struckAt - 900],
        [echo, 0, struckAt + 100],
        [echo, 1, struckAt + 450],
        [echo, 0, struckAt + 750],
      ],
      300,
    ],
  ])('tells %s', async (_case, edges, expected) => {
    expect(await measure(...edges)).toBe(expected);
    expect(listeners.size).toBe(0);
    expect(clock.nextTimer).toBeUndefined();
  });
});
