import { afterEach, describe, expect, it } from 'vitest';
import type { Board, BoardEvent, SimulatedInputs } from '../../../device/boards/board.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { safeLevelsOf } from '../../../device/parts/part.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

const boards: Record<string, (clock: VirtualClock) => Promise<Board & SimulatedInputs>> = {
  simulated: async (clock) => createSimulatedBoard({ clock }),
  'johnny-five over simulated pins': createSimulatedJohnnyFiveBoard,
};

let board: (Board & SimulatedInputs) | undefined;
afterEach(async () => {
  await board?.close();
});

/** What each part does to its pins, as `gpio=level` and `gpio~hertz*duty`, for a row of commands. */
const table: readonly {
  readonly type: string;
  readonly pins: Record<string, number>;
  readonly options?: Record<string, string>;
  /** What it may do when it is wired. */
  readonly stirs?: string;
  readonly does: readonly (readonly [command: string, args: readonly unknown[], pins: string])[];
}[] = [
  {
    type: 'led',
    pins: { anode: 18 },
    does: [
      ['brightness', [40], '18=1 18~200*0.4'],
      ['brightness', [0.01], '18~200*0.004'],
      ['on', [], '18~200*1'],
      ['brightness', [0], '18=0'],
    ],
  },
  {
    type: 'rgb-led',
    pins: { red: 2, green: 3, blue: 4 },
    does: [
      ['on', ['#ff3300'], '2=1 3=1 3~200*0.2'],
      ['on', ['#0000ff'], '2=0 3~200*0 3=0 4=1'],
      ['off', [], '4=0'],
    ],
  },
  {
    type: 'rgb-led',
    pins: { red: 2, green: 3, blue: 4 },
    options: { common: 'anode' },
    does: [
      ['on', ['#ff3300'], '2=0 3~200*0.8'],
      ['off', [], '2=1 3~200*1'],
    ],
  },
  {
    type: 'speaker',
    pins: { signal: 12 },
    does: [
      ['tone', [440], '12=1 12~440*0.5'],
      ['tone', [9000], '12~5000*0.5'],
      ['off', [], '12~5000*0 12=0'],
    ],
  },
  {
    type: 'servo',
    pins: { signal: 13 },
    does: [
      ['turn', [0], '13=1 13~50*0.03'],
      ['turn', [90], '13~50*0.075'],
      ['turn', [90], ''],
      ['off', [], '13~50*0 13=0'],
      // The same angle again, after the pulses have ended.
      ['turn', [90], '13=1 13~50*0.075'],
      ['turn', [270], '13~50*0.12'],
    ],
  },
  {
    type: 'motor',
    pins: { forward: 5, backward: 6, enable: 19 },
    // johnny-five sets a direction, while the motor is not enabled.
    stirs: '5=1 5=0',
    does: [
      ['run', [40], '5=1 19=1 19~200*0.4'],
      // Faster, without a stop in between.
      ['run', [60], '19~200*0.6'],
      ['run', [-60], '19~200*0 19=0 6=1 5=0 19=1 19~200*0.6'],
      ['run', [-101], '19~200*1'],
      ['run', [0], '19=0 6=0'],
      ['run', [2], '5=1 19=1 19~200*0.02'],
      ['stop', [], '19~200*0 19=0 5=0'],
    ],
  },
  {
    type: 'output-pin',
    pins: { signal: 21 },
    does: [
      ['pulse', [25, 10], '21=1 21~10*0.25'],
      ['toggle', [], '21~10*0 21=0'],
      ['toggle', [], '21=1'],
      ['pulse', [200, 0], ''],
      ['pulse', [50, 0], '21~1*0.5'],
    ],
  },
];

function shown(event: BoardEvent): string[] {
  if (event.kind === 'pin') return [`${event.gpio}=${event.level}`];
  if (event.kind === 'pwm') return [`${event.gpio}~${event.hertz}*${Number(event.duty.toFixed(3))}`];
  return [];
}

describe.each(Object.entries(boards))('on the board %s', (_name, create) => {
  it.each(table)('a $type sets its pins', async ({ type, pins, options, does }) => {
    board = await create(new VirtualClock());
    await board.setUp({ parts: [{ id: 'it', type, pins, ...(options && { options }) }] });
    const events: BoardEvent[] = [];
    board.listen((event) => events.push(event));
    for (const [command, args, expected] of does) {
      board.command('it', command, args);
      expect([command, args, events.splice(0).flatMap(shown).join(' ')]).toEqual([command, args, expected]);
    }
  });

  it.each(table)(
    'a $type $options is dark, silent and still from the first moment',
    async ({ type, pins, options, stirs = '' }) => {
      board = await create(new VirtualClock());
      const events: BoardEvent[] = [];
      board.listen((event) => events.push(event));
      await board.setUp({ parts: [{ id: 'it', type, pins, ...(options && { options }) }] });
      expect(['', stirs]).toContain(events.flatMap(shown).join(' '));
      const safe = safeLevelsOf(partCatalog.get(type)!, options ?? {});
      expect([...board.levels()]).toEqual(Object.entries(pins).map(([pin, gpio]) => [gpio, safe[pin]]));
    },
  );

  it('a servo turns 60° in 0.17 s, tells its angle on the way, and stays where its pulses end', async () => {
    const clock = new VirtualClock();
    board = await create(clock);
    await board.setUp({ parts: [{ id: 'arm', type: 'servo', pins: { signal: 13 } }] });
    const angles: unknown[] = [];
    board.listen((event) => event.kind === 'value' && angles.push(event.is));
    const angle = () => board?.read('arm', 'angle');
    expect(angle()).toBe(90);
    board.command('arm', 'turn', [30]);
    clock.advance(85_000);
    expect(angle()).toBe(60);
    clock.advance(85_000);
    expect(angle()).toBe(30);
    clock.advance(1_000_000);
    expect(angles).toEqual([72, 55, 37, 30]);
    board.command('arm', 'turn', [90]);
    clock.advance(85_000);
    board.command('arm', 'off', []);
    clock.advance(1_000_000);
    expect(angle()).toBe(60);
    expect(angles.at(-1)).toBe(60);
  });

  it('a value that was told lately is told at once when the board is made safe', async () => {
    board = await create(new VirtualClock());
    await board.setUp({ parts: [{ id: 'it', type: 'speaker', pins: { signal: 12 } }] });
    const told: unknown[] = [];
    board.listen((event) => event.kind === 'value' && told.push(event.is));
    for (const hertz of [100, 200, 300]) board.command('it', 'tone', [hertz]);
    board.makeSafe();
    expect(told).toEqual([100, 0]);
  });
});
