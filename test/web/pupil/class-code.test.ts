import { describe, expect, it } from 'vitest';
import { isClassCode, isResumeCode, tidyCode } from '../../../web/pupil/class-code.ts';

describe('a code as it is typed', () => {
  it.each([
    ['k7f3xm', 'K7F-3XM'],
    ['K7F-3XM', 'K7F-3XM'],
    [' k7f 3xm ', 'K7F-3XM'],
    ['K7F–3XM', 'K7F-3XM'],
    ['k7f', 'K7F'],
    ['k7f3', 'K7F-3'],
    ['7k3f9xm', '7K3F-9XM'],
    ['7K3F-9XMM', '7K3F-9XMM'],
    ['7K3F9XMMTOOLONG', '7K3F-9XMM'],
    ['к7f-3хм', 'К7F-3ХМ'],
    ['http://192.168.1.4:8080/?code=K7F-3XM', 'K7F-3XM'],
    ['https://pi.example.org/?language=de&code=k7f3xm#x', 'K7F-3XM'],
    ['Ｋ７Ｆ３ＸＭ', 'K7F-3XM'],
    ['?code=%E0%A4%A', 'E0A-4A'],
    ['', ''],
  ])('%s is shown as %s', (typed, shown) => {
    expect(tidyCode(typed)).toBe(shown);
  });

  it.each([
    ['', 'nothing yet'],
    ['K7F-3X', 'nothing yet'],
    ['K7F-3XM', 'a class’s'],
    ['7K3F-9XM', 'nothing yet'],
    ['7K3F-9XMM', 'a pupil’s own'],
  ])('%j is %s', (tidy, what) => {
    const is = isClassCode(tidy) ? 'a class’s' : isResumeCode(tidy) ? 'a pupil’s own' : 'nothing yet';
    expect(is).toBe(what);
  });
});
