import type { Duty, PersonView } from '../../api/contract/endpoints.ts';
import { type HttpProblem, refusal } from '../../api/http-problem.ts';

const keepers: readonly Duty[] = ['admin', 'logistics'];

/** Whether the person may take the association's steps. */
export function keepsThings(person: PersonView): boolean {
  return person.duty !== null && keepers.includes(person.duty);
}

/** Staff see every loan, teachers those of their school. */
export function maySee(person: PersonView, loan: { readonly school_id: string }): boolean {
  return person.role === 'staff' || person.school?.id === loan.school_id;
}

export function loanUnknown(): HttpProblem {
  return refusal(
    404,
    'loan-unknown',
    'Diese Leihe gibt es nicht. Öffnen Sie die Liste der Leihen neu.',
    'There is no such loan. Please open the list of loans again.',
  );
}
