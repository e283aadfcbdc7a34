import { describe, expect, it } from 'vitest';
import { isWholeClassCode, tidyClassCode } from '../../../web/pupil/class-code.ts';

describe('a class code as it is typed', () => {
  it.each([
    ['k7f3xm', 'K7F-3XM'],
    ['K7F-3XM', 'K7F-3XM'],
    [' k7f 3xm ', 'K7F-3XM'],
    ['K7F–3XM', 'K7F-3XM'],
    ['k7f', 'K7F'],
    ['k7f3', 'K7F-3'],
    ['K7F3XMTOOLONG', 'K7F-3XM'],
    ['http://192.168.1.4:8080/?code=K7F-3XM', 'K7F-3XM'],
    ['https://pi.example.org/?language=de&code=k7f3xm#x', 'K7F-3XM'],
    ['Ｋ７Ｆ３ＸＭ', 'K7F-3XM'],
    ['?code=%E0%A4%A', 'E0A-4A'],
    ['', ''],
  ])('%s is shown as %s', (typed, shown) => {
    expect(tidyClassCode(typed)).toBe(shown);
  });

  it('is whole with six signs', () => {
    expect([isWholeClassCode('K7F-3XM'), isWholeClassCode('K7F-3'), isWholeClassCode('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
