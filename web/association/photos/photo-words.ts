import { msg, str } from '@lit/localize';
import type { PhotoLine } from '../../../server/api/contract/lending/stocktake.ts';
import { dateLocale } from '../../locales/locale.ts';

/** What a photo is called: what it shows, else its number and day. */
export function photoWords(photo: PhotoLine, index: number): string {
  return photo.note || msg(str`Foto ${index + 1} vom ${dayOf(photo.at)}`);
}

export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium' }).format(at);
}
