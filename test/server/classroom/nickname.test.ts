import { describe, expect, it } from 'vitest';
import { nicknameSchema } from '../../../server/api/contract/endpoints.ts';
import { uniqueNickname } from '../../../server/classroom/nickname.ts';

describe('a nickname', () => {
  it.each([
    ['Fuchs', [], 'Fuchs'],
    ['Fuchs', ['Dachs'], 'Fuchs'],
    ['Fuchs', ['Fuchs'], 'Fuchs 2'],
    ['Fuchs', ['Fuchs', 'Fuchs 2'], 'Fuchs 3'],
    ['Fuchs', ['Fuchs', 'Fuchs 3'], 'Fuchs 2'],
    ['fuchs', ['Fuchs'], 'fuchs 2'],
    [
      'Süßer Igel, der alles mag'.slice(0, 24),
      ['Süßer Igel, der alles mag'.slice(0, 24)],
      'Süßer Igel, der alles 2',
    ],
    ['🦊'.repeat(12), ['🦊'.repeat(12)], `${'🦊'.repeat(11)} 2`],
  ])('%j beside %j becomes %j', (wanted, taken, name) => {
    expect(uniqueNickname(wanted, taken)).toBe(name);
    expect(name.length).toBeLessThanOrEqual(24);
  });

  it.each(['', ' ', 'x'.repeat(500), '<b>Fuchs</b>', 'Fuchs\nDachs', 'a&b', 'Fuchs\u202e'])(
    'can’t be %j',
    (typed) => {
      expect(nicknameSchema.safeParse(typed).success).toBe(false);
    },
  );
});
