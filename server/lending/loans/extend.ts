import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { changeLoan } from './change.ts';
import { saySpan } from './local-time.ts';
import { alreadyLent, conflicts, type Span } from './overlap.ts';
import { checkSpan } from './request.ts';

/**
 * Moves a loan's end, or before it is out, the whole loan. Only the time that it gains must be free: what it has already
 * is its own, also where another loan is late with the thing.
 *
 * @throws HttpProblem `already-lent` naming what stands in the way, `already-out`, `time-invalid`.
 */
export function extendLoan(
  context: LendingContext,
  call: {
    loanId: string;
    version: number;
    startsAt?: number | undefined;
    endsAt: number;
    person: PersonView;
  },
): Promise<Loan> {
  const { loanId } = call;
  return changeLoan(context, { ...call, step: 'extend' }, async ({ trx, loan, now, finish, tell }) => {
    const wished = call.startsAt ?? loan.starts_at;
    if (loan.state === 'out' && wished !== loan.starts_at) throw alreadyOut();
    if (loan.state === 'out' && call.endsAt <= now) throw endInPast();
    // What was handed over early may come back before it was planned to begin.
    const early = loan.state === 'out' && call.endsAt <= wished;
    const startsAt = early ? Math.min(wished, loan.out_at ?? now) : wished;
    const span = checkSpan({ startsAt, endsAt: call.endsAt }, loan.kind);
    const items = await trx
      .selectFrom('loan_item')
      .select('asset_id')
      .where('loan_id', '=', loanId)
      .where('active', '=', 1)
      .execute();
    const ids = items.map((item) => item.asset_id);
    for (const time of gained(
      { startsAt: loan.starts_at, endsAt: loan.ends_at },
      { startsAt, endsAt: span.ends_at },
    )) {
      const found = await conflicts(trx, ids, time, { exceptLoanId: loanId, now });
      if (found.length > 0) throw alreadyLent(found);
    }
    // What is out keeps the moment from which it was taken.
    await trx
      .updateTable('loan_item')
      .set(loan.state === 'out' ? { ends_at: span.ends_at } : span)
      .where('loan_id', '=', loanId)
      .where('active', '=', 1)
      .execute();
    await finish(true, span);
    const to = (language: 'de' | 'en') => saySpan(span.starts_at, span.ends_at, language);
    await tell('moved', `Neue Zeit: ${to('de')}`, `New time: ${to('en')}`, {
      facts: { from: [loan.starts_at, loan.ends_at], to: [span.starts_at, span.ends_at] },
    });
  });
}

/** The times that are new: before what there was, and after it. */
function gained(before: Span, after: Span): Span[] {
  return [
    { startsAt: after.startsAt, endsAt: Math.min(after.endsAt, before.startsAt) },
    { startsAt: Math.max(after.startsAt, before.endsAt), endsAt: after.endsAt },
  ].filter(({ startsAt, endsAt }) => startsAt < endsAt);
}

function alreadyOut(): Error {
  return refusal(
    409,
    'already-out',
    'Die Leihe ist schon ausgegeben; nur ihr Ende lässt sich noch verschieben.',
    'The loan is out already; only its end can still be moved.',
  );
}

function endInPast(): Error {
  return refusal(
    400,
    'time-invalid',
    'Das neue Ende liegt in der Vergangenheit. Wählen Sie einen späteren Tag, oder nehmen Sie die Dinge zurück.',
    'The new end is in the past. Choose a later day, or take the things back.',
  );
}
