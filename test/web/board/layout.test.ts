import { describe, expect, it } from 'vitest';
import { arrange, pinPoint, wirePath } from '../../../web/board/layout.ts';

const led = { width: 40, height: 50 };
const display = { width: 302, height: 138 };

describe('the board view’s stage', () => {
  it('has odd pins inside and even pins at the edge, two to a row', () => {
    const [one, two, three] = [pinPoint(1), pinPoint(2), pinPoint(3)];
    expect(one.y).toBe(two.y);
    expect(one.x).toBeLessThan(two.x);
    expect([three.x, three.y > one.y]).toEqual([one.x, true]);
  });

  it.each([
    { parts: 'one LED', sizes: [led] },
    { parts: 'five LEDs', sizes: Array.from({ length: 5 }, () => led) },
    { parts: 'twelve LEDs', sizes: Array.from({ length: 12 }, () => led) },
    { parts: 'a display', sizes: [display] },
    { parts: 'a display, three LEDs and another display', sizes: [display, led, led, led, display] },
  ])('has room for $parts: one below the other on the breadboard, each with its name', ({ sizes }) => {
    const { stage, places } = arrange(sizes);
    const { x, y, width, height } = stage.breadboard;
    let free = y;
    for (const [index, { corner, scale, label }] of places.entries()) {
      expect(corner.y).toBeGreaterThanOrEqual(free);
      expect(corner.x).toBeGreaterThan(x);
      expect(corner.x + sizes[index]!.width * scale).toBeLessThan(stage.groundRail.x);
      expect(label.y).toBeGreaterThan(corner.y + sizes[index]!.height * scale);
      free = label.y;
    }
    expect(free).toBeLessThan(y + height);
    expect(stage.width).toBeGreaterThan(x + width);
  });

  it('has a wider breadboard for a wide part', () => {
    expect(arrange([display]).stage.width).toBeGreaterThan(arrange([led]).stage.width);
  });

  it('draws a wire from its pin to its part', () => {
    const path = wirePath({ x: 140, y: 50 }, { x: 300, y: 90 });
    expect(path.startsWith('M140 50')).toBe(true);
    expect(path.endsWith('300 90')).toBe(true);
  });
});
