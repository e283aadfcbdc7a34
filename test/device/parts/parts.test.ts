import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Board, BoardEvent, SimulatedInputs } from '../../../device/boards/board.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { traceEventSchema } from '../../../device/contract/trace.ts';
import { type Wiring, wiredPartSchema } from '../../../device/contract/wiring.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import {
  type InputDefinition,
  type PartDefinition,
  type PartOptions,
  safeLevelsOf,
} from '../../../device/parts/part.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { afterEffect, argumentSamples, numberPlaces, optionSamples } from './samples.ts';

const second = 1_000_000;

/** Such a part as `it`, from GPIO 12 upwards, where no bus is. */
function wiringOf(definition: PartDefinition, options: PartOptions) {
  const pins = Object.fromEntries(Object.keys(definition.pins).map((pin, index) => [pin, index + 12]));
  return { parts: [{ id: 'it', type: definition.type, pins, options }] } satisfies Wiring;
}

/** One such part alone on a simulated board. */
async function alone(definition: PartDefinition, options: PartOptions) {
  const clock = new VirtualClock();
  const board = createSimulatedBoard({ clock });
  const wiring = wiringOf(definition, options);
  await board.setUp(wiring);
  const events: BoardEvent[] = [];
  board.listen((event) => events.push(event));
  const read = () =>
    Object.fromEntries(Object.keys(definition.values).map((value) => [value, board.read('it', value)]));
  const expectSafe = () => {
    const levels = Object.entries(safeLevelsOf(definition, options));
    for (const [name, level] of levels) {
      expect([name, board.levels().get(wiring.parts[0]!.pins[name]!)]).toEqual([name, level]);
    }
  };
  return { clock, board, events, read, expectSafe };
}

/** Each of its inputs once; number inputs from one end to the other. */
function workAll(
  board: SimulatedInputs,
  { inputs }: PartDefinition,
  then: (input: string, definition: InputDefinition, given: number) => void,
) {
  for (const [input, definition] of Object.entries(inputs)) {
    if (definition.type === 'action') {
      board.input('it', input);
      then(input, definition, 0);
      continue;
    }
    const { min, max } = definition;
    for (const given of [min, max, (min + max) / 2]) {
      board.input('it', input, given);
      then(input, definition, given);
    }
  }
}

const variants = [...partCatalog.values()].flatMap((definition) =>
  optionSamples(definition).map((options) => ({
    name: [definition.type, ...Object.entries(options).map((option) => option.join(' '))].join(', '),
    definition,
    options,
  })),
);

describe.each(variants)('the part $name', ({ definition, options }) => {
  it('has names that a wiring and a trace can carry', () => {
    expect(wiredPartSchema.safeParse(wiringOf(definition, options).parts[0]).success).toBe(true);
    const names = [
      ...Object.keys(definition.commands),
      ...definition.events,
      ...Object.keys(definition.values),
    ];
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]{0,31}$/);
  });

  it('says the safe level of each of its outputs, and begins with it', async () => {
    const outputs = Object.entries(definition.pins).filter(([, pin]) => pin.direction === 'output');
    expect(Object.keys(safeLevelsOf(definition, options))).toEqual(outputs.map(([name]) => name));
    const { expectSafe } = await alone(definition, options);
    expectSafe();
  });

  it('takes each of its commands, and its values become what the effects of the command say', async () => {
    const { board, read, clock, events } = await alone(definition, options);
    for (const [command, known] of Object.entries(definition.commands)) {
      for (const args of argumentSamples(known)) {
        const before = read();
        board.command('it', command, args);
        for (const [value, effect] of Object.entries(known.effects ?? {})) {
          expect([command, args, board.read('it', value)]).toEqual([
            command,
            args,
            afterEffect(effect, before[value], args),
          ]);
        }
        clock.advance(second / 20);
      }
    }
    for (const event of events) expect(traceEventSchema.parse({ at: 0, ...event })).toMatchObject(event);
  });

  it('refuses arguments that are no finite numbers where it wants numbers', async () => {
    const { board, read } = await alone(definition, options);
    const before = read();
    for (const [command, known] of Object.entries(definition.commands)) {
      const [sample] = argumentSamples(known);
      expect(() => board.command('it', command, [...sample!, 'more'])).toThrow('argument-invalid');
      for (const place of numberPlaces(known)) {
        for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, '7', null]) {
          expect(() => board.command('it', command, sample!.with(place, wrong))).toThrow('argument-invalid');
        }
      }
    }
    expect(read()).toEqual(before);
  });

  it('is safe again after each of its commands', async () => {
    const { board, expectSafe } = await alone(definition, options);
    for (const [command, known] of Object.entries(definition.commands)) {
      for (const args of argumentSamples(known)) {
        board.command('it', command, args);
        board.makeSafe();
        expectSafe();
      }
    }
  });

  it('tells the event of each action that a hand can do, and only events that it says it has', async () => {
    const { board, clock, events } = await alone(definition, options);
    clock.advance(second);
    workAll(board, definition, (input, known) => {
      clock.advance(second);
      const told = events.splice(0).flatMap((event) => (event.kind === 'event' ? [event.event] : []));
      expect(definition.events).toEqual(expect.arrayContaining(told));
      if (known.type === 'action') expect([input, ...told]).toContain(known.event);
    });
  });

  it('measures what its number inputs say, and tells the new value', async () => {
    const { board, clock, events } = await alone(definition, options);
    clock.advance(second);
    workAll(board, definition, (_input, known, given) => {
      clock.advance(2 * second);
      const heard = events.splice(0);
      if (known.type === 'action') return;
      const value = definition.values[known.value]!;
      const measured = board.read('it', known.value) as number;
      if (definition.absent?.(options).includes(known.value)) {
        expect(measured).toBe(0);
        return;
      }
      if (value.type !== 'number') throw new Error(`${known.value} is no number`);
      expect(measured).toBeGreaterThanOrEqual(value.min);
      expect(measured).toBeLessThanOrEqual(value.max);
      const tolerance = Math.max(2 * value.resolution, (known.max - known.min) * 0.02);
      expect(Math.abs(measured - given)).toBeLessThanOrEqual(tolerance);
      const told = heard.findLast((event) => event.kind === 'value' && event.value === known.value);
      if (told) expect(told).toMatchObject({ is: measured });
    });
  });

  it('keeps its values in their ranges, and tells no event while nobody touches it', async () => {
    const { clock, events, read } = await alone(definition, options);
    clock.advance(10 * second);
    expect(events.filter((event) => event.kind === 'event')).toEqual([]);
    for (const [name, is] of Object.entries(read())) {
      const value = definition.values[name]!;
      expect(typeof is).toBe(value.type === 'text' ? 'string' : value.type);
      if (value.type !== 'number' || definition.absent?.(options).includes(name)) continue;
      expect(is).toBeGreaterThanOrEqual(value.min);
      expect(is).toBeLessThanOrEqual(value.max);
    }
  });

  it('leaves no timer behind', async () => {
    const { board, clock } = await alone(definition, options);
    for (const [command, known] of Object.entries(definition.commands)) {
      for (const args of argumentSamples(known)) board.command('it', command, args);
    }
    workAll(board, definition, () => {});
    await board.close();
    // What was told lately is forgotten with the wiring; the parts' own timers must be, too.
    expect(clock.nextTimer).toBeUndefined();
  });
});

describe.each(variants)('the part $name by johnny-five', ({ definition, options }) => {
  let board: (Board & SimulatedInputs) | undefined;
  afterEach(async () => {
    vi.useRealTimers();
    await board?.close();
  });

  it('leaves no timer behind, neither its own nor johnny-five’s', async () => {
    const clock = new VirtualClock();
    board = await createSimulatedJohnnyFiveBoard(clock);
    // hrtime goes on: johnny-five's LCD waits for it in a loop.
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
    await board.setUp(wiringOf(definition, options));
    for (const [command, known] of Object.entries(definition.commands)) {
      for (const args of argumentSamples(known)) board.command('it', command, args);
    }
    workAll(board, definition, () => vi.advanceTimersByTime(100));
    // johnny-five watches how long a button is held.
    const hold = Object.keys(definition.inputs).find((name) => definition.inputs[name]!.type === 'action');
    if (hold) board.input('it', hold);
    vi.advanceTimersByTime(100);
    await board.close();
    // A contact that has just moved may still be settling.
    vi.advanceTimersByTime(100);
    expect([clock.nextTimer, vi.getTimerCount()]).toEqual([undefined, 0]);
  });
});

describe('a sensor that a Pi can’t time', () => {
  it.each(['dht11', 'dht22'])('%s is refused, and what to take instead is named', async (type) => {
    const board = createSimulatedBoard({ clock: new VirtualClock() });
    const wiring = { parts: [{ id: 'air', type, pins: { data: 4 } }] };
    await expect(board.setUp(wiring)).rejects.toThrow(/part-refused.*BME280/);
  });
});
