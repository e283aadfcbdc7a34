import type { SchoolProfile } from '../../api/contract/lending/schools.ts';
import { plainText } from './plain-name.ts';
import type { SchoolFields } from './school-fields.ts';

/** Qualifiers of a search, in German and English. */
const qualifiers: Readonly<Record<string, (fields: SchoolFields, value: string) => boolean>> = {
  land: ({ land }, value) => (land ?? '').toLowerCase() === value,
  ort: ({ city }, value) => plainText(city).includes(value),
  city: ({ city }, value) => plainText(city).includes(value),
  plz: ({ zip }, value) => zip.startsWith(value),
  zip: ({ zip }, value) => zip.startsWith(value),
  nr: ({ schoolNumber }, value) => schoolNumber.toLowerCase().startsWith(value),
  typ: ({ type, typeRaw }, value) => type === value || plainText(typeRaw).includes(value),
  type: ({ type, typeRaw }, value) => type === value || plainText(typeRaw).includes(value),
};

/** What people type into the search for schools: words, each of which must be found, and `land:RP plz:551 typ:primary`. */
export function schoolFilter(text: string): (school: { readonly fields: SchoolFields }) => boolean {
  const tests = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, name = '', value = ''] = /^([a-z]+):(.+)$/i.exec(word) ?? [];
      const qualifier = qualifiers[name.toLowerCase()];
      const wanted = plainText(qualifier ? value : word);
      return (fields: SchoolFields, plain: string) =>
        qualifier ? qualifier(fields, wanted) : plain.includes(wanted);
    });
  return ({ fields }) => {
    const plain = tests.length === 0 ? '' : searchText(fields);
    return tests.every((test) => test(fields, plain));
  };
}

function searchText(fields: Pick<SchoolProfile, keyof SchoolFields>): string {
  const { name, city, address, zip, schoolNumber, typeRaw, municipality, provider } = fields;
  return plainText([name, city, address, zip, schoolNumber, typeRaw, municipality, provider].join(' '));
}
