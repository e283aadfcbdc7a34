import type { PersonView } from '../api/contract/endpoints.ts';
import type { ActiveClass } from './roster.ts';

/** A class belongs to its teacher; staff may steer every class. */
export function owns(person: PersonView, one: Pick<ActiveClass, 'teacherId'>): boolean {
  return person.role === 'staff' || person.id === one.teacherId;
}
