import * as Blockly from 'blockly';
import { expect, it } from 'vitest';
import { type Wiring, wiringSchema } from '../../../device/contract/wiring.ts';
import { rawReadings } from '../../../device/parts/chips/bme280-compensation.ts';
import { blockTypes, registerBlocks, toolbox } from '../../../lessons/blocks/index.ts';
import { allHelpers, helperNames } from '../../../lessons/blocks/python/all-helpers.ts';
import { pythonWords } from '../../../lessons/blocks/python/python-words.ts';
import { chain, type SavedBlock } from '../blocks/workspace.ts';
import { bme280Registers } from './bme280-registers.ts';
import { pythonOf } from './lessons.ts';
import { complaintsOf, runOnMockPins } from './mock-pins.ts';

/** One part of each kind. */
const wiring: Wiring = wiringSchema.parse({
  parts: [
    { id: 'red', type: 'led', pins: { anode: 18 } },
    { id: 'button', type: 'button', pins: { signal: 25 } },
    { id: 'buzzer', type: 'buzzer', pins: { signal: 22 } },
    { id: 'rgb', type: 'rgb-led', pins: { red: 5, green: 6, blue: 13 } },
    { id: 'lever', type: 'switch', pins: { signal: 27 } },
    { id: 'speaker', type: 'speaker', pins: { signal: 12 } },
    { id: 'servo', type: 'servo', pins: { signal: 19 } },
    { id: 'motor', type: 'motor', pins: { forward: 16, backward: 20, enable: 21 } },
    { id: 'motion', type: 'motion', pins: { signal: 4 } },
    { id: 'distance', type: 'distance', pins: { trigger: 23, echo: 24 } },
    { id: 'knob', type: 'potentiometer', pins: {}, options: { channel: 0 } },
    { id: 'light', type: 'light', pins: {}, options: { channel: 1 } },
    { id: 'climate', type: 'climate', pins: {} },
    { id: 'strip', type: 'strip', pins: {} },
    { id: 'lcd', type: 'lcd', pins: {} },
    { id: 'oled', type: 'oled', pins: {} },
    { id: 'sense', type: 'sense-hat', pins: {}, options: { rotation: 90 } },
    { id: 'out', type: 'output-pin', pins: { signal: 17 } },
    { id: 'in', type: 'input-pin', pins: { signal: 26 }, options: { pull: 'down' } },
  ],
});

/** The blocks as they are in the toolbox, with what lies in their gaps. */
async function fromToolbox(): Promise<SavedBlock[]> {
  await registerBlocks(Blockly, 'de', blockTypes);
  const found: SavedBlock[] = [];
  const look = (item: unknown): void => {
    if (typeof item !== 'object' || item === null) return;
    if ('kind' in item && item.kind === 'block') found.push(item as unknown as SavedBlock);
    else if ('contents' in item && Array.isArray(item.contents)) item.contents.forEach(look);
  };
  look(toolbox(blockTypes, await registerBlocks(Blockly, 'de', blockTypes)));
  return found;
}

it('every block runs as Python as it comes from the toolbox', async () => {
  const shapes = new Blockly.Workspace();
  // What never comes to its end, or ends what it stands in.
  const endless = ['steckbrett_forever', 'steckbrett_wait_until', 'controls_flow_statements'];
  const counted = (await fromToolbox())
    .filter(({ type }) => !endless.includes(type) && !/^(lists_|math_on_list)/.test(type))
    .map((block): { block: SavedBlock; hat: boolean; value: boolean } => {
      const shape = shapes.newBlock(block.type);
      return {
        block,
        hat: !shape.previousConnection && !shape.outputConnection,
        value: !!shape.outputConnection,
      };
    });
  const statements = counted
    .filter(({ hat }) => !hat)
    .map(
      ({ block, value }): SavedBlock =>
        value ? { type: 'steckbrett_print', inputs: { VALUE: { block } } } : block,
    );
  const hats = counted.filter(({ hat, block }) => hat && block.type !== 'steckbrett_start');
  const inEach: SavedBlock = { type: 'steckbrett_print' };
  const { text } = await pythonOf(
    [chain({ type: 'steckbrett_start' }, ...statements), ...hats.map(({ block }) => chain(block, inEach))],
    wiring,
  );
  const registers = [
    ...bme280Registers(rawReadings({ temperature: 20, humidity: 50, pressure: 1013 })).map((one) => ({
      at: 0,
      address: 0x76,
      ...one,
    })),
    { at: 0, address: 72, register: 0, bytes: [0x20, 0] },
    { at: 0, address: 72, register: 1, bytes: [0x85, 0x83] },
  ];
  const world = { registers, distances: [{ at: 0, trigger: 23, echo: 24, cm: 50 }] };
  const { error, prints } = await runOnMockPins(text, 60, world);
  expect(error, text).toBeNull();
  const imported = [...text.matchAll(/^from .* import (.*)$/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  expect(imported.filter((name) => ![...pythonWords, ...helperNames].includes(name))).toEqual([]);
  expect(prints.length).toBeGreaterThan(30);
  const lines = prints.map(([, line]) => line);
  // The weather of the BME280, the Sense HAT's tilt, the distance, as their blocks measure them.
  expect(lines).toEqual(expect.arrayContaining(['20', '50']));
});

it('every helper compiles', async () => {
  const codes = Object.entries(allHelpers).map(([name, { code }]) => [
    name,
    code.replace(/^( +)%$/m, '$1""'),
  ]);
  expect(await complaintsOf(Object.fromEntries(codes))).toEqual({});
});
