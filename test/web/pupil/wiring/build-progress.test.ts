import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../../device/contract/wiring.ts';
import { layoutCircuit } from '../../../../lessons/circuit/layout-circuit.ts';
import { testsOf } from '../../../../lessons/wiring-test/tests-of.ts';
import {
  nextOpen,
  nothingBuilt,
  stepKeys,
  testKey,
  withKey,
} from '../../../../web/pupil/wiring/build-progress.ts';

describe('the steps of a circuit', () => {
  it('have a key each', () => {
    const keys = stepKeys(layoutCircuit(camJamEduKit));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keep their ticks when a part comes that changes nothing for them', () => {
    const [red, amber, ...others] = camJamEduKit.parts;
    const before = stepKeys(layoutCircuit({ parts: [red!] }, { red: 3 }));
    const after = stepKeys(layoutCircuit({ parts: [red!, amber!] }, { red: 3, amber: 8 }));
    expect(others.length).toBeGreaterThan(0);
    const saying = (key: string) => /^say-/.test(key);
    expect(after).toEqual(expect.arrayContaining(before.filter((key) => !saying(key))));
  });

  it('lose the tick of what sits elsewhere now', () => {
    const parts = [camJamEduKit.parts[0]!];
    const [third, tenth] = [3, 10].map((red) => stepKeys(layoutCircuit({ parts }, { red })));
    expect(tenth!.filter((key) => third!.includes(key))).toEqual([
      'begin',
      expect.stringMatching(/^pin 6>/),
      expect.stringMatching(/^say-/),
    ]);
  });
});

describe('ticks', () => {
  it('are set once and taken back', () => {
    const once = withKey(withKey(nothingBuilt, 'ticked', 'a', true), 'ticked', 'a', true);
    expect(once).toEqual({ ticked: ['a'], passed: [] });
    expect(withKey(once, 'ticked', 'a', false)).toEqual(nothingBuilt);
  });

  it.each([
    ['the next that is open', ['b'], 0, 2],
    ['what was skipped, at the end', ['b', 'c'], 2, 0],
    ['nothing, when all is done', ['a', 'b', 'c'], 1, null],
  ] as const)('lead to %s', (_what, done, after, next) => {
    expect(nextOpen(['a', 'b', 'c'], done, after)).toBe(next);
  });

  it('of a test are lost when the part moves to another pin', () => {
    const [test] = testsOf(camJamEduKit);
    const moved = { parts: [{ ...camJamEduKit.parts[0]!, pins: { anode: 17 } }] };
    expect(testKey(test!, moved)).not.toBe(testKey(test!, camJamEduKit));
  });
});
