import { describe, expect, it } from 'vitest';
import { DoublePress } from '../../../web/ui/double-press.ts';

describe('a key pressed twice', () => {
  it.each([
    { presses: [0, 300], heard: [false, true] },
    { presses: [0, 601], heard: [false, false] },
    { presses: [0, 601, 900], heard: [false, false, true] },
    { presses: [0, 100, 200, 300], heard: [false, true, false, true] },
  ])('at $presses ms is heard as $heard', ({ presses, heard }) => {
    const twice = new DoublePress();
    expect(presses.map((at) => twice.press(at))).toEqual(heard);
  });

  it('begins anew when another key came between', () => {
    const twice = new DoublePress();
    twice.press(0);
    twice.reset();
    expect(twice.press(100)).toBe(false);
  });
});
