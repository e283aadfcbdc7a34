import type { PersonView } from '../../../server/api/contract/endpoints.ts';

/** Whether somebody may change loans: staff whose duty is more than to read. */
export function mayLend(person: PersonView | null): boolean {
  return person?.duty === 'admin' || person?.duty === 'logistics';
}
