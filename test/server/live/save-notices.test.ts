import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticePause, SaveNotices } from '../../../server/live/save-notices.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('of the saves of a seat', () => {
  it('the first is told at once, the last of many after a pause, and each seat is told for itself', () => {
    const told: string[] = [];
    const notices = new SaveNotices((seatId) => told.push(seatId));
    for (let count = 0; count < 40; count += 1) notices.saved('fox');
    notices.saved('otter');
    expect(told).toEqual(['fox', 'otter']);
    vi.advanceTimersByTime(noticePause);
    expect(told).toEqual(['fox', 'otter', 'fox']);
    vi.advanceTimersByTime(10 * noticePause);
    expect(told).toEqual(['fox', 'otter', 'fox']);
    notices.saved('fox');
    expect(told).toHaveLength(4);
  });

  it('nothing is told any more, and nothing waits, once it is stopped', () => {
    const told: string[] = [];
    const notices = new SaveNotices((seatId) => told.push(seatId));
    notices.saved('fox');
    notices.saved('fox');
    notices.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(told).toEqual(['fox']);
  });
});
