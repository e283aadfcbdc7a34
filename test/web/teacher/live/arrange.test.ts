import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../web/teacher/live/arrange.ts';

const stack = (x: number, y: number, height = 300) => ({ x, y, width: 200, height });

describe('the places of stacks in a small picture', () => {
  it('are the pupil’s own while that is large enough', () => {
    const own = [stack(0, 0), stack(300, 20)];
    expect(arrange(own)).toEqual(own);
    expect(arrange([stack(40, 70)])).toEqual([stack(40, 70)]);
    expect(arrange([])).toEqual([]);
  });

  it('are side by side where one stands far below the other, in the order in which one reads them', () => {
    const [second, first] = arrange([stack(20, 900), stack(20, 20)]);
    expect(first).toMatchObject({ x: 0, y: 0 });
    expect(second?.y).toBe(0);
    expect(second?.x).toBeGreaterThanOrEqual(200);
  });

  it('never lie on each other', () => {
    const placed = arrange(
      [60, 400, 120, 250, 90, 700].map((height, index) => stack(0, index * 1000, height)),
    );
    const heights = [60, 400, 120, 250, 90, 700];
    for (const [a, one] of placed.entries())
      for (const [b, other] of placed.entries()) {
        if (a >= b) continue;
        const apart =
          Math.abs(one.x - other.x) >= 200 ||
          one.y + heights[a]! <= other.y ||
          other.y + heights[b]! <= one.y;
        expect(apart).toBe(true);
      }
  });
});
