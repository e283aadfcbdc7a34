import { describe, expect, it } from 'vitest';
import { signatureSchema } from '../../../server/api/contract/lending/signatures.ts';
import { isSigned, pointAt, type Stroke, strokePath, withPoint } from '../../../web/ui/signature-strokes.ts';

const box = { left: 100, top: 50, width: 500, height: 150 };

describe('ink', () => {
  it('is where the pen is, in a field of 1000 by 300 whatever its size; outside is the edge', () => {
    expect(pointAt({ clientX: 350, clientY: 125 }, box)).toEqual([500, 150]);
    expect(pointAt({ clientX: 0, clientY: 999 }, box)).toEqual([0, 300]);
  });

  it('grows with movements and not with trembling, and never beyond what the server takes', () => {
    let stroke: Stroke = [];
    for (let step = 0; step < 6000; step += 1) stroke = withPoint(stroke, [(step * 7) % 1000, step % 300]);
    expect(withPoint([[10, 10]], [11, 11])).toHaveLength(1);
    expect(signatureSchema.safeParse({ name: 'Vera', strokes: [stroke] }).success).toBe(true);
  });

  it('is drawn as a smooth line from its first point to its last; a single point is a dot', () => {
    expect(strokePath([[5, 6]])).toBe('M5 6h0.01');
    expect(
      strokePath([
        [0, 0],
        [10, 10],
        [20, 0],
      ]),
    ).toBe('M0 0Q10 10 15 5L20 0');
    expect(strokePath([])).toBe('');
  });

  it('is a signature when it is more than a slip of the finger', () => {
    expect(isSigned([])).toBe(false);
    expect(
      isSigned([
        [
          [5, 5],
          [9, 9],
        ],
      ]),
    ).toBe(false);
    expect(
      isSigned([
        [
          [5, 5],
          [90, 60],
        ],
      ]),
    ).toBe(true);
  });
});
