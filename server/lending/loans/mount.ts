import { endpoints } from '../../api/contract/endpoints.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { readLoan } from './read-loan.ts';
import { addLoan, changeWanted } from './request.ts';
import { reserveLoan } from './reserve.ts';
import { loanUnknown, maySee } from './rights.ts';
import { schoolLoans } from './school-loans.ts';
import { searchLoans } from './search.ts';

/** Puts the endpoints of loans from request to restock into service. */
export async function mountLoans(context: LendingContext): Promise<void> {
  const { mount, db, now } = context;

  mount.endpoint(endpoints.requestLoan, ({ body, person }) => {
    const schoolId = person.role === 'staff' ? body.schoolId : person.school?.id;
    if (schoolId === undefined) throw schoolNeeded();
    return addLoan(context, { ...body, schoolId, kind: 'loan', note: '' }, person);
  });
  mount.endpoint(endpoints.addLoan, ({ body, person }) => addLoan(context, body, person));
  mount.endpoint(endpoints.changeLoan, ({ params, body: { version, ...wanted }, person }) =>
    changeWanted(context, { ...params, version, person, wanted }),
  );
  mount.endpoint(endpoints.loans, ({ body }) => searchLoans(db, body, now()));
  mount.endpoint(endpoints.loan, async ({ params, person }) => {
    const loan = await readLoan(db, params.loanId, now(), person);
    if (!loan || !maySee(person, { school_id: loan.school.id })) throw loanUnknown();
    return loan;
  });
  mount.endpoint(endpoints.myLoans, async ({ person }) => ({
    loans: person.school ? await schoolLoans(db, person.school.id, now(), person) : [],
  }));
  mount.endpoint(endpoints.reserveLoan, ({ params, body, person }) =>
    reserveLoan(context, { ...params, ...body, person }),
  );
}

function schoolNeeded(): Error {
  return refusal(
    400,
    'school-needed',
    'Für welche Schule ist die Leihe? Wählen Sie eine Schule.',
    'Which school is the loan for? Please choose one.',
  );
}
