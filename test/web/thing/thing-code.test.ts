import { describe, expect, it } from 'vitest';
import { labelAddress } from '../../../server/lending/labels/label-qr.ts';
import { codeInAddress } from '../../../web/thing/thing-code.ts';

describe('the code in the address of a thing’s page', () => {
  it.each(['https://pi.example.org', 'http://192.168.1.20:8080'])(
    'is that of the label from %s',
    (origin) => {
      expect(codeInAddress(new URL(labelAddress(origin, 'K12')).pathname)).toBe('K12');
    },
  );

  it('is read as it is typed, too', () => {
    expect(codeInAddress('/t/K12')).toBe('K12');
    expect(codeInAddress('/t/K12/')).toBe('K12');
    expect(codeInAddress('/t/K%2012')).toBe('K 12');
    expect(codeInAddress('/t/%E0')).toBe('%E0');
  });
});
