import { describe, expect, it } from 'vitest';
import { nicknameSchema } from '../../../server/api/contract/endpoints.ts';
import { proposeNickname } from '../../../web/pupil/nickname.ts';

/** Every proposal of a language: `pick` counts through all pairs of choices. */
function all(language: 'de' | 'en'): string[] {
  const names = new Set<string>();
  for (let first = 0; first < 40; first++) {
    for (let second = 0; second < 40; second++) {
      const choices = [first, second];
      names.add(proposeNickname(language, (below) => (choices.shift() ?? 0) % below));
    }
  }
  return [...names];
}

describe('proposed nicknames', () => {
  it.each(['de', 'en'] as const)('fit the server’s rule, in %s', (language) => {
    const names = all(language);
    expect(names.filter((name) => !nicknameSchema.safeParse(name).success)).toEqual([]);
    expect(names.length).toBeGreaterThan(200);
  });

  it('agree with the animal’s gender', () => {
    const names = all('de');
    expect(names).toEqual(expect.arrayContaining(['Flinker Fuchs', 'Schlaue Eule', 'Mutiges Zebra']));
    expect(names).not.toContain('Flinker Eule');
  });

  it('read as a name', () => {
    const odd = [...all('de'), ...all('en')].filter((name) => !/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name));
    expect(odd).toEqual([]);
  });
});
