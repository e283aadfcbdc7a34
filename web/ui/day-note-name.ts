import type { DayNote } from '../../server/api/contract/lending/loans.ts';
import { language } from '../locales/locale.ts';

/** What a special day is called in the language that the page speaks now; imported holidays keep the name of their file. */
export function dayNoteName({ name, nameEn }: Pick<DayNote, 'name' | 'nameEn'>): string {
  return language() === 'en' ? (nameEn ?? name) : name;
}
