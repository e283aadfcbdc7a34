import { describe, expect, it } from 'vitest';
import { drawResumeCode, parseResumeCode } from '../../../server/classroom/resume-code.ts';

describe('a pupil’s own code', () => {
  it.each([
    ['7K3F-9XMM', '7K3F-9XMM'],
    ['7k3f9xmm', '7K3F-9XMM'],
    [' 7k3f 9xmm ', '7K3F-9XMM'],
    ['7K3F–9XMM', '7K3F-9XMM'],
    ['７ｋ３ｆ９ｘｍｍ', '7K3F-9XMM'],
    // No B and no U is ever drawn: whoever reads one has misread an 8 or a V.
    ['BK3F-9XMU', '8K3F-9XMV'],
    // As typed on a Ukrainian keyboard.
    ['7К3Н-9ХММ', '7K3H-9XMM'],
  ])('typed as %j is %j', (typed, code) => {
    expect(parseResumeCode(typed)).toBe(code);
  });

  it.each(['', 'K7F-3XM', '7K3F-9XM', '7K3F-9XMMM', '7K3F-9XMO', '7K3F-9XM1', '<7K3F9XMM>', '🦊'.repeat(8)])(
    'can’t be %j',
    (typed) => {
      expect(parseResumeCode(typed)).toBeUndefined();
    },
  );

  it('is read as it was drawn', () => {
    for (let index = 0; index < 100; index++) {
      const code = drawResumeCode();
      expect(code).toMatch(/^.{4}-.{4}$/);
      expect(parseResumeCode(code)).toBe(code);
    }
  });
});
