import { describe, expect, it } from 'vitest';
import type { BoardEvent } from '../../../device/boards/board.ts';
import { IoPlugin } from '../../../device/boards/johnny-five/io-plugin.ts';
import { createJohnnyFiveBoard } from '../../../device/boards/johnny-five/johnny-five-board.ts';
import { createSimulatedBuses } from '../../../device/boards/johnny-five/simulated-buses.ts';
import { createSimulatedLines } from '../../../device/boards/johnny-five/simulated-lines.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

const second = 1_000_000;

function radar(options: Record<string, number> = {}): Wiring {
  return { parts: [{ id: 'it', type: 'distance', pins: { trigger: 20, echo: 26 }, options }] };
}

/** Events of a part with their times in seconds. */
function told(clock: VirtualClock, events: string[]) {
  return (event: BoardEvent) => {
    if (event.kind === 'event') events.push(`${clock.now() / second} ${event.event}`);
  };
}

async function simulated(wiring: Wiring, seed = 1) {
  const clock = new VirtualClock();
  const board = createSimulatedBoard({ clock, seed });
  await board.setUp(wiring);
  const events: string[] = [];
  board.listen(told(clock, events));
  return { clock, board, events };
}

describe('a simulated motion detector', () => {
  it('is on for its hold time after the last movement', async () => {
    const { clock, board, events } = await simulated({
      parts: [{ id: 'it', type: 'motion', pins: { signal: 4 }, options: { hold: 10 } }],
    });
    board.input('it', 'move');
    clock.advance(9 * second);
    board.input('it', 'move');
    clock.advance(9 * second);
    expect(board.read('it', 'motion')).toBe(true);
    clock.advance(20 * second);
    expect(board.read('it', 'motion')).toBe(false);
    expect(events).toEqual(['0 moved', '19 still']);
  });
});

describe('a simulated distance sensor', () => {
  it('measures ten times a second, and clamps what a hand asks for to its range', async () => {
    const { clock, board } = await simulated(radar());
    board.input('it', 'distance', 1000);
    expect(board.read('it', 'distance')).toBe(100);
    clock.advance(100_000);
    expect(board.read('it', 'distance')).toBe(400);
    board.input('it', 'distance', 0);
    clock.advance(100_000);
    expect(board.read('it', 'distance')).toBe(2);
  });

  it('is off by up to half a centimetre, the same each time for the same seed', async () => {
    const readings = async (seed: number) => {
      const { clock, board } = await simulated(radar(), seed);
      board.input('it', 'distance', 50.5);
      return Array.from({ length: 40 }, () => {
        clock.advance(100_000);
        return board.read('it', 'distance');
      });
    };
    const first = await readings(1);
    expect(new Set(first)).toEqual(new Set([50, 51]));
    expect(await readings(1)).toEqual(first);
    expect(await readings(2)).not.toEqual(first);
  });

  it('tells near and far once, with room between them', async () => {
    const { clock, board, events } = await simulated(radar({ nearer: 40 }));
    for (const cm of [41, 40, 41, 40, 42, 41, 10, 400]) {
      board.input('it', 'distance', cm);
      clock.advance(second);
    }
    expect(events.map((event) => event.split(' ')[1])).toEqual(['near', 'far', 'near', 'far']);
  });
});

describe('a distance sensor on a Pi', () => {
  /** johnny-five's board with an echo timer that answers in turn what it is given: µs, none, or an error. */
  async function echoing(answers: (number | undefined | Error)[]) {
    const clock = new VirtualClock();
    const failures: unknown[] = [];
    const lines = createSimulatedLines(clock);
    const measured: number[][] = [];
    const board = await createJohnnyFiveBoard({
      io: new IoPlugin(lines),
      info: { io: 'simulated', model: 'Simulated Raspberry Pi' },
      buses: {
        ...createSimulatedBuses(() => []),
        echo: {
          async measure(trigger, echo) {
            measured.push([trigger, echo]);
            // As a real echo does, which no one is told of.
            lines.drive(echo, 1);
            lines.drive(echo, 0);
            const answer = answers.shift();
            if (answer instanceof Error) throw answer;
            return answer;
          },
        },
      },
      clock,
      onFailure: (error) => failures.push(error),
    });
    const heard: BoardEvent[] = [];
    board.listen((event) => heard.push(event));
    const next = async () => {
      clock.advance(100_000);
      // The echo comes with a promise.
      await new Promise((resolve) => setImmediate(resolve));
      return board.read('it', 'distance');
    };
    await board.setUp(radar());
    await new Promise((resolve) => setImmediate(resolve));
    return { board, failures, heard, measured, next };
  }

  it('makes cm of the length of the echo, at 58 µs each', async () => {
    const { board, measured, next } = await echoing([58 * 33, 58 * 20.4, 58 * 1, 58 * 450]);
    expect(board.read('it', 'distance')).toBe(33);
    expect([await next(), await next(), await next()]).toEqual([20, 2, 400]);
    expect(measured[0]).toEqual([20, 26]);
    await board.close();
  });

  it('passes over one echo that is missing, but not over two', async () => {
    const { board, next } = await echoing([580, undefined, 580, undefined, undefined, 580]);
    const readings = [await next(), await next(), await next(), await next(), await next()];
    expect(readings).toEqual([10, 10, 10, 400, 10]);
    await board.close();
  });

  it('reports a failure once until it measures again', async () => {
    const broken = new Error('no echo timer');
    const { board, failures, next } = await echoing([580, broken, broken, 580, broken]);
    for (let count = 0; count < 4; count += 1) expect(await next()).toBe(10);
    expect(failures).toEqual([broken, broken]);
    await board.close();
  });

  it('keeps the edges of its echo to itself, and stops when it is unwired', async () => {
    const { board, heard, measured, next } = await echoing([580, 580]);
    await next();
    expect(heard.filter(({ kind }) => kind === 'pin')).toEqual([]);
    await board.close();
    const before = measured.length;
    await expect(next()).rejects.toThrow('part-not-wired');
    expect(measured.length).toBe(before);
  });
});
