import { describe, expect, it } from 'vitest';
import { loanPlace } from '../../../../web/association/loans/loan-place.ts';
import { daysBetween, dueWords } from '../../../../web/association/loans/loan-words.ts';

const now = new Date(2026, 10, 22, 18, 0).getTime();
const at = (days: number, hour = 12) => new Date(2026, 10, 22 + days, hour).getTime();
const out = (days: number, overdue = false) =>
  dueWords({ kind: 'loan', state: 'out', startsAt: at(-20), endsAt: at(days), overdue }, now);

describe('what the dates of a loan mean today', () => {
  it('counts days by the calendar, whatever the time of day and whether clocks were changed', () => {
    expect(daysBetween(at(0, 23), at(1, 1))).toBe(1);
    expect(daysBetween(new Date(2026, 9, 24, 12).getTime(), new Date(2026, 9, 26, 11).getTime())).toBe(2);
  });

  it.each([
    [3, false, 'noch 3 Tage'],
    [1, false, 'noch bis morgen'],
    [0, false, 'heute fällig'],
    [0, true, 'seit heute fällig'],
    [-1, true, 'seit gestern fällig'],
    [-12, true, 'seit 12 Tagen fällig'],
  ])('ends in %i days (overdue: %s): %s', (days, overdue, words) => {
    expect(out(days, overdue)).toBe(words);
  });

  it('speaks of the hand-over until it is out, and of nothing once all is back', () => {
    const loan = { kind: 'loan', startsAt: at(1), endsAt: at(9), overdue: false } as const;
    expect(dueWords({ ...loan, state: 'reserved' }, now)).toBe('Übergabe morgen');
    expect(dueWords({ ...loan, state: 'closed' }, now)).toBe('');
    expect(dueWords({ ...loan, state: 'out', kind: 'donation' }, now)).toBe('gespendet');
  });
});

describe('the address of a loan', () => {
  it.each([
    ['', { what: 'list' }],
    ['new', { what: 'new', assetId: null }],
    ['new?asset=a1', { what: 'new', assetId: 'a1' }],
    ['x1', { what: 'loan', loanId: 'x1', stage: '' }],
    ['x1/pack', { what: 'loan', loanId: 'x1', stage: 'pack' }],
    ['x1/nowhere', { what: 'loan', loanId: 'x1', stage: '' }],
  ])('%s', (address, place) => {
    expect(loanPlace(address)).toEqual(place);
  });
});
