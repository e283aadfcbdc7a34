import { describe, expect, it } from 'vitest';
import { breadboardArea, pinPoint, slotPoint, wirePath } from '../../../web/board/layout.ts';

describe('the board view’s stage', () => {
  it('has odd pins inside and even pins at the edge, two to a row', () => {
    const [one, two, three] = [pinPoint(1), pinPoint(2), pinPoint(3)];
    expect(one.y).toBe(two.y);
    expect(one.x).toBeLessThan(two.x);
    expect([three.x, three.y > one.y]).toEqual([one.x, true]);
  });

  it.each([1, 3, 5, 8])('has room for %i parts on the breadboard', (count) => {
    const places = Array.from({ length: count }, (_, index) => slotPoint(index, count));
    const ordered = [...places].sort((a, b) => a.y - b.y);
    expect(places).toEqual(ordered);
    for (const { y } of places) {
      expect(y).toBeGreaterThan(breadboardArea.y);
      expect(y).toBeLessThan(breadboardArea.y + breadboardArea.height);
    }
  });

  it('draws a wire from its pin to its part', () => {
    const path = wirePath({ x: 140, y: 50 }, { x: 300, y: 90 });
    expect(path.startsWith('M140 50')).toBe(true);
    expect(path.endsWith('300 90')).toBe(true);
  });
});
