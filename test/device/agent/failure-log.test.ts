import { describe, expect, it } from 'vitest';
import { createFailureLog } from '../../../device/agent/failure-log.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

function log() {
  const clock = new VirtualClock();
  const told: string[] = [];
  const report = createFailureLog({
    clock,
    tell: (error, omitted) => told.push(`${error} +${omitted}`),
  });
  return { clock, told, report };
}

describe('the log of failures', () => {
  it('tells a failure at once, and the same again at most once a minute, with how many were left out', () => {
    const { clock, told, report } = log();
    for (let times = 0; times < 1200; times += 1) {
      report(new Error('no answer at 0x48'));
      clock.advance(100_000);
    }
    expect(told).toEqual(['Error: no answer at 0x48 +0', 'Error: no answer at 0x48 +599']);
  });

  it('tells different failures apart', () => {
    const { told, report } = log();
    for (const name of ['a', 'b', 'a', 'b', 'c']) report(name);
    expect(told).toEqual(['a +0', 'b +0', 'c +0']);
  });

  it('remembers the newest 32 only', () => {
    const { told, report } = log();
    for (let nth = 0; nth < 33; nth += 1) report(nth);
    told.length = 0;
    report(0);
    report(32);
    expect(told).toEqual(['0 +0']);
  });
});
