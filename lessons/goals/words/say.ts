/** The same words in both languages. */
export interface Both {
  readonly de: string;
  readonly en: string;
}

/** The same in both languages: a name that somebody gave. */
export function same(text: string): Both {
  return { de: text, en: text };
}

/** A sentence begins with a capital. */
export function sentence({ de, en }: Both): Both {
  return { de: capital(de), en: capital(en) };
}

/** Words with something between them, and before the last one. */
export function list(words: readonly Both[], last: Both): Both {
  const join = (language: 'de' | 'en') => {
    const all = words.map((one) => one[language]);
    return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${last[language]} ${all.at(-1)}`;
  };
  return { de: join('de'), en: join('en') };
}

/** A number as people write it: two decimals at most. */
export function number(value: number): Both {
  const en = String(Math.round(value * 100) / 100).replace('-', '−');
  return { de: en.replace('.', ','), en };
}

/** A time: `0,5 s`. */
export function seconds(value: number): Both {
  const { de, en } = number(value);
  return { de: `${de} s`, en: `${en} s` };
}

/** How often: `einmal`, `3-mal`, `3 times`. */
export function times(count: number): Both {
  return {
    de: count === 1 ? 'einmal' : `${count}-mal`,
    en: count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`,
  };
}

/** A text of a program or a lesson, in quotation marks and not too long. */
export function quoted(text: string): Both {
  const short = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  return { de: `„${short}“`, en: `“${short}”` };
}

function capital(text: string): string {
  return text.replace(/(^|! )(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
}
