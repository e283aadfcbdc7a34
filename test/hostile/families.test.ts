import { describe, expect, it } from 'vitest';
import { hostileFamilies } from './programs.ts';

const all = hostileFamilies.flatMap(({ programs }) => programs);

describe('the hostile programs', () => {
  it('are many, and no two alike', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ source }) => source)).size).toBe(all.length);
  });

  it.each(hostileFamilies)(
    '$name: names are used once, and at least three are tried on a whole agent',
    ({ programs }) => {
      expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
      expect(programs.filter(({ onAgent }) => onAgent).length).toBeGreaterThanOrEqual(3);
    },
  );
});
