import { describe, expect, it } from 'vitest';
import { timeAgo } from '../../../web/association/relative-time.ts';

const minute = 60_000;

describe('how long ago', () => {
  it.each([
    { age: 59_999, de: null, en: null },
    { age: minute, de: 'vor 1 Minute', en: '1 minute ago' },
    { age: 59 * minute, de: 'vor 59 Minuten', en: '59 minutes ago' },
    { age: 60 * minute, de: 'vor 1 Stunde', en: '1 hour ago' },
    { age: 49 * 60 * minute, de: 'vor 2 Tagen', en: '2 days ago' },
    { age: -minute, de: null, en: null },
  ])('$age ms is "$de"', ({ age, de, en }) => {
    expect(timeAgo(0, age, 'de')).toBe(de);
    expect(timeAgo(0, age, 'en')).toBe(en);
  });
});
