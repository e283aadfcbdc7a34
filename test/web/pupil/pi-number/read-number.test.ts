import { describe, expect, it } from 'vitest';
import { readPiNumber } from '../../../../web/pupil/pi-number/read-number.ts';

describe('the number of a Pi', () => {
  it.each([
    ['7', 7],
    [' 07 ', 7],
    ['Pi 7', 7],
    ['pi-07', 7],
    ['#12', 12],
    ['Nr. 3', 3],
    ['７', 7],
    ['http://192.168.0.5:8080/?pi=7', 7],
    ['https://schule.example/?code=K7F-3XM&pi=21#x', 21],
    ['?pi=7', 7],
    ['99999', 99_999],
  ])('is read from “%s”', (text, number) => {
    expect(readPiNumber(text)).toBe(number);
  });

  it.each(['', '0', '-7', '7.5', 'sieben', '100000', 'K7F-3XM', 'https://example.org/7', '/?pi=x', '?pi='])(
    'is not in “%s”',
    (text) => {
      expect(readPiNumber(text)).toBeUndefined();
    },
  );
});
