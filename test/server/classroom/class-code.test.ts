import { describe, expect, it } from 'vitest';
import { drawClassCode, parseClassCode } from '../../../server/classroom/class-code.ts';

describe('a class code', () => {
  it.each([
    ['K7F-3XM', 'K7F-3XM'],
    ['K7F3XM', 'K7F-3XM'],
    ['k7f-3xm', 'K7F-3XM'],
    ['  k7f 3xm ', 'K7F-3XM'],
    ['k 7 f 3 x m', 'K7F-3XM'],
    ['K7F–3XM', 'K7F-3XM'],
    ['K7F_3XM', 'K7F-3XM'],
    ['K7F-3XB', 'K7F-3X8'],
    ['К7F-3ХМ', 'K7F-3XM'],
    ['Ｋ７Ｆ－３ＸＭ', 'K7F-3XM'],
  ])('typed as %j is %j', (typed, code) => {
    expect(parseClassCode(typed)).toBe(code);
  });

  it.each([
    '',
    'K7F-3X',
    'K7F-3XMM',
    'K7F-3XA',
    'O0I-1L2',
    'K7F-3X<',
    '<script>',
    '🦊🦊🦊🦊🦊🦊',
    '-'.repeat(64),
  ])('can’t be %j', (typed) => {
    expect(parseClassCode(typed)).toBeUndefined();
  });

  it('is drawn from all of its signs, and none of them is a vowel or looks like another', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 22; index++) {
      const code = drawClassCode((below) => index % below);
      expect(parseClassCode(code)).toBe(code);
      seen.add(code.charAt(0));
    }
    expect([...seen].join('')).toBe('CDFGHJKMNPRTVWXY346789');
  });
});
