import { endpoints } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { dayNotes, landOf } from '../calendar/day-notes.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { candidatesOf, judgeThings } from './availability.ts';
import { endBefore } from './cancel.ts';
import { DeviceMoves } from './device-moves.ts';
import { exchangeItem } from './exchange.ts';
import { extendLoan } from './extend.ts';
import { handOver } from './hand-over.ts';
import { packItem } from './pack.ts';
import { daysAround, propose } from './proposal.ts';
import { readLoan } from './read-loan.ts';
import { addLoan, changeWanted, timeInvalid } from './request.ts';
import { reserveLoan } from './reserve.ts';
import { restockLoan } from './restock.ts';
import { returnItems } from './return-items.ts';
import { loanUnknown, maySee } from './rights.ts';
import { schoolLoans } from './school-loans.ts';
import { searchLoans } from './search.ts';
import { signReturn } from './sign-return.ts';
import { undoReturn } from './undo-return.ts';

/** Puts the endpoints of loans from request to restock into service. */
export async function mountLoans(context: LendingContext): Promise<void> {
  const { mount, db, now } = context;
  const moves = new DeviceMoves(context);
  await moves.flush();
  /** The fleet knows of it before the answer goes out. */
  const moved = async (step: Promise<Loan>): Promise<Loan> => {
    const loan = await step;
    await moves.flush();
    return loan;
  };

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
    associationEmail: (await readSettings(db)).settings.association.email,
  }));
  mount.endpoint(endpoints.availability, async ({ body: { limit, ...asked } }) => {
    if (asked.startsAt >= asked.endsAt) throw timeInvalid();
    const { bufferDays } = (await readSettings(db)).settings;
    const judged = await judgeThings(db, { ...asked, bufferDays }, now());
    const schoolId = asked.loanId === undefined ? '' : await schoolOf(db, asked.loanId);
    return {
      candidates: await candidatesOf(db, judged.slice(0, limit)),
      bufferDays,
      days: await daysAround(db, schoolId, asked),
    };
  });
  mount.endpoint(endpoints.proposal, async ({ params, body }) => {
    const { bufferDays } = (await readSettings(db)).settings;
    return propose(db, { ...params, pupilsPerDevice: body.pupilsPerDevice ?? 2, bufferDays, now: now() });
  });
  mount.endpoint(endpoints.cancelMyLoan, ({ params, body, person }) =>
    endBefore(context, { ...params, ...body, person, step: 'cancel' }),
  );
  mount.endpoint(endpoints.declineLoan, ({ params, body, person }) =>
    endBefore(context, { ...params, ...body, person, step: 'decline' }),
  );
  mount.endpoint(endpoints.cancelLoan, ({ params, body: { noShow, ...body }, person }) =>
    endBefore(context, { ...params, ...body, person, step: noShow ? 'no-show' : 'cancel' }),
  );
  mount.endpoint(endpoints.packItem, ({ params, body, person }) =>
    packItem(context, { ...params, ...body, person }),
  );
  mount.endpoint(endpoints.handOverLoan, ({ params, body, person }) =>
    moved(handOver(context, { ...params, ...body, person })),
  );
  mount.endpoint(endpoints.returnItems, ({ params, body, person }) =>
    moved(returnItems(context, { ...params, ...body, person })),
  );
  mount.endpoint(endpoints.undoReturn, ({ params, body, person }) =>
    moved(undoReturn(context, { ...params, ...body, person })),
  );
  mount.endpoint(endpoints.signReturn, ({ params, body, person }) =>
    signReturn(context, { ...params, ...body, person }),
  );
  mount.endpoint(endpoints.extendLoan, ({ params, body, person }) =>
    extendLoan(context, { ...params, ...body, person }),
  );
  mount.endpoint(endpoints.exchangeItem, ({ params, body, person }) =>
    moved(exchangeItem(context, { ...params, ...body, person })),
  );
  mount.endpoint(endpoints.restockLoan, ({ params, body, person }) =>
    restockLoan(context, { ...params, ...body, person }),
  );
  mount.endpoint(endpoints.lendingDays, async ({ body: { from, to }, person }) => ({
    days: await dayNotes(db, person.school ? await landOf(db, person.school.id) : null, from, to),
  }));
  mount.endpoint(endpoints.reserveLoan, ({ params, body, person }) =>
    reserveLoan(context, { ...params, ...body, person }),
  );
}

async function schoolOf(db: LendingDatabase, loanId: string): Promise<string> {
  const row = await db.selectFrom('loan').select('school_id').where('id', '=', loanId).executeTakeFirst();
  return row?.school_id ?? '';
}

function schoolNeeded(): Error {
  return refusal(
    400,
    'school-needed',
    'Für welche Schule ist die Leihe? Wählen Sie eine Schule.',
    'Which school is the loan for? Please choose one.',
  );
}
