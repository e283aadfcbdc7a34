import { landSchema, type SchoolProfile, type SchoolType } from '../../../api/contract/lending/schools.ts';
import { type Known, SchoolMatcher } from '../../schools/match-school.ts';
import { profilesOf, readSchools, type SchoolRecord } from '../../schools/read-schools.ts';
import { changedFields, emptyFields, type SchoolFields } from '../../schools/school-fields.ts';
import { schoolTypeOf } from '../../schools/school-type.ts';
import { type SchoolChange, writeSchool } from '../../schools/write-school.ts';
import { choice, decimal, maybe, text, type Values } from '../columns.ts';
import type { ImportTable, ReadRow, RowPlan } from '../import-table.ts';
import { contactLines } from './contact-lines.ts';

const typeNames: Readonly<Record<SchoolType, { de: string; en: string }>> = {
  primary: { de: 'Grundschule', en: 'primary school' },
  secondary: { de: 'Sekundarstufe I', en: 'lower secondary school' },
  grammar: { de: 'Gymnasium', en: 'grammar school' },
  comprehensive: { de: 'Gesamtschule', en: 'comprehensive school' },
  vocational: { de: 'Berufsbildende Schule', en: 'vocational school' },
  special: { de: 'Förderschule', en: 'special needs school' },
  waldorf: { de: 'Waldorfschule', en: 'Waldorf school' },
  adult: { de: 'Erwachsenenbildung', en: 'adult education' },
  other: { de: 'Sonstige', en: 'other' },
};

const landNames = Object.fromEntries(
  landSchema.options.map((land) => [land, { de: land, en: land }]),
) as Record<(typeof landSchema.options)[number], { de: string; en: string }>;

/** A school's columns. */
export const schoolColumns = {
  id: { de: 'ID', en: 'ID', kind: text(64) },
  openDataId: { de: 'Offene Schuldaten', en: 'Open school data', kind: maybe(text(64)) },
  name: { de: 'Name', en: 'Name', kind: text(120, { needed: true }), also: ['Schule', 'school'] },
  city: { de: 'Ort', en: 'City', kind: text(80), also: ['Stadt', 'town'] },
  zip: { de: 'PLZ', en: 'Postcode', kind: text(10), also: ['Postleitzahl', 'zip code'] },
  address: { de: 'Straße', en: 'Street', kind: text(200), also: ['Adresse', 'Anschrift'] },
  land: { de: 'Land', en: 'Land', kind: maybe(choice(landNames)), also: ['Bundesland', 'state'] },
  schoolNumber: { de: 'Schulnummer', en: 'School number', kind: text(200), also: ['Schulnr'] },
  type: { de: 'Art', en: 'Type', kind: maybe(choice(typeNames)) },
  typeRaw: { de: 'Schulart', en: 'School type', kind: text(200), also: ['Schulform'] },
  provider: { de: 'Träger', en: 'Provider', kind: text(200), also: ['Schulträger'] },
  municipality: { de: 'Gemeinde', en: 'Municipality', kind: text(200) },
  email: { de: 'E-Mail', en: 'E-mail', kind: text(200) },
  phone: { de: 'Telefon', en: 'Phone', kind: text(200) },
  website: { de: 'Website', en: 'Website', kind: text(200), also: ['Internet', 'Homepage'] },
  latitude: { de: 'Breite', en: 'Latitude', kind: maybe(decimal(-90, 90)) },
  longitude: { de: 'Länge', en: 'Longitude', kind: maybe(decimal(-180, 180)) },
  note: { de: 'Notiz', en: 'Note', kind: text(4000), also: ['Bemerkung'] },
  contacts: { de: 'Ansprechpersonen', en: 'Contacts', kind: contactLines },
} as const;

type Cols = typeof schoolColumns;

/** Imports schools: known by id, by the open data's id, by number within the Land, or by name and postcode. */
export const schoolImport: ImportTable<Cols> = {
  columns: schoolColumns,
  what: 'school',
  example: [
    {
      name: 'IGS Rheinblick',
      city: 'Mainz',
      zip: '55116',
      address: 'Rheinallee 7',
      land: 'RP',
      schoolNumber: '50999',
      type: 'comprehensive',
      typeRaw: 'IGS',
      email: 'post@schule.example',
      latitude: 50.0037,
      longitude: 8.2669,
      contacts: [
        { name: 'Mia Muster', duty: 'Informatik', email: 'muster@schule.example', phone: '06131 1234' },
      ],
    },
    { name: 'Grundschule am Markt', city: 'Alzey', zip: '55232', land: 'RP', type: 'primary', typeRaw: 'GS' },
  ],

  async plan(db, rows, parts) {
    const records = await readSchools(db);
    const profiles = new Map((await profilesOf(db, records)).map((profile) => [profile.id, profile]));
    const byId = new Map<string, SchoolRecord>(records.map((record) => [record.id, record]));
    const openDataIds = new Set(records.map(({ openDataId }) => openDataId));
    const matcher = new SchoolMatcher(records);
    const rowOf = new Map<string, number>();
    const changes: SchoolChange[] = [];
    const plans = rows.map(({ row, values }): RowPlan => {
      const known = find(values, byId, matcher);
      if (!known && values.name === undefined) return nameMissing(row);
      const twice = known && rowOf.get(known.id);
      if (twice !== undefined && twice !== null) return sameAs(row, twice);
      const record = known ? byId.get(known.id) : undefined;
      const before = record?.fields ?? null;
      const stated = { name: values.name ?? '', city: '', ...emptyFields, ...before, ...fieldsIn(values) };
      const after = before ? stated : filled(stated);
      const id = known?.id ?? parts.newId();
      rowOf.set(id, row);
      const contacts =
        values.contacts && !sameContacts(values.contacts, profiles.get(id)) ? values.contacts : undefined;
      const columns = [
        ...(before ? changedFields(before, after) : []),
        ...(before && contacts ? ['contacts'] : []),
      ];
      const { name } = after;
      if (before && columns.length === 0) return { row, does: 'nothing', name, columns };
      const openDataId = before ? null : (values.openDataId ?? null);
      const free = openDataId !== null && !openDataIds.has(openDataId);
      if (free) openDataIds.add(openDataId);
      if (!before) {
        const fields = { ...after };
        matcher.add({ id, openDataId, fields });
      }
      changes.push({
        id,
        before,
        after,
        ...(free ? { openDataId } : {}),
        ...(contacts ? { contacts } : {}),
      });
      return { row, does: before ? 'change' : 'add', name, columns };
    });
    return {
      rows: plans,
      async write() {
        for (const change of changes) await writeSchool(db, parts, parts.by, change);
        return changes.map(({ id }) => id);
      },
    };
  },
};

function find(
  values: ReadRow<Cols>['values'],
  byId: ReadonlyMap<string, Known>,
  matcher: SchoolMatcher,
): Known | null {
  const { id, openDataId = null, name = '', city = '', zip = '', land = null, schoolNumber = '' } = values;
  return (id ? byId.get(id) : undefined) ?? matcher.find({ openDataId, name, city, zip, land, schoolNumber });
}

function fieldsIn(values: Partial<Values<Cols>>): Partial<SchoolFields> {
  const { id: _id, openDataId: _openDataId, contacts: _contacts, ...fields } = values;
  return fields;
}

/** A new school's type follows from the Land's own word for it where the file says no more. */
function filled(fields: SchoolFields): SchoolFields {
  return fields.type === null ? { ...fields, type: schoolTypeOf(fields.typeRaw, fields.land) } : fields;
}

function sameContacts(
  contacts: NonNullable<SchoolChange['contacts']>,
  profile: SchoolProfile | undefined,
): boolean {
  const plain = (list: NonNullable<SchoolChange['contacts']>) =>
    JSON.stringify(list.map(({ name, duty, email, phone }) => [name, duty, email, phone]));
  return plain(contacts) === plain(profile?.contacts ?? []);
}

function nameMissing(row: number): RowPlan {
  return {
    row,
    does: 'refuse',
    column: 'name',
    de: 'Eine neue Schule braucht einen Namen.',
    en: 'A new school needs a name.',
  };
}

function sameAs(row: number, other: number): RowPlan {
  return {
    row,
    does: 'refuse',
    column: '',
    de: `Das ist dieselbe Schule wie in Zeile ${other}. Lassen Sie eine der beiden Zeilen weg.`,
    en: `This is the same school as in row ${other}. Leave one of the two rows out.`,
  };
}
