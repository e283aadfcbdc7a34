import { describe, expect, it } from 'vitest';
import { dayAfter, monthAfter, monthSheet, spanWith } from '../../../web/ui/month-days.ts';

describe('a month’s sheet', () => {
  it('begins on a Monday, ends on a Sunday and has every day of the month once', () => {
    const days = monthSheet('2026-11', []).flat();
    expect(days[0]?.day).toBe('2026-10-26');
    expect(days.at(-1)?.day).toBe('2026-12-06');
    expect(days.filter(({ outside }) => !outside)).toHaveLength(30);
    expect(days.filter(({ weekend }) => weekend)).toHaveLength(days.length / 3.5);
  });

  it('knows holidays on their days', () => {
    const note = { startsOn: '2026-12-23', endsOn: '2027-01-08', name: 'Ferien', kind: 'school' } as const;
    const marked = monthSheet('2027-01', [note])
      .flat()
      .filter(({ notes }) => notes.length > 0)
      .map(({ day }) => day);
    expect(marked.at(0)).toBe('2026-12-28');
    expect(marked.at(-1)).toBe('2027-01-08');
  });

  it('turns over the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('takes the first press as begin and the second as end; an earlier one begins anew', () => {
    const begun = spanWith({ from: '', to: '' }, '2026-11-10');
    expect(begun).toEqual({ from: '2026-11-10', to: '' });
    expect(spanWith(begun, '2026-11-12')).toEqual({ from: '2026-11-10', to: '2026-11-12' });
    expect(spanWith(begun, '2026-11-02')).toEqual({ from: '2026-11-02', to: '' });
    expect(spanWith({ from: '2026-11-10', to: '2026-11-12' }, '2026-11-20')).toEqual({
      from: '2026-11-20',
      to: '',
    });
  });
});
