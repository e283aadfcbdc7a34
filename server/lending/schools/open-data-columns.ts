import type { Separator } from '../exchange/csv/read-csv.ts';
import type { LendingTables } from '../tables.ts';
import { partsOfOpenDataId } from './open-data-id.ts';
import { plainText } from './plain-name.ts';
import { schoolTypeOf } from './school-type.ts';

/**
 * The columns of the open school data (jedeschule) that are read. `director` is somebody's name and `raw` may hold it as
 * well: neither is here, so neither is ever taken over. `fax`, `legal_status` and `update_timestamp` nobody needs.
 */
export const openDataColumns = [
  'id',
  'name',
  'address',
  'address2',
  'zip',
  'city',
  'website',
  'email',
  'school_type',
  'provider',
  'phone',
  'latitude',
  'longitude',
] as const;
export type OpenDataColumn = (typeof openDataColumns)[number];

/** A school of the open data, without the marks of its import. */
export type OpenSchoolRow = Omit<LendingTables['open_school'], 'import_id' | 'imported_at'>;

/** What is wrong with a field, in a sentence. */
export interface FieldError {
  readonly column: string;
  readonly de: string;
  readonly en: string;
}

/** A row of the file as it is kept, or what is wrong with it. */
export function openSchoolOf(
  fields: Readonly<Partial<Record<OpenDataColumn, string>>>,
  separator: Separator,
): OpenSchoolRow | FieldError {
  const text = (column: OpenDataColumn, longest: number) => (fields[column] ?? '').trim().slice(0, longest);
  const id = text('id', 65);
  if (id === '') {
    return { column: 'id', de: 'Hier fehlt die Kennung der Schule.', en: 'The school’s id is missing here.' };
  }
  if (id.length > 64) {
    return {
      column: 'id',
      de: 'Die Kennung ist zu lang; höchstens 64 Zeichen gehen.',
      en: 'The id is too long; it may have at most 64 signs.',
    };
  }
  const name = text('name', 120);
  if (name === '') {
    return {
      column: 'name',
      de: 'Hier fehlt der Name der Schule.',
      en: 'The school’s name is missing here.',
    };
  }
  const latitude = degrees(text('latitude', 40), 90, separator);
  const longitude = degrees(text('longitude', 40), 180, separator);
  for (const [column, value] of Object.entries({ latitude, longitude })) {
    if (value !== 'wrong') continue;
    return {
      column,
      de: 'Das ist keine Koordinate in Grad, wie 49,99.',
      en: 'This is no coordinate in degrees, such as 49.99.',
    };
  }
  const { land, schoolNumber } = partsOfOpenDataId(id);
  const typeRaw = text('school_type', 200);
  const city = text('city', 80);
  return {
    id,
    school_number: schoolNumber,
    name,
    search: plainText(`${name} ${city}`),
    address: [text('address', 150), text('address2', 150)]
      .filter((line) => line !== '')
      .join(', ')
      .slice(0, 200),
    zip: text('zip', 10),
    city,
    land,
    type: schoolTypeOf(typeRaw, land),
    type_raw: typeRaw,
    provider: text('provider', 200),
    email: text('email', 200),
    phone: text('phone', 200),
    website: text('website', 200),
    ...place(latitude, longitude),
  };
}

/** Both, or neither: half a place is none; and at 0, 0 there is water. */
function place(latitude: number | null | 'wrong', longitude: number | null | 'wrong') {
  const known = typeof latitude === 'number' && typeof longitude === 'number';
  return known && (latitude !== 0 || longitude !== 0)
    ? { latitude, longitude }
    : { latitude: null, longitude: null };
}

/** A number as it stands in data, with point or, where that does not separate fields, comma. */
function degrees(text: string, most: number, separator: Separator): number | null | 'wrong' {
  if (text === '' || /^(null|none|nan)$/i.test(text)) return null;
  const plain = separator === ',' ? text : text.replace(',', '.');
  const value = /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Math.abs(value) <= most ? value : 'wrong';
}
