import type { PersonView } from '../../api/contract/endpoints.ts';
import type { LendingDatabase } from '../interface.ts';

/** Loans that the person asked for, or is the contact of. */
export function loansOf(db: LendingDatabase, { id, email }: Pick<PersonView, 'id' | 'email'>) {
  return db
    .selectFrom('loan')
    .where(({ eb, fn, or }) =>
      or([
        eb('loan.requested_by', '=', id),
        eb(fn('lower', ['loan.contact_email']), '=', email.toLowerCase()),
      ]),
    );
}
