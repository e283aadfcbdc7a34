import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan, LoanStep } from '../../api/contract/lending/loans.ts';
import { HttpProblem, refusal } from '../../api/http-problem.ts';
import { type HistoryDetail, record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { nextState, teachersSteps } from './loan-state.ts';
import { type Conflict, conflicts, refuseOverlap } from './overlap.ts';
import { readLoan } from './read-loan.ts';
import { keepsThings, loanUnknown, maySee } from './rights.ts';

export type LoanRow = LendingTables['loan'];
export type LoanItemRow = LendingTables['loan_item'];

/** What a change of a loan works with, inside its transaction. */
export interface Change {
  readonly trx: LendingDatabase;
  readonly loan: LoanRow;
  /** ms since 1970, one for the whole change. */
  readonly now: number;
  readonly person: PersonView;
  /** Sets the state that the step leads to, and other columns of the loan. */
  finish(wholly: boolean, columns?: Partial<LoanRow>): Promise<void>;
  /** Writes the loan's history. */
  tell(kind: string, de: string, en: string, more?: Told): Promise<void>;
}

interface Told {
  readonly assetId?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What the step did with single things. */
  readonly details?: readonly Line[];
}

/** What a step did with one thing; its kind without `loan.`. */
export interface Line extends Omit<HistoryDetail, 'kind' | 'assetId'> {
  readonly kind: string;
  readonly assetId: string;
}

export interface ChangeOptions {
  readonly loanId: string;
  readonly person: PersonView;
  /** null: no step of the state machine; the work checks by itself. */
  readonly step: LoanStep | null;
  /** The version that the page saw; left out: the change fits to whatever came between. */
  readonly version?: number;
  /** The same request again is answered and not done again. */
  readonly requestId?: string;
}

/**
 * Changes a loan in one transaction: all of it happens, with its history, or nothing. The loan's row is locked first, so
 * changes of one loan come one after the other.
 *
 * @throws HttpProblem `loan-unknown`, `loan-changed`, `loan-step-refused`, `already-lent`, and what `work` throws.
 */
export async function changeLoan(
  context: LendingContext,
  options: ChangeOptions,
  work: (change: Change) => Promise<void>,
): Promise<Loan> {
  const { loanId, person, requestId } = options;
  const now = context.now();
  const assets = new Set<string>();
  try {
    await context.db.transaction().execute(async (trx) => {
      const loan = await lockLoan(trx, options);
      if (requestId !== undefined && !(await isNew(trx, requestId, loanId, now))) {
        // The version was for the lock; nothing has changed.
        await trx.updateTable('loan').set({ version: loan.version }).where('id', '=', loanId).execute();
        return;
      }
      if (options.version !== undefined && loan.version !== options.version) throw loanChanged();
      if (options.step) mayStep(person, loan, options.step);
      await work({
        trx,
        loan,
        now,
        person,
        finish: async (wholly, columns = {}) => {
          const next = options.step ? nextState(loan.state, options.step, wholly) : loan.state;
          if (typeof next !== 'string') throw new HttpProblem(409, next);
          await trx
            .updateTable('loan')
            .set({ ...columns, state: next })
            .where('id', '=', loanId)
            .execute();
        },
        tell: async (kind, de, en, { details = [], ...more } = {}) => {
          for (const { assetId } of [more, ...details]) if (assetId) assets.add(assetId);
          await record(trx, {
            id: context.newId(),
            at: now,
            by: person.id,
            kind: `loan.${kind}`,
            loanId,
            schoolId: loan.school_id,
            de,
            en,
            ...more,
            details: details.map((line) => ({ ...line, kind: `loan.${line.kind}` as const })),
          });
        },
      });
    });
  } catch (error) {
    // The transaction is over: what came before it can be seen now.
    throw await refuseOverlap(error, () => standingInTheWay(context.db, loanId, now));
  }
  context.events.emit('changed', 'loan', loanId);
  for (const id of assets) context.events.emit('changed', 'asset', id);
  return (await readLoan(context.db, loanId, context.now(), person)) as Loan;
}

/** Locks the loan's row by the change that comes anyway: its version grows. Gives it as it was. */
async function lockLoan(trx: LendingDatabase, { loanId, person }: ChangeOptions): Promise<LoanRow> {
  const loan = await trx
    .updateTable('loan')
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('id', '=', loanId)
    .returningAll()
    .executeTakeFirst();
  if (!loan || !maySee(person, loan)) throw loanUnknown();
  return { ...loan, version: loan.version - 1 };
}

/** Loans that have what this one has. */
async function standingInTheWay(db: LendingDatabase, loanId: string, now: number): Promise<Conflict[]> {
  const items = await db
    .selectFrom('loan_item')
    .select(['asset_id', 'starts_at', 'ends_at'])
    .where('loan_id', '=', loanId)
    .where('active', '=', 1)
    .execute();
  const [first] = items;
  if (!first) return [];
  const span = { startsAt: first.starts_at, endsAt: first.ends_at };
  return conflicts(
    db,
    items.map((item) => item.asset_id),
    span,
    { exceptLoanId: loanId, now },
  );
}

async function isNew(trx: LendingDatabase, requestId: string, loanId: string, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('loan_request_done')
    .values({ request_id: requestId, loan_id: loanId, at })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function mayStep(person: PersonView, loan: LoanRow, step: LoanStep): void {
  if (!keepsThings(person) && !teachersSteps.includes(step)) throw loanUnknown();
  const next = nextState(loan.state, step);
  if (typeof next !== 'string') throw new HttpProblem(409, next);
}

export function loanChanged(): HttpProblem {
  return refusal(
    409,
    'loan-changed',
    'Jemand hat diese Leihe inzwischen geändert. Sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.',
    'Somebody has changed this loan in the meantime. Look at it as it is now and try again.',
  );
}
