import { isStableId } from './open-data-id.ts';
import { plainName } from './plain-name.ts';
import type { SchoolFields } from './school-fields.ts';

/** What schools are told apart by. */
export type MatchKey = Pick<SchoolFields, 'name' | 'city' | 'zip' | 'land' | 'schoolNumber'> & {
  readonly openDataId: string | null;
};

/** A school of ours that may be the one that is looked for. */
export interface Known {
  readonly id: string;
  readonly openDataId: string | null;
  readonly fields: Pick<SchoolFields, 'name' | 'city' | 'zip' | 'land' | 'schoolNumber'>;
}

/**
 * Finds schools of ours again: by the open data's id, by the school number within the Land, by name and postcode, and
 * where either has no postcode by name and town. Ids of some Länder come to name another school, so they count only where
 * name or postcode agree.
 */
export class SchoolMatcher {
  readonly #byOpenDataId = new Map<string, Known>();
  readonly #byNumber = new Map<string, Known>();
  readonly #byNameAndZip = new Map<string, Known>();
  readonly #byNameAndCity = new Map<string, Known>();
  /** Those of ours that have no postcode. */
  readonly #withoutZip = new Map<string, Known>();

  constructor(schools: readonly Known[]) {
    for (const school of schools) this.add(school);
  }

  /** The next ones are held against this one too. */
  add(school: Known): void {
    const { land, schoolNumber, name, zip, city } = school.fields;
    const first = (map: Map<string, Known>, key: string) => {
      if (!map.has(key)) map.set(key, school);
    };
    if (school.openDataId !== null) first(this.#byOpenDataId, school.openDataId);
    if (land !== null && schoolNumber !== '') first(this.#byNumber, `${land} ${schoolNumber}`);
    if (zip !== '') first(this.#byNameAndZip, `${zip} ${plainName(name)}`);
    if (city !== '') {
      const inCity = `${plainName(city)} ${plainName(name)}`;
      first(this.#byNameAndCity, inCity);
      if (zip === '') first(this.#withoutZip, inCity);
    }
  }

  /** The school of ours that this is; null: none. */
  find({ openDataId, land, schoolNumber, name, zip, city }: MatchKey): Known | null {
    if (openDataId !== null) {
      const same = this.#byOpenDataId.get(openDataId);
      const agrees =
        same !== undefined &&
        (plainName(same.fields.name) === plainName(name) || (zip !== '' && same.fields.zip === zip));
      if (same && (agrees || isStableId(openDataId))) return same;
    }
    const numbered =
      land !== null && schoolNumber !== '' ? this.#byNumber.get(`${land} ${schoolNumber}`) : undefined;
    const plain = plainName(name);
    return (
      numbered ??
      (zip === '' ? undefined : this.#byNameAndZip.get(`${zip} ${plain}`)) ??
      (city === ''
        ? undefined
        : (zip === '' ? this.#byNameAndCity : this.#withoutZip).get(`${plainName(city)} ${plain}`)) ??
      null
    );
  }
}
