import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan, LoanItemState } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { readLoan } from '../loans/read-loan.ts';
import { loanUnknown } from '../loans/rights.ts';
import { isBusy, outcomeOf, outcomeOfFailure, type TestOutcome } from './outcome.ts';

/** Tests of one loan that run at the same time: each reads a card for a second or more, and answers are small. */
const atOnce = 8;

/** Things that went out and may be tested; the last two have been scanned as returned. */
const testable: readonly LoanItemState[] = ['out', 'back', 'damaged'];

interface Candidate {
  readonly assetId: string;
  readonly code: string;
  readonly deviceId: string | null;
  readonly schoolId: string;
}

interface StartedTest extends Candidate {
  readonly id: string;
}

/**
 * Lets the Pis of a loan test themselves and answers at once; the outcomes are written as they come. A Pi that was
 * scanned as returned forgets the school's Wi-Fi and data with it, and stops what still runs on it; one that still is at
 * a school only looks, and is left alone (`busy`) while a program runs on it. What is
 * being tested already is not tested a second time, and what has gone out again with another loan is none of this one's.
 *
 * @param assetIds only these; all of the loan when left out.
 * @throws HttpProblem `loan-unknown`, `nothing-to-test`.
 */
export async function testReturn(
  context: LendingContext,
  {
    loanId,
    assetIds,
    person,
  }: { loanId: string; assetIds?: readonly string[] | undefined; person: PersonView },
): Promise<Loan> {
  const { db, newId, now, events } = context;
  const started = await db.transaction().execute(async (trx) => {
    const candidates = await candidatesOf(trx, loanId, assetIds);
    if (candidates.length === 0) throw await nothingToTest(trx, loanId);
    const busy = await runningIn(trx, loanId);
    const tests = candidates
      .filter(({ assetId }) => !busy.has(assetId))
      .map((one): StartedTest => ({ ...one, id: newId() }));
    const at = now();
    for (const { id, assetId } of tests) {
      await trx
        .insertInto('test_run')
        .values({ id, loan_id: loanId, asset_id: assetId, at, state: 'running', checks: '[]' })
        .execute();
    }
    return tests;
  });
  events.emit('changed', 'loan', loanId);
  void runAll(context, loanId, person.id, started);
  const loan = await readLoan(db, loanId, now(), person);
  if (!loan) throw loanUnknown();
  return loan;
}

async function candidatesOf(
  trx: LendingDatabase,
  loanId: string,
  assetIds: readonly string[] | undefined,
): Promise<Candidate[]> {
  const rows = await trx
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select(['asset.id', 'asset.kind', 'asset.number', 'asset.device_id'])
    .select('loan.school_id')
    .where('loan_item.loan_id', '=', loanId)
    .where('asset.kind', '=', 'device')
    .where('loan_item.state', 'in', testable)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('loan_item as other')
            .select('other.id')
            .whereRef('other.asset_id', '=', 'loan_item.asset_id')
            .where('other.loan_id', '<>', loanId)
            .where('other.state', '=', 'out'),
        ),
      ),
    )
    .orderBy('asset.number')
    .execute();
  return rows
    .filter(({ id }) => assetIds === undefined || assetIds.includes(id))
    .map((row) => ({
      assetId: row.id,
      code: codeOf(row),
      deviceId: row.device_id,
      schoolId: row.school_id,
    }));
}

async function runningIn(trx: LendingDatabase, loanId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('test_run')
    .select('asset_id')
    .where('loan_id', '=', loanId)
    .where('state', '=', 'running')
    .execute();
  return new Set(rows.map((row) => row.asset_id));
}

async function runAll(
  context: LendingContext,
  loanId: string,
  by: string,
  tests: readonly StartedTest[],
): Promise<void> {
  const waiting = [...tests];
  const work = async () => {
    for (let test = waiting.shift(); test; test = waiting.shift()) {
      try {
        await finish(context, { loanId, by, test, outcome: await outcome(context, test) });
      } catch (error) {
        context.logger.error({ err: error, assetId: test.assetId }, 'a test could not be written down');
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function outcome(
  { db, fleet }: LendingContext,
  { assetId, deviceId }: StartedTest,
): Promise<TestOutcome> {
  if (deviceId === null) return { state: 'unreachable', checks: [] };
  // Asked as late as possible: it may have waited for others, and gone out again meanwhile.
  const ask = async () => outcomeOf(await fleet.selfTest(deviceId, { wipe: !(await isOut(db, assetId)) }));
  try {
    return await ask();
  } catch (error) {
    // A class at the school is not disturbed; on what is back, nobody works any more.
    if (!isBusy(error) || (await isOut(db, assetId))) return outcomeOfFailure(error);
  }
  try {
    await fleet.stopProgram(deviceId);
    return await ask();
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

/** Whether a school has it now. */
async function isOut(db: LendingDatabase, assetId: string): Promise<boolean> {
  const held = await db
    .selectFrom('loan_item')
    .select('id')
    .where('asset_id', '=', assetId)
    .where('state', '=', 'out')
    .executeTakeFirst();
  return held !== undefined;
}

async function finish(
  { db, newId, now, events }: LendingContext,
  {
    loanId,
    by,
    test,
    outcome: { state, checks },
  }: { loanId: string; by: string; test: StartedTest; outcome: TestOutcome },
): Promise<void> {
  const { id, assetId, code, schoolId } = test;
  const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('test_run')
      .set({ state, checks: JSON.stringify(checks) })
      .where('id', '=', id)
      .execute();
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: `test.${state}`,
      assetId,
      loanId,
      schoolId,
      ...sentences[state as keyof typeof sentences](code),
      facts: { failed },
    });
  });
  events.emit('changed', 'loan', loanId);
}

const sentences = {
  passed: (code: string) => ({
    de: `${code} hat sich geprüft: alles in Ordnung`,
    en: `${code} tested itself: all is well`,
  }),
  failed: (code: string) => ({
    de: `${code} hat sich geprüft und Fehler gefunden`,
    en: `${code} tested itself and found faults`,
  }),
  unreachable: (code: string) => ({
    de: `${code} war für die Prüfung nicht erreichbar`,
    en: `${code} could not be reached for the test`,
  }),
  busy: (code: string) => ({
    de: `${code} hat sich nicht geprüft: In der Schule lief ein Programm darauf. Prüfen Sie nach der Stunde noch einmal.`,
    en: `${code} did not test itself: a program ran on it at the school. Test again after the lesson.`,
  }),
  running: (code: string) => ({ de: `${code} prüft sich`, en: `${code} is testing itself` }),
};

async function nothingToTest(trx: LendingDatabase, loanId: string): Promise<Error> {
  const loan = await trx.selectFrom('loan').select('id').where('id', '=', loanId).executeTakeFirst();
  if (!loan) return loanUnknown();
  return refusal(
    409,
    'nothing-to-test',
    'In dieser Leihe ist gerade kein Pi, der draußen oder zurück ist. Prüfen Sie nach der Übergabe.',
    'No Pi of this loan is out or back right now. Test after it was handed over.',
  );
}
