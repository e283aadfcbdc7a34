import { describe, expect, it } from 'vitest';
import type { Reported } from '../../../device/contract/reported.ts';
import { isStaleReport } from '../../../server/fleet/reported-state.ts';

function report(boot: string, version: number): Reported {
  return {
    boot,
    version,
    agent: { version: '0.1.0', node: '24.21.0' },
    board: { kind: 'simulated', io: 'none', model: 'Simulated Pi' },
    desiredVersion: 0,
    desiredProblem: null,
    program: { state: 'idle' },
  };
}

describe('a report', () => {
  it.each([
    { story: 'the first counts', known: undefined, report: report('boot-one', 0), stale: false },
    {
      story: 'a newer version counts',
      known: report('boot-one', 3),
      report: report('boot-one', 4),
      stale: false,
    },
    {
      story: 'the same version again counts',
      known: report('boot-one', 3),
      report: report('boot-one', 3),
      stale: false,
    },
    {
      story: 'an older version is stale',
      known: report('boot-one', 3),
      report: report('boot-one', 2),
      stale: true,
    },
    {
      story: 'of another agent process counts, whatever its version',
      known: report('boot-one', 300),
      report: report('boot-two', 0),
      stale: false,
    },
  ])('$story', ({ known, report, stale }) => {
    expect(isStaleReport(known, report)).toBe(stale);
  });
});
