import { describe, expect, it } from 'vitest';
import { createReconnectSchedule } from '../../../device/agent/reconnect-schedule.ts';

const limits = { baseMs: 500, capMs: 30_000 };

describe('the reconnect schedule', () => {
  it.each([
    { random: 0, delays: [0, 0, 0, 0, 0, 0, 0, 0] },
    { random: 0.5, delays: [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000] },
    { random: 0.999_999, delays: [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000] },
  ])('grows exponentially up to the cap, with full jitter (random $random)', ({ random, delays }) => {
    const schedule = createReconnectSchedule(() => random, limits);
    expect(delays.map(() => schedule.next())).toEqual(delays);
  });

  it('begins anew after a reset', () => {
    const schedule = createReconnectSchedule(() => 0.5, limits);
    for (let attempt = 0; attempt < 5; attempt += 1) schedule.next();
    schedule.reset();
    expect(schedule.next()).toBe(250);
  });

  it.each([
    { random: 0, delay: 15_000 },
    { random: 0.5, delay: 22_500 },
    { random: 0.999_999, delay: 30_000 },
  ])('is slow from the first attempt when the secret is refused (random $random)', ({ random, delay }) => {
    expect(createReconnectSchedule(() => random, limits).nextSlow()).toBe(delay);
  });

  it('stays at the cap after very many attempts', () => {
    const schedule = createReconnectSchedule(() => 0.5, limits);
    for (let attempt = 0; attempt < 5000; attempt += 1) schedule.next();
    expect(schedule.next()).toBe(15_000);
  });
});
