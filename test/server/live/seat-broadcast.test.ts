import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Looking } from '../../../server/live/looking.ts';
import { SeatBroadcast, workPause } from '../../../server/live/seat-broadcast.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const looking = new Looking({ changed() {}, opened() {} });
  const sent: number[] = [];
  const broadcast = new SeatBroadcast({
    looking,
    read: async () => ({ version: 0, blocks: null }),
    sendWork: (_pages, _seatId, { version }) => sent.push(version),
    sendTrace() {},
    failed() {},
  });
  return {
    looking,
    broadcast,
    sent,
    save: (version: number) => broadcast.saved('a', { version, blocks: {} }),
  };
}

describe('the broadcast of a seat’s work', () => {
  it('sends a change at once, of the next ones only the last, at most four a second', () => {
    const { looking, sent, save } = start();
    looking.show('page', ['a']);
    for (const version of [1, 2, 3, 4]) save(version);
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(workPause);
    expect(sent).toEqual([1, 4]);
    save(5);
    expect(sent).toEqual([1, 4]);
    vi.advanceTimersByTime(workPause);
    expect(sent).toEqual([1, 4, 5]);
    vi.advanceTimersByTime(workPause);
    save(6);
    expect(sent).toEqual([1, 4, 5, 6]);
  });

  it('sends nothing where nobody looks, nor what was waiting when they looked away', () => {
    const { looking, sent, save } = start();
    save(1);
    looking.show('page', ['a']);
    save(2);
    save(3);
    looking.leave('page');
    vi.advanceTimersByTime(workPause);
    expect(sent).toEqual([2]);
  });
});
