import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

/** The languages of the interface: German is the source, English is complete. */
export type Language = 'de' | 'en';

const storageKey = 'steckbrett.language';

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => import(`./generated/${locale}.ts`),
});

/** The language that the page speaks now. */
export function language(): Language {
  return localization.getLocale() === 'en' ? 'en' : 'de';
}

/** For dates and times: 24 hours and the day before the month, in both languages. */
export function dateLocale(): 'de-DE' | 'en-GB' {
  return language() === 'en' ? 'en-GB' : 'de-DE';
}

/** Switches every `@localized()` element without a reload, and remembers the choice in this browser. */
export async function setLanguage(next: Language): Promise<void> {
  await localization.setLocale(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser that forbids storage forgets the language; nothing else is lost.
  }
}

/** At the page's start: `?language=` in the address, else the remembered choice, else the browser's, else German. */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('language') ?? remembered();
  const wanted = asked ?? (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'de');
  await setLanguage(wanted === 'en' ? 'en' : 'de');
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
