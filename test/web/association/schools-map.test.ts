import { expect, it } from 'vitest';
import { frameOf, germany, project } from '../../../web/association/schools/map/projection.ts';

it('a map without any school shows Germany whole', () => {
  expect(frameOf([])).toBe(germany);
  for (const [longitude, latitude] of [
    [8.3, 54.9],
    [10.2, 47.3],
    [6.1, 51],
    [14.9, 51.2],
  ] as const) {
    const { x, y } = project(longitude, latitude);
    expect(x).toBeGreaterThan(germany.x);
    expect(x).toBeLessThan(germany.x + germany.width);
    expect(y).toBeGreaterThan(germany.y);
    expect(y).toBeLessThan(germany.y + germany.height);
  }
});
