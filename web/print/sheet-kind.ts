import { msg } from '@lit/localize';

/** What there is to print of a lesson. */
export const sheetKinds = ['worksheet', 'cards', 'teacher'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What a sheet is called. */
export function sheetName(kind: SheetKind): string {
  if (kind === 'worksheet') return msg('Arbeitsblatt');
  if (kind === 'cards') return msg('Karten zum Ausschneiden');
  return msg('Blatt für Lehrkräfte');
}
