import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan, LoanItem, LoanPart, LoanStep, TestRun } from '../../api/contract/lending/loans.ts';
import { assetLines } from '../assets/asset-lines.ts';
import type { LendingDatabase } from '../interface.ts';
import { personLines } from '../people.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LendingTables } from '../tables.ts';
import { loanLines } from './loan-lines.ts';
import { stepsOf, teachersSteps } from './loan-state.ts';
import { loanValue } from './loan-value.ts';
import { loanWarnings } from './loan-warnings.ts';
import { keepsThings } from './rights.ts';

type LoanRow = LendingTables['loan'];

/**
 * One loan with everything in it; undefined when there is none. What may be done with it is told for `person`, without
 * one for staff of logistics.
 */
export async function readLoan(
  db: LendingDatabase,
  loanId: string,
  now: number,
  person?: PersonView,
): Promise<Loan | undefined> {
  const row = await db.selectFrom('loan').selectAll().where('id', '=', loanId).executeTakeFirst();
  return row && (await loanOf(db, row, now, person));
}

/** A loan's row with everything in it. */
export async function loanOf(
  db: LendingDatabase,
  row: LoanRow,
  now: number,
  person?: PersonView,
): Promise<Loan> {
  const [line] = await loanLines(db, [row], now);
  if (!line) throw new RangeError(`loan ${row.id} has no line`);
  const forSchool = person !== undefined && person.role !== 'staff';
  const itemList = await itemsOf(db, row.id);
  const parts = await partsOf(db, row.id);
  const { settings } = await readSettings(db);
  const people = await personLines(db, [row.requested_by]);
  return {
    ...line,
    version: row.version,
    requestedBy: people.get(row.requested_by ?? '') ?? null,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    lessons: JSON.parse(row.lessons) as string[],
    wish: row.wish,
    note: forSchool ? '' : row.note,
    reason: row.reason,
    requestedAt: row.requested_at,
    erasedAt: await erasedAt(db, row.id),
    itemList: forSchool ? itemList.map(withoutOthers) : itemList,
    parts,
    steps: stepsFor(row, itemList, person),
    // They name other schools, and are about the association's steps.
    warnings: forSchool
      ? []
      : await loanWarnings(db, { row, itemList, parts, now, bufferDays: settings.bufferDays }),
    papers: await papersOf(db, row.id),
    valueCents: await loanValue(db, { itemList, parts, now, lifetimeYears: settings.lifetimeYears }),
  };
}

async function erasedAt(db: LendingDatabase, loanId: string): Promise<number | null> {
  const row = await db
    .selectFrom('loan_erased')
    .select('at')
    .where('loan_id', '=', loanId)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What a school may know of a thing that it had or will have: not who has it meanwhile, nor where it is kept. */
function withoutOthers(item: LoanItem): LoanItem {
  if (item.state === 'out') return item;
  return { ...item, asset: { ...item.asset, whereabouts: 'here', place: '', school: null, loanId: null } };
}

function stepsFor(row: LoanRow, items: readonly LoanItem[], person: PersonView | undefined): LoanStep[] {
  const packed = items.some(({ state }) => state === 'packed');
  const steps = stepsOf(row.state).filter((step) => {
    if (step === 'hand-over' || step === 'unpack') return packed;
    if (step === 'extend') return row.kind === 'loan' || row.state !== 'out';
    return true;
  });
  if (person === undefined || keepsThings(person)) return steps;
  return person.role === 'staff' ? [] : steps.filter((step) => teachersSteps.includes(step));
}

async function itemsOf(db: LendingDatabase, loanId: string): Promise<LoanItem[]> {
  const rows = await db
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .selectAll('loan_item')
    .where('loan_id', '=', loanId)
    .orderBy('asset.kind', 'desc')
    .orderBy('asset.number')
    .orderBy('loan_item.starts_at')
    .execute();
  const lines = new Map(
    (
      await assetLines(
        db,
        rows.map((row) => row.asset_id),
      )
    ).map((one) => [one.id, one]),
  );
  const tests = await testsOf(db, loanId);
  return rows.flatMap((row) => {
    const asset = lines.get(row.asset_id);
    if (!asset) return [];
    return {
      id: row.id,
      asset,
      state: row.state,
      insideOf: row.inside_of,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      outAt: row.out_at,
      backAt: row.back_at,
      remark: row.remark,
      photoIds: JSON.parse(row.photo_ids) as string[],
      exchangedFor: row.exchanged_for,
      test: tests.get(row.asset_id) ?? null,
    };
  });
}

/** The newest test of each Pi. */
async function testsOf(db: LendingDatabase, loanId: string): Promise<Map<string, TestRun>> {
  const rows = await db
    .selectFrom('test_run')
    .selectAll()
    .where('loan_id', '=', loanId)
    .orderBy('at')
    .execute();
  return new Map(
    rows.map(({ id, asset_id: assetId, at, state, checks }) => [
      assetId,
      { id, assetId, at, state, checks: JSON.parse(checks) as TestRun['checks'] },
    ]),
  );
}

async function partsOf(db: LendingDatabase, loanId: string): Promise<LoanPart[]> {
  const rows = await db
    .selectFrom('loan_part')
    .innerJoin('consumable', 'consumable.id', 'loan_part.consumable_id')
    .selectAll('loan_part')
    .select(['consumable.name', 'consumable.icon'])
    .where('loan_id', '=', loanId)
    .orderBy('consumable.name')
    .execute();
  return rows.map((row) => ({
    assetId: row.asset_id,
    consumableId: row.consumable_id,
    name: row.name,
    icon: row.icon,
    quantity: row.quantity,
    back: row.back,
    damaged: row.damaged,
    unitCents: row.unit_cents,
  }));
}

async function papersOf(db: LendingDatabase, loanId: string): Promise<Loan['papers']> {
  const rows = await db
    .selectFrom('paper')
    .select(['id', 'kind', 'at', 'signatures'])
    .where('loan_id', '=', loanId)
    .orderBy('at')
    .orderBy('kind')
    .execute();
  return rows.map(({ id, kind, at, signatures }) => {
    const by = JSON.parse(signatures) as Record<string, unknown>;
    return { id, kind, at, signed: Object.values(by).some((one) => one !== null) };
  });
}
