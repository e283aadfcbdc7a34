import { describe, expect, it } from 'vitest';
import { createSimulatedWs2812 } from '../../../device/parts/chips/simulated-ws2812.ts';
import { showOnWs2812, ws2812Bytes } from '../../../device/parts/chips/ws2812.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { everyBoard, valuesIn, wiredBoard } from './board-kit.ts';
import { recordingSpi } from './recording-bus.ts';

describe.each(everyBoard)('a strip on $on', ({ create }) => {
  it('shows what it is told, and is dark when it is safe', async () => {
    const clock = new VirtualClock();
    const { board, told } = await wiredBoard(create(clock), {
      id: 'strip',
      type: 'strip',
      options: { pixels: 3 },
    });
    expect(board.read('strip', 'picture')).toBe('000000000000000000');
    const steps = [
      { command: 'fill', args: ['#FF8000'], picture: 'ff8000ff8000ff8000' },
      { command: 'pixel', args: [1, '#0000ff'], picture: 'ff80000000ffff8000' },
      { command: 'pixel', args: [2.9, '#111111'], picture: 'ff80000000ff111111' },
      // Not on this strip, and far from any strip.
      { command: 'pixel', args: [3, '#ffffff'], picture: 'ff80000000ff111111' },
      { command: 'pixel', args: [-5, '#ffffff'], picture: 'ffffff0000ff111111' },
      { command: 'off', args: [], picture: '000000000000000000' },
    ];
    for (const { command, args, picture } of steps) {
      board.command('strip', command, args);
      expect(board.read('strip', 'picture')).toBe(picture);
      clock.advance(50_000);
    }
    expect(valuesIn(told, 'picture')).toEqual([
      'ff8000ff8000ff8000',
      'ff80000000ffff8000',
      'ff80000000ff111111',
      'ffffff0000ff111111',
      '000000000000000000',
    ]);
    board.command('strip', 'fill', ['#ffffff']);
    board.makeSafe();
    expect(board.read('strip', 'picture')).toBe('000000000000000000');
  });

  it.each([
    { what: 'no LED', options: { pixels: 0 } },
    { what: 'more LEDs than fit', options: { pixels: 61 } },
    { what: 'half an LED', options: { pixels: 1.5 } },
  ])('refuses $what', async ({ options }) => {
    const { board } = await wiredBoard(create(new VirtualClock()));
    const parts = [{ id: 'strip', type: 'strip', pins: {}, options }];
    await expect(board.setUp({ parts })).rejects.toThrow(/options-invalid/);
  });

  it.each([
    { with: { id: 'second', type: 'strip', pins: {} }, code: 'address-in-use' },
    {
      with: { id: 'pot', type: 'potentiometer', pins: {}, options: { converter: 'mcp3008' } },
      code: 'address-in-use',
    },
    { with: { id: 'red', type: 'led', pins: { anode: 10 } }, code: 'pin-in-use' },
  ])('has SPI for itself: no $with.id beside it', async ({ with: other, code }) => {
    const { board } = await wiredBoard(create(new VirtualClock()));
    const parts = [
      { id: 'strip', type: 'strip', pins: {} },
      other as typeof other & { pins: Record<string, number> },
    ];
    await expect(board.setUp({ parts })).rejects.toThrow(new RegExp(code));
  });
});

describe('the driver of WS2812 LEDs', () => {
  it('sends three bits for each bit, green first, at 2.4 MHz, and then 300 µs of nothing', () => {
    const { bus, log } = recordingSpi(createSimulatedWs2812(1));
    showOnWs2812(bus, ['8000ff']);
    const green = '924924'; // 00000000
    const red = 'd24924'; //   10000000
    const blue = 'db6db6'; //  11111111
    const sent = `00000000${green}${red}${blue}${'00'.repeat(90)}`;
    expect(log).toEqual([`0 2400000 < ${sent} > ${'00'.repeat(103)}`]);
  });

  it.each([1, 8, 60])('lights %i LEDs as they are told', (count) => {
    const leds = createSimulatedWs2812(count);
    const colours = Array.from({ length: count }, (_, index) =>
      ((index * 0x2fe5d1 + 0x1234) % 0x1000000).toString(16).padStart(6, '0'),
    );
    showOnWs2812(recordingSpi(leds).bus, colours);
    expect(leds.shown()).toEqual(colours);
  });

  it('fits the longest strip into one transfer of the kernel’s driver', () => {
    expect(ws2812Bytes(Array(60).fill('ffffff')).length).toBeLessThanOrEqual(4096);
  });
});
