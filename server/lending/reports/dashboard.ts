import type { Dashboard } from '../../api/contract/lending/reports.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { loanLines } from '../loans/loan-lines.ts';
import { addDays, dayOf, instantOf } from '../loans/local-time.ts';
import { countDueReminders } from '../reminders/due-reminders.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LendingTables } from '../tables.ts';
import { countThings } from './count-things.ts';
import { damageReports } from './damage-reports.ts';
import { strayDevices } from './stray-devices.ts';

/** So many days ahead people prepare. */
const daysAhead = 7;
/** Rows of one list; more of them stand in the list that it links to. */
const most = 50;

type LoanRow = LendingTables['loan'];

/** What needs somebody today. */
export async function dashboard(context: LendingContext): Promise<Dashboard> {
  const { db, now } = context;
  const at = now();
  const tomorrow = instantOf(addDays(dayOf(at), 1));
  const open = await openLoans(db, at);
  const inState = (...states: readonly LoanRow['state'][]) =>
    open.filter(({ state }) => states.includes(state));
  const out = inState('out').toSorted((a, b) => a.ends_at - b.ends_at);
  const loans = {
    requests: inState('requested'),
    toPack: inState('reserved'),
    goingOut: inState('packed'),
    comingBack: out.filter(({ ends_at }) => ends_at >= at),
    overdue: out.filter(({ ends_at }) => ends_at < at),
    toRestock: inState('returned'),
  };
  const lines = new Map(
    (
      await loanLines(
        db,
        Object.values(loans).flatMap((rows) => rows.slice(0, most)),
        at,
      )
    ).map((line) => [line.id, line]),
  );
  const first = (rows: readonly LoanRow[]) => rows.slice(0, most).flatMap(({ id }) => lines.get(id) ?? []);
  const devices = await strayDevices(context, at);
  const low = await lowStock(db);
  const missing = await missingThings(db);
  const damages = await damageReports(db, at);
  const { settings, version: changes } = await readSettings(db);
  const counts = await countThings(db);
  return {
    today: {
      out: inState('reserved', 'packed').filter(({ starts_at }) => starts_at < tomorrow).length,
      back: loans.comingBack.filter(({ ends_at }) => ends_at < tomorrow).length,
    },
    requests: first(loans.requests),
    toPack: first(loans.toPack),
    goingOut: first(loans.goingOut),
    comingBack: first(loans.comingBack),
    overdue: first(loans.overdue),
    toRestock: first(loans.toRestock),
    devices: devices.slice(0, most),
    lowStock: low.slice(0, most),
    missing: missing.slice(0, most),
    damages: damages.slice(0, most),
    totals: {
      requests: loans.requests.length,
      toPack: loans.toPack.length,
      goingOut: loans.goingOut.length,
      comingBack: loans.comingBack.length,
      overdue: loans.overdue.length,
      toRestock: loans.toRestock.length,
      devices: devices.length,
      lowStock: low.length,
      missing: missing.length,
      damages: damages.length,
    },
    counts,
    remindersDue: await countDueReminders(db, at),
    setUp: {
      association: changes > 0 && settings.association.name !== '' && settings.association.address !== '',
      kits: counts.kits > 0,
      schools: (await db.selectFrom('school').select('id').limit(1).execute()).length > 0,
    },
  };
}

/** Loans that wait for somebody: at once, or within the days for which people prepare. */
function openLoans(db: LendingDatabase, at: number): Promise<LoanRow[]> {
  const ahead = instantOf(addDays(dayOf(at), daysAhead + 1));
  return db
    .selectFrom('loan')
    .selectAll()
    .where('state', 'in', ['requested', 'reserved', 'packed', 'out', 'returned'])
    .where(({ or, and, eb }) =>
      or([
        eb('state', 'in', ['requested', 'returned']),
        and([eb('state', 'in', ['reserved', 'packed']), eb('starts_at', '<', ahead)]),
        and([eb('state', '=', 'out'), eb('kind', '=', 'loan'), eb('ends_at', '<', ahead)]),
      ]),
    )
    .orderBy('starts_at')
    .execute();
}

async function lowStock(db: LendingDatabase): Promise<Dashboard['lowStock']> {
  const rows = await db
    .selectFrom('consumable')
    .select(['id', 'name', 'stock', 'minimum'])
    .whereRef('stock', '<', 'minimum')
    .orderBy('name')
    .execute();
  return rows.map(({ id, ...row }) => ({ consumableId: id, ...row }));
}

/** Lost things, by code; with the latest loan from which each did not come back. */
async function missingThings(db: LendingDatabase): Promise<Dashboard['missing']> {
  const things = await db
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'name'])
    .where('condition', '=', 'lost')
    .orderBy('kind')
    .orderBy('number')
    .execute();
  const from = await db
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan_item.asset_id as assetId', 'loan.id', 'loan.number', 'school.name as school'])
    .where('loan_item.state', '=', 'missing')
    .where('asset.condition', '=', 'lost')
    .orderBy('loan.starts_at')
    .execute();
  const loans = new Map(from.map(({ assetId, ...loan }) => [assetId, loan]));
  return things.map(({ id, name, ...code }) => ({
    assetId: id,
    code: codeOf(code),
    name,
    loan: loans.get(id) ?? null,
  }));
}
