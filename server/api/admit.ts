import type { Audience } from './contract/endpoint.ts';
import type { Duty, PersonView } from './contract/endpoints.ts';
import { type HttpProblem, refusal } from './http-problem.ts';

/** The duties that each audience of the association asks for. */
const duties: Readonly<Record<'staff' | 'logistics' | 'admin', readonly Duty[]>> = {
  staff: ['admin', 'logistics', 'read-only'],
  logistics: ['admin', 'logistics'],
  admin: ['admin'],
};

/**
 * Lets through who may ask; the table of rights is in docs/security.md.
 *
 * @param person null: nobody is signed in.
 * @param changes whether something changes that is not one's own.
 * @returns the person; null where everybody may ask.
 * @throws HttpProblem `sign-in-needed`, `staff-only`, `admin-only` or `read-only`.
 */
export function admit(audience: Audience, person: PersonView | null, changes: boolean): PersonView | null {
  if (audience === 'everyone') return null;
  if (!person) throw refusal(401, 'sign-in-needed', 'Bitte melden Sie sich an.', 'Please sign in.');
  if (person.duty === 'read-only' && changes) throw readOnly();
  if (audience === 'teacher') return person;
  if (person.role !== 'staff') {
    throw refusal(
      403,
      'staff-only',
      'Das darf nur das Team des Vereins.',
      'Only the association’s staff may do this.',
    );
  }
  if (person.duty && duties[audience].includes(person.duty)) return person;
  throw audience === 'admin'
    ? refusal(
        403,
        'admin-only',
        'Das darf nur, wer im Verein die Leitung hat. Bitten Sie eine Person mit dieser Rolle darum.',
        'Only the association’s admins may do this. Please ask one of them.',
      )
    : readOnly();
}

function readOnly(): HttpProblem {
  return refusal(
    403,
    'read-only',
    'Sie dürfen hier alles ansehen, aber nichts ändern. Bitten Sie eine Person mit der Rolle Leitung darum.',
    'You may look at everything here, but change nothing. Please ask an admin to change your role.',
  );
}
