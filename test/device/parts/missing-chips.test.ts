import five from 'johnny-five';
import { describe, expect, it } from 'vitest';
import { createSimulatedBuses } from '../../../device/boards/johnny-five/simulated-buses.ts';
import { checkWiring } from '../../../device/parts/check-wiring.ts';
import type { JohnnyFiveContext } from '../../../device/parts/johnny-five-context.ts';
import type { SimulatedContext } from '../../../device/parts/simulated-context.ts';
import { seededRandom } from '../../../device/program/seeded-random.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

const second = 1_000_000;

/** A part by johnny-five whose chips can be unplugged; they are at first. */
function unplugged(type: string, options: Record<string, string> = {}) {
  const clock = new VirtualClock();
  const failures: unknown[] = [];
  const [part] = checkWiring({ parts: [{ id: 'it', type, pins: {}, options }] });
  const { definition } = part!;
  const simulation = definition.simulated({
    clock,
    options: part!.options,
    pins: undefined as unknown as SimulatedContext['pins'],
    random: seededRandom(1),
    emit() {},
    changed() {},
  });
  let plugged = false;
  const buses = createSimulatedBuses(() => (plugged ? [{ part: part!, side: simulation.bus ?? {} }] : []));
  const driver = definition.johnnyFive({
    five,
    board: undefined as unknown as JohnnyFiveContext['board'],
    pins: {},
    options: part!.options,
    buses,
    clock,
    pulse() {},
    emit() {},
    changed() {},
    failed: (error) => failures.push(error),
  });
  return {
    clock,
    failures,
    simulation,
    driver,
    plug: (is: boolean) => {
      plugged = is;
    },
    command: (name: string, ...args: unknown[]) => driver.commands[name]!(...(args as never[])),
    close() {
      driver.close();
      simulation.close();
    },
  };
}

/** A Sense HAT has four things that fail by themselves: its LEDs, its joystick, its air and its tilt. */
const parts = [
  { type: 'potentiometer', reports: 1 },
  { type: 'light', reports: 1 },
  { type: 'climate', reports: 1 },
  { type: 'climate', options: { chip: 'sht3x' }, reports: 1 },
  { type: 'climate', options: { chip: 'tmp102' }, reports: 1 },
  { type: 'lcd', reports: 1 },
  { type: 'oled', reports: 1 },
  { type: 'sense-hat', reports: 4 },
];

describe('a part whose chip does not answer', () => {
  it.each(parts)(
    'is set up all the same, reported once, and leaves nothing behind: $type $options',
    ({ type, options, reports }) => {
      const { clock, failures, close } = unplugged(type, options);
      clock.advance(60 * second);
      expect(failures.map(String)).toEqual(Array(reports).fill(expect.stringContaining('i2c-silent')));
      close();
      expect(clock.nextTimer).toBeUndefined();
    },
  );

  it.each([
    { type: 'potentiometer', input: 'position', within: 1 },
    { type: 'light', input: 'brightness', within: 1 },
    { type: 'sense-hat', input: 'tiltX', within: 1 },
    { type: 'sense-hat', input: 'temperature', within: 0.1 },
  ])(
    'measures as soon as it does, and is reported again when it stops: $type, $input',
    ({ type, input, within }) => {
      const { clock, failures, simulation, driver, plug, close } = unplugged(type);
      const measured = () => driver.values[input]!() as number;
      simulation.inputs[input]!(40);
      clock.advance(2 * second);
      const before = failures.length;
      plug(true);
      clock.advance(4 * second);
      expect(Math.abs(measured() - 40)).toBeLessThanOrEqual(within);
      expect(failures).toHaveLength(before);
      plug(false);
      simulation.inputs[input]!(70);
      clock.advance(2 * second);
      expect(Math.abs(measured() - 40)).toBeLessThanOrEqual(within);
      expect(failures.length).toBeGreaterThan(before);
      close();
    },
  );

  it.each([
    { type: 'lcd', command: 'write', args: [1, 'Hallo'] },
    { type: 'oled', command: 'write', args: [1, 'Hallo'] },
    { type: 'sense-hat', command: 'fill', args: ['#ff0000'] },
  ])('fails at its command, which works when it is there again: $type', ({ type, command, args }) => {
    const part = unplugged(type);
    part.clock.advance(second);
    for (const plugged of [false, true, false, true]) {
      part.plug(plugged);
      part.clock.advance(second);
      const act = () => part.command(command, ...args.with(-1, `#${plugged ? '00ff00' : 'ff0000'}`));
      if (plugged) expect(act).not.toThrow();
      else expect(act).toThrow('i2c-silent');
    }
    part.close();
  });
});
