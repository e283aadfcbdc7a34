import { describe, expect, it } from 'vitest';
import { deletionTime, schoolYearEnd } from '../../../server/live/contract/keep-time.ts';

const at = (text: string) => Date.parse(text);

describe('a class that ended', () => {
  it.each([
    ['at once', '2026-10-12T10:00:00Z', 0, '2026-10-12T10:00:00Z'],
    ['after a day', '2026-10-12T10:00:00Z', 1, '2026-10-13T10:00:00Z'],
    ['after a week over New Year', '2026-12-28T10:00:00Z', 7, '2027-01-04T10:00:00Z'],
    ['with the school year', '2026-10-12T10:00:00Z', 366, '2027-07-31T22:00:00Z'],
    ['never later than that', '2027-07-20T10:00:00Z', 30, '2027-07-31T22:00:00Z'],
    ['with its own school year on the last evening', '2027-07-31T21:59:00Z', 7, '2027-07-31T22:00:00Z'],
    ['in the next school year one minute later', '2027-07-31T22:00:00Z', 366, '2028-07-31T22:00:00Z'],
  ])('is deleted %s', (_, endedAt, keepDays, deletedAt) => {
    expect(new Date(deletionTime(at(endedAt), keepDays)).toISOString()).toBe(
      new Date(at(deletedAt)).toISOString(),
    );
  });

  it('is never kept for more than 366 days', () => {
    for (let day = 0; day < 1500; day++) {
      const endedAt = at('2026-01-01T12:00:00Z') + day * 86_400_000;
      expect(deletionTime(endedAt, 366) - endedAt).toBeLessThanOrEqual(366 * 86_400_000);
      expect(schoolYearEnd(endedAt)).toBeGreaterThan(endedAt);
    }
  });
});
