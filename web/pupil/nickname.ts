import type { Language } from '../locales/locale.ts';

/** German animals by grammatical gender, because the adjective follows it. */
const german = {
  adjectives: [
    'flink',
    'schlau',
    'mutig',
    'fröhlich',
    'leise',
    'bunt',
    'wach',
    'lustig',
    'nett',
    'tapfer',
    'klug',
    'munter',
  ],
  animals: {
    er: [
      'Fuchs',
      'Otter',
      'Dachs',
      'Igel',
      'Biber',
      'Luchs',
      'Waschbär',
      'Falke',
      'Delfin',
      'Pinguin',
      'Koala',
      'Papagei',
    ],
    e: ['Eule', 'Robbe', 'Libelle', 'Katze', 'Giraffe', 'Hummel', 'Möwe', 'Schildkröte'],
    es: ['Eichhörnchen', 'Zebra', 'Känguru', 'Alpaka', 'Seepferdchen', 'Reh'],
  },
} as const;

const english = {
  adjectives: [
    'Nimble',
    'Clever',
    'Brave',
    'Cheerful',
    'Quiet',
    'Sunny',
    'Lively',
    'Funny',
    'Kind',
    'Curious',
    'Swift',
    'Merry',
  ],
  animals: [
    'Fox',
    'Otter',
    'Badger',
    'Hedgehog',
    'Beaver',
    'Lynx',
    'Raccoon',
    'Falcon',
    'Dolphin',
    'Penguin',
    'Koala',
    'Parrot',
    'Owl',
    'Seal',
    'Cat',
    'Giraffe',
    'Turtle',
    'Squirrel',
    'Zebra',
    'Alpaca',
    'Seahorse',
    'Deer',
  ],
} as const;

/**
 * Proposes a nickname, an adjective and an animal; at most 24 characters.
 *
 * @param pick gives a whole number from 0 to n − 1.
 */
export function proposeNickname(language: Language, pick: (below: number) => number): string {
  const one = <Item>(list: readonly Item[]): Item => list[pick(list.length)] as Item;
  if (language === 'en') return `${one(english.adjectives)} ${one(english.animals)}`;
  const animals = Object.entries(german.animals).flatMap(([ending, names]) =>
    names.map((name) => ({ ending, name })),
  );
  const { ending, name } = one(animals);
  const adjective = one(german.adjectives);
  return `${adjective.charAt(0).toUpperCase()}${adjective.slice(1)}${ending} ${name}`;
}
