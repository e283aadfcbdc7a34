/** Letters and digits that look like Latin ones, by what they look like. The common ones of Cyrillic and Greek. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'аαɑ4',
  b: 'ьвβ8',
  c: 'сϲ',
  d: 'ԁɗ',
  e: 'еєεɛ3',
  f: 'ғƒϝ',
  g: 'ɡց9',
  h: 'һнηհ',
  j: 'јյ',
  k: 'кκ',
  l: 'iı1іιӏוⅼ',
  m: 'мϻ',
  n: 'пոν',
  o: '0оοσօ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гɾ',
  s: 'ѕƽ5',
  t: 'тτ7',
  u: 'υսцμ',
  v: 'ѵ',
  w: 'ԝшωա',
  x: 'хχ',
  y: 'уүγ',
  z: 'ᴢ2',
};

const latin = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);

/**
 * A word as the eye reads it: names that look alike come out the same, whatever letters they are written with. Only to
 * be compared, never to be shown: `i`, `l` and `1` all become `l`.
 */
export function asItLooks(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const letters = [...plain].map((letter) => latin.get(letter) ?? letter).join('');
  return letters
    .replaceAll('ß', 'ss')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/([aou])e/g, '$1');
}
