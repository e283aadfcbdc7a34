import type { SchoolProfile } from '../../api/contract/lending/schools.ts';
import type { LendingTables } from '../tables.ts';

/** What is known of a school beside its id, contacts and loans. */
export type SchoolFields = Omit<
  SchoolProfile,
  'id' | 'contacts' | 'loansOut' | 'donated' | 'addedAt' | 'openDataId'
>;

/** A school that was added and nothing more. */
export const emptyFields: Omit<SchoolFields, 'name' | 'city'> = {
  address: '',
  zip: '',
  land: null,
  schoolNumber: '',
  type: null,
  typeRaw: '',
  provider: '',
  municipality: '',
  email: '',
  phone: '',
  website: '',
  latitude: null,
  longitude: null,
  note: '',
};

type DetailRow = Omit<LendingTables['school_detail'], 'school_id' | 'open_data_id' | 'taken'>;

/** As the table holds them; name and city are the school's own row. */
export function detailOf(fields: SchoolFields): DetailRow {
  const { name: _name, city: _city, schoolNumber, typeRaw, ...rest } = fields;
  return { ...rest, school_number: schoolNumber, type_raw: typeRaw };
}

/** What a row of the table tells; null in place of the row: nothing. */
export function fieldsOf(
  school: { readonly name: string; readonly city: string },
  row: DetailRow | null,
): SchoolFields {
  const { name, city } = school;
  if (!row) return { name, city, ...emptyFields };
  return {
    name,
    city,
    address: row.address,
    zip: row.zip,
    land: row.land,
    schoolNumber: row.school_number,
    type: row.type,
    typeRaw: row.type_raw,
    provider: row.provider,
    municipality: row.municipality,
    email: row.email,
    phone: row.phone,
    website: row.website,
    latitude: row.latitude,
    longitude: row.longitude,
    note: row.note,
  };
}

/** The fields in which two differ. */
export function changedFields(before: SchoolFields, after: SchoolFields): (keyof SchoolFields)[] {
  return (Object.keys(after) as (keyof SchoolFields)[]).filter((field) => before[field] !== after[field]);
}
