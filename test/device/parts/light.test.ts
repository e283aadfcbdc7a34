import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { eventsIn, everyBoard, wiredBoard } from './board-kit.ts';

describe.each(everyBoard)('a light sensor on $on', ({ create }) => {
  it('tells that it became lighter or darker by more than 10 % since it last did', async () => {
    const clock = new VirtualClock();
    const { board, told } = await wiredBoard(create(clock), { id: 'ldr', type: 'light' });
    // In steps far enough from the border that the noise, at most 1 %, decides nothing.
    const steps = [
      { brightness: 55, tells: [] },
      { brightness: 65, tells: ['ldr lighter'] },
      { brightness: 70, tells: [] },
      { brightness: 80, tells: ['ldr lighter'] },
      { brightness: 75, tells: [] },
      { brightness: 10, tells: ['ldr darker'] },
    ];
    for (const { brightness, tells } of steps) {
      told.length = 0;
      board.input('ldr', 'brightness', brightness);
      clock.advance(1_000_000);
      expect(eventsIn(told)).toEqual(tells);
      expect(Math.abs((board.read('ldr', 'brightness') as number) - brightness)).toBeLessThanOrEqual(1);
    }
  });
});
