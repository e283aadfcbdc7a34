import { type MatchKey, SchoolMatcher } from './match-school.ts';
import { schoolExists } from './problems.ts';
import type { SchoolRecord } from './read-schools.ts';

/** What people say of a school by hand: they know no id of the open data. */
export type SchoolKeys = Omit<MatchKey, 'openDataId'>;

/**
 * The school of ours that this is; null: none.
 *
 * @param except the id of the one that is being changed.
 */
export function sameSchool(
  schools: readonly SchoolRecord[],
  keys: SchoolKeys,
  except?: string,
): SchoolRecord | null {
  const others = schools.filter(({ id }) => id !== except);
  const { name, city, zip, land, schoolNumber } = keys;
  const found = new SchoolMatcher(others).find({ openDataId: null, name, city, zip, land, schoolNumber });
  const same = others.find(({ id }) => id === found?.id);
  // Two numbers of one Land are two schools, whatever they are called.
  const apart =
    same &&
    land !== null &&
    land === same.fields.land &&
    schoolNumber !== '' &&
    same.fields.schoolNumber !== '' &&
    schoolNumber !== same.fields.schoolNumber;
  return same && !apart ? same : null;
}

/** @throws HttpProblem `school-exists`. */
export function refuseSame(schools: readonly SchoolRecord[], keys: SchoolKeys, except?: string): void {
  const same = sameSchool(schools, keys, except);
  if (same) throw schoolExists(same.fields);
}
