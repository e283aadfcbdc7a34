import { describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { wiredPartSchema } from '../../../device/contract/wiring.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import type { PartDefinition } from '../../../device/parts/part.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

/** One such part alone on a board, from GPIO 2 upwards. */
async function alone(definition: PartDefinition) {
  const pins = Object.fromEntries(Object.keys(definition.pins).map((pin, index) => [pin, index + 2]));
  const board = createSimulatedBoard({ clock: new VirtualClock() });
  await board.setUp({ parts: [{ id: 'it', type: definition.type, pins }] });
  return { board, pins };
}

describe.each([...partCatalog.values()])('the part $type', (definition) => {
  it('has names that a wiring and a trace can carry', () => {
    const pins = Object.fromEntries(Object.keys(definition.pins).map((pin) => [pin, 2]));
    expect(wiredPartSchema.safeParse({ id: 'it', type: definition.type, pins }).success).toBe(true);
    const names = [
      ...Object.keys(definition.commands),
      ...definition.events,
      ...Object.keys(definition.values),
    ];
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]{0,31}$/);
  });

  it('says the safe level of each of its outputs, and begins with it', async () => {
    const outputs = Object.entries(definition.pins).filter(([, pin]) => pin.direction === 'output');
    expect(Object.keys(definition.safe)).toEqual(outputs.map(([name]) => name));
    const { board, pins } = await alone(definition);
    for (const [name, level] of Object.entries(definition.safe))
      expect(board.levels().get(pins[name]!)).toBe(level);
  });

  it('takes each of its commands, and its values become what the effects of the command say', async () => {
    const { board } = await alone(definition);
    for (const [command, { effects }] of Object.entries(definition.commands)) {
      const before = Object.fromEntries(
        Object.keys(definition.values).map((value) => [value, board.read('it', value)]),
      );
      board.command('it', command, []);
      for (const [value, effect] of Object.entries(effects ?? {})) {
        if ('to' in effect) expect(board.read('it', value)).toBe(effect.to);
        if ('flip' in effect) expect(board.read('it', value)).toBe(!before[value]);
      }
    }
  });

  it('is safe again after each of its commands', async () => {
    const { board, pins } = await alone(definition);
    for (const command of Object.keys(definition.commands)) {
      board.command('it', command, []);
      board.makeSafe();
      for (const [name, level] of Object.entries(definition.safe))
        expect(board.levels().get(pins[name]!)).toBe(level);
    }
  });

  it('tells only events that it says it has', async () => {
    const { board } = await alone(definition);
    const events: string[] = [];
    board.listen((event) => event.kind === 'event' && events.push(event.event));
    for (const input of Object.keys(definition.inputs)) board.input('it', input);
    expect(definition.events).toEqual(expect.arrayContaining(events));
    expect(events.length).toBe(Object.keys(definition.inputs).length);
  });
});
