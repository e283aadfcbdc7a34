import { describe, expect, it } from 'vitest';
import { currentCents } from '../../../server/lending/assets/value.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('what a thing is worth by its age', () => {
  it.each([
    { price: 10_000, bought: '2026-11-22', lifetime: 5, worth: 10_000 },
    { price: 10_000, bought: '2027-01-01', lifetime: 5, worth: 10_000 },
    { price: 10_000, bought: '2025-11-22', lifetime: 5, worth: 8001 },
    { price: 10_000, bought: '2024-05-23', lifetime: 5, worth: 5000 },
    { price: 10_000, bought: '2021-11-22', lifetime: 5, worth: 0 },
    { price: 10_000, bought: '2000-01-01', lifetime: 20, worth: 0 },
    { price: 0, bought: '2026-01-01', lifetime: 1, worth: 0 },
    { price: null, bought: '2026-01-01', lifetime: 5, worth: null },
    { price: 10_000, bought: null, lifetime: 5, worth: null },
    { price: 10_000, bought: 'gestern', lifetime: 5, worth: null },
  ])('$price ct, bought $bought, $lifetime years: $worth ct', ({ price, bought, lifetime, worth }) => {
    expect(currentCents({ purchaseCents: price, purchasedOn: bought }, now, lifetime)).toBe(worth);
  });
});
