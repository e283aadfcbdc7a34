import { describe, expect, it } from 'vitest';
import { qrPath } from '../../../web/ui/qr-path.ts';

describe('the path of a QR code', () => {
  it('has one rectangle for each run of dark modules', () => {
    const dark = [
      [true, true, false, true],
      [false, false, false, false],
      [false, false, true, true],
    ];
    expect(qrPath(dark)).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM2 2h2v1h-2z');
  });
});
