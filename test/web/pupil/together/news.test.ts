import { describe, expect, it } from 'vitest';
import { clockText, countdown, left } from '../../../../web/pupil/together/countdown.ts';
import { newsBetween, type SeatNow } from '../../../../web/pupil/together/news.ts';

const fox = { id: 'fox', nickname: 'Fuchs', connected: true };
const owl = { id: 'owl', nickname: 'Eule', connected: true };
const elk = { id: 'elk', nickname: 'Elch' };

const alone: SeatNow = {
  pupil: fox,
  seat: { id: 'seat', nickname: 'Fuchs', lessonId: 'blink', deviceConfirmed: false },
  pair: { pupils: [fox], driver: 'fox', wish: null, knocking: [] },
  turn: { state: 'none', pis: 1, waiting: 0 },
};
const pair: SeatNow = { ...alone, pair: { ...alone.pair, pupils: [fox, owl] } };
const withPair = (change: Partial<SeatNow['pair']>, base = pair): SeatNow => ({
  ...base,
  pair: { ...base.pair, ...change },
});
const withTurn = (turn: SeatNow['turn']): SeatNow => ({ ...alone, turn });

describe('what is said at a seat', () => {
  it('is nothing when the page begins, or when nothing has changed', () => {
    expect(newsBetween(null, pair)).toEqual([]);
    expect(newsBetween(pair, { ...pair, pair: { ...pair.pair } })).toEqual([]);
  });

  it.each<[string, SeatNow, SeatNow, unknown[]]>([
    ['who comes', alone, pair, [{ kind: 'came', name: 'Eule' }]],
    ['who goes', pair, alone, [{ kind: 'left', name: 'Eule' }]],
    ['who drives now', pair, withPair({ driver: 'owl' }), [{ kind: 'drives', name: 'Eule' }]],
    ['that I drive now', withPair({ driver: 'owl' }), pair, [{ kind: 'you-drive' }]],
    [
      'that somebody wishes to drive',
      pair,
      withPair({ wish: { pupilId: 'owl', takesOverInMs: 20_000 } }),
      [{ kind: 'wishes', name: 'Eule' }],
    ],
    ['who knocks', alone, withPair({ knocking: [elk] }, alone), [{ kind: 'knocks', name: 'Elch' }]],
    [
      'that my turn has come',
      withTurn({ state: 'waiting', place: 1, inMs: 0 }),
      withTurn({ state: 'has', leftMs: null }),
      [{ kind: 'your-turn' }],
    ],
    [
      'that somebody waits for my Pi',
      withTurn({ state: 'has', leftMs: null }),
      withTurn({ state: 'has', leftMs: 300_000 }),
      [{ kind: 'turn-ends' }],
    ],
    [
      'that my turn is over',
      withTurn({ state: 'has', leftMs: 10 }),
      withTurn({ state: 'none', pis: 1, waiting: 0 }),
      [{ kind: 'turn-over' }],
    ],
  ])('is %s', (_, before, after, news) => {
    expect(newsBetween(before, after)).toEqual(news);
  });

  it('is nothing of what I did myself', () => {
    const wish = { pupilId: 'fox', takesOverInMs: 20_000 };
    const other = withPair({ driver: 'owl' });
    expect(newsBetween(other, withPair({ driver: 'owl', wish }))).toEqual([]);
    const had = withTurn({ state: 'has', leftMs: null });
    expect(newsBetween(had, withTurn({ state: 'none', pis: 1, waiting: 0 }))).toEqual([]);
  });

  it('does not call it an end or a beginning when I sit somewhere else now', () => {
    const elsewhere = { ...pair, seat: { ...pair.seat, id: 'other', nickname: 'Eule + Fuchs' } };
    const had = withTurn({ state: 'has', leftMs: 10 });
    expect(newsBetween(had, elsewhere)).toEqual([]);
  });
});

describe('a countdown', () => {
  it('runs on this browser’s clock, whatever time it shows', () => {
    const counted = countdown(60_000, 5_000_000);
    expect(counted && left(counted, 5_000_000)).toBe(60_000);
    expect(counted && left(counted, 5_059_999)).toBe(1);
    expect(counted && left(counted, 6_000_000)).toBe(0);
    expect(countdown(null, 0)).toBeNull();
  });

  it.each([
    [0, '0:00'],
    [1, '0:01'],
    [1000, '0:01'],
    [59_001, '1:00'],
    [130_000, '2:10'],
    [3_600_000, '60:00'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(clockText(ms)).toBe(text);
  });
});
