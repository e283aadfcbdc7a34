import { describe, expect, it } from 'vitest';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { eventsIn, everyBoard, valuesIn, wiredBoard } from './board-kit.ts';

const look = 100_000;

describe.each(everyBoard)('a potentiometer on $on', ({ create }) => {
  it.each([{ converter: 'ads1115' }, { converter: 'mcp3008' }])(
    'tells its position and that it was turned, by $converter',
    async (options) => {
      const clock = new VirtualClock();
      const { board, told } = await wiredBoard(create(clock), { id: 'pot', type: 'potentiometer', options });
      clock.advance(look);
      expect(board.read('pot', 'position')).toBe(0);
      expect(told).toEqual([]);
      for (const position of [40, 41, 100, 0]) {
        board.input('pot', 'position', position);
        clock.advance(look);
        expect(board.read('pot', 'position')).toBe(position);
      }
      expect(valuesIn(told, 'position')).toEqual([40, 41, 100, 0]);
      expect(eventsIn(told)).toEqual(Array(4).fill('pot turned'));
    },
  );

  it('is still while nobody turns it, whatever the noise', async () => {
    const clock = new VirtualClock();
    const { board, told } = await wiredBoard(create(clock), { id: 'pot', type: 'potentiometer' });
    board.input('pot', 'position', 63);
    clock.advance(look);
    told.length = 0;
    clock.advance(60 * 1_000_000);
    expect(told).toEqual([]);
  });

  it('shares its converter with others, each at a channel of its own', async () => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(
      create(clock),
      { id: 'a', type: 'potentiometer', options: { channel: 0 } },
      { id: 'b', type: 'potentiometer', options: { channel: 3 } },
      { id: 'c', type: 'light', options: { channel: 1 } },
      { id: 'd', type: 'potentiometer', options: { channel: 3, address: 73 } },
      { id: 'e', type: 'potentiometer', options: { channel: 7, converter: 'mcp3008' } },
    );
    board.input('a', 'position', 10);
    board.input('b', 'position', 20);
    board.input('c', 'brightness', 30);
    board.input('d', 'position', 40);
    board.input('e', 'position', 50);
    clock.advance(look);
    expect(['a', 'b', 'd', 'e'].map((id) => board.read(id, 'position'))).toEqual([10, 20, 40, 50]);
    expect(Math.abs((board.read('c', 'brightness') as number) - 30)).toBeLessThanOrEqual(1);
  });

  it.each([
    { what: 'two at one channel', options: { channel: 2 }, code: 'address-in-use' },
    { what: 'a channel that the chip has not', options: { channel: 4 }, code: 'options-invalid' },
    { what: 'an address that the chip has not', options: { address: 76 }, code: 'options-invalid' },
    { what: 'an unknown chip', options: { converter: 'ads1015' }, code: 'options-invalid' },
  ] as { what: string; options: Record<string, string | number>; code: string }[])(
    'refuses $what',
    async ({ options, code }) => {
      const { board } = await wiredBoard(create(new VirtualClock()));
      const wiring: Wiring = {
        parts: [
          { id: 'one', type: 'potentiometer', pins: {}, options: { channel: 2 } },
          { id: 'two', type: 'potentiometer', pins: {}, options },
        ],
      };
      await expect(board.setUp(wiring)).rejects.toThrow(new RegExp(code));
    },
  );

  it('leaves nothing behind that still looks', async () => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(create(clock), { id: 'pot', type: 'potentiometer' });
    await board.setUp({ parts: [] });
    expect(clock.nextTimer).toBeUndefined();
  });
});

it('cannot share the SPI pins with a part at one of them', async () => {
  const { board } = await wiredBoard(createSimulatedJohnnyFiveBoard(new VirtualClock()));
  const parts: Wiring['parts'] = [
    { id: 'pot', type: 'potentiometer', pins: {}, options: { converter: 'mcp3008' } },
    { id: 'red', type: 'led', pins: { anode: 9 } },
  ];
  await expect(board.setUp({ parts })).rejects.toThrow(/pin-in-use/);
});
