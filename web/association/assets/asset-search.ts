import { msg } from '@lit/localize';

/** A term of the search that a press puts in and takes out. */
export interface QuickFilter {
  readonly de: string;
  readonly en: string;
  readonly words: () => string;
}

/** What is looked for most. */
export const quickFilters: readonly QuickFilter[] = [
  { de: 'ohne:etikett', en: 'without:label', words: () => msg('ohne Etikett') },
  { de: 'zustand:verliehen', en: 'state:out', words: () => msg('verliehen') },
  { de: 'zustand:reparatur', en: 'state:repair', words: () => msg('in Reparatur') },
  { de: 'zustand:verloren', en: 'state:lost', words: () => msg('verloren') },
  { de: 'zustand:ausgemustert', en: 'state:retired', words: () => msg('ausgemustert') },
];

/** Whether a search has this filter in it. */
export function hasFilter(text: string, { de, en }: QuickFilter): boolean {
  return termsOf(text).some((term) => [de, en].includes(term.toLowerCase()));
}

/** The search with the filter, or without it; another of its kind (`zustand:`) makes room for it. */
export function toggledFilter(text: string, filter: QuickFilter, language: 'de' | 'en'): string {
  const names = [filter.de, filter.en].map((term) => `${term.split(':')[0]}:`);
  const rest = termsOf(text).filter((term) => !names.some((name) => term.toLowerCase().startsWith(name)));
  return [...rest, ...(hasFilter(text, filter) ? [] : [filter[language]])].join(' ');
}

/** Whether a search names nothing but qualifiers, such as `ort:lager`: then the kind of the tab counts as well. */
export function onlyQualifiers(text: string): boolean {
  return termsOf(text).every((term) => /^(?!https?:)\p{L}+:./iu.test(term));
}

function termsOf(text: string): string[] {
  return text.match(/(?:[^\s"]+:)?"[^"]*"?|\S+/g) ?? [];
}
