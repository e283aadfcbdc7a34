import { msg } from '@lit/localize';
import type { Land, SchoolType } from '../../../server/api/contract/lending/schools.ts';

/** Types of schools in words, in the order in which they are offered. */
export function schoolTypes(): readonly { readonly type: SchoolType; readonly name: string }[] {
  return [
    { type: 'primary', name: msg('Grundschule') },
    { type: 'secondary', name: msg('Haupt-, Real-, Mittelschule') },
    { type: 'comprehensive', name: msg('Gesamtschule') },
    { type: 'grammar', name: msg('Gymnasium') },
    { type: 'vocational', name: msg('Berufsbildende Schule') },
    { type: 'special', name: msg('Förderschule') },
    { type: 'waldorf', name: msg('Waldorfschule') },
    { type: 'adult', name: msg('Schule für Erwachsene') },
    { type: 'other', name: msg('Andere Schule') },
  ];
}

/** A school's type in words; its Land's own word where there is one. */
export function schoolTypeName(type: SchoolType | null): string {
  return schoolTypes().find((one) => one.type === type)?.name ?? '';
}

/** The Länder by their names. */
export const laender: readonly { readonly land: Land; readonly name: string }[] = [
  { land: 'BW', name: 'Baden-Württemberg' },
  { land: 'BY', name: 'Bayern' },
  { land: 'BE', name: 'Berlin' },
  { land: 'BB', name: 'Brandenburg' },
  { land: 'HB', name: 'Bremen' },
  { land: 'HH', name: 'Hamburg' },
  { land: 'HE', name: 'Hessen' },
  { land: 'MV', name: 'Mecklenburg-Vorpommern' },
  { land: 'NI', name: 'Niedersachsen' },
  { land: 'NW', name: 'Nordrhein-Westfalen' },
  { land: 'RP', name: 'Rheinland-Pfalz' },
  { land: 'SL', name: 'Saarland' },
  { land: 'SN', name: 'Sachsen' },
  { land: 'ST', name: 'Sachsen-Anhalt' },
  { land: 'SH', name: 'Schleswig-Holstein' },
  { land: 'TH', name: 'Thüringen' },
];

/** What a dot of the map tells: something is lent there now, something was donated, or nothing is there. */
export type SchoolState = 'lent' | 'donated' | 'none';

export function schoolState(school: { readonly loansOut: number; readonly donated: number }): SchoolState {
  if (school.loansOut > 0) return 'lent';
  return school.donated > 0 ? 'donated' : 'none';
}

export function schoolStateName(state: SchoolState): string {
  if (state === 'lent') return msg('hat etwas geliehen');
  return state === 'donated' ? msg('hat etwas geschenkt bekommen') : msg('hat gerade nichts');
}
