import type { Dashboard } from '../../api/contract/lending/reports.ts';
import { version } from '../../version.ts';
import { assetLines } from '../assets/asset-lines.ts';
import { deviceKnowledge } from '../assets/device-knowledge.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { loanLines } from '../loans/loan-lines.ts';
import { addDays, dayOf, instantOf } from '../loans/local-time.ts';
import { countDueReminders } from '../reminders/due-reminders.ts';
import { readSettings } from '../settings/settings-store.ts';

/** So many days ahead people prepare, and so long a lent Pi may be silent before somebody should ask. */
const daysAhead = 7;
const silentDays = 10;
/** Rows of one list; more of them stand in the list that it links to. */
const most = 50;

/** What needs somebody today. */
export async function dashboard({ db, fleet, now }: LendingContext): Promise<Dashboard> {
  const at = now();
  const ahead = instantOf(addDays(dayOf(at), daysAhead + 1));
  const open = await db
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
  const lines = await loanLines(db, open, at);
  const byEnd = lines.toSorted((a, b) => a.endsAt - b.endsAt);
  const { settings, version: changes } = await readSettings(db);
  const counts = await countThings(db);
  return {
    requests: lines.filter(({ state }) => state === 'requested').slice(0, most),
    toPack: lines.filter(({ state }) => state === 'reserved').slice(0, most),
    goingOut: lines.filter(({ state }) => state === 'packed').slice(0, most),
    comingBack: byEnd.filter(({ state, overdue }) => state === 'out' && !overdue).slice(0, most),
    overdue: byEnd.filter(({ overdue }) => overdue).slice(0, most),
    toRestock: lines.filter(({ state }) => state === 'returned').slice(0, most),
    devices: (await strayDevices({ db, fleet }, at)).slice(0, most),
    lowStock: await lowStock(db),
    counts,
    remindersDue: await countDueReminders(db, at),
    setUp: {
      association: changes > 0 && settings.association.name !== '' && settings.association.address !== '',
      kits: counts.kits > 0,
      schools: (await db.selectFrom('school').select('id').limit(1).execute()).length > 0,
    },
  };
}

async function countThings(db: LendingDatabase): Promise<Dashboard['counts']> {
  const things = await db
    .selectFrom('asset')
    .leftJoin('loan_item', (join) =>
      join.onRef('loan_item.asset_id', '=', 'asset.id').on('loan_item.state', '=', 'out'),
    )
    .leftJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select(['asset.kind', 'loan.kind as given'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('asset.kind', 'in', ['kit', 'device'])
    .where('asset.condition', 'in', ['usable', 'repair'])
    .groupBy(['asset.kind', 'loan.kind'])
    .execute();
  const count = (kind: 'kit' | 'device', given?: 'loan' | 'donation') =>
    things
      .filter((one) => one.kind === kind && (given === undefined || one.given === given))
      .reduce((sum, one) => sum + Number(one.count), 0);
  const { schools } = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .where('loan_item.state', '=', 'out')
    .select(({ fn }) => fn.count<number>('loan.school_id').distinct().as('schools'))
    .executeTakeFirstOrThrow();
  return {
    kits: count('kit') - count('kit', 'donation'),
    kitsOut: count('kit', 'loan'),
    devices: count('device') - count('device', 'donation'),
    devicesOut: count('device', 'loan'),
    donated: count('device', 'donation'),
    schools: Number(schools),
  };
}

/** Lent Pis of which the fleet knows something that somebody should look after; the worst first. */
async function strayDevices(
  { db, fleet }: Pick<LendingContext, 'db' | 'fleet'>,
  at: number,
): Promise<Dashboard['devices']> {
  const lent = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.id', 'asset.device_id', 'loan_item.out_at'])
    .where('loan_item.state', '=', 'out')
    .where('loan.kind', '=', 'loan')
    .where('asset.device_id', 'is not', null)
    .execute();
  const stray = lent.flatMap(({ id, device_id, out_at }) => {
    const known = deviceKnowledge(fleet, device_id);
    if (!known) return [];
    const quietSince = Math.max(known.lastSeenAt ?? 0, out_at ?? 0);
    const quiet = !known.online && at - quietSince > silentDays * 86_400_000;
    const finding = known.seenAt
      ? ('elsewhere' as const)
      : quiet
        ? known.lastSeenAt === null
          ? ('never-seen' as const)
          : ('silent' as const)
        : known.online && known.agentVersion !== null && known.agentVersion !== version
          ? ('old-agent' as const)
          : null;
    return finding === null ? [] : [{ id, finding, since: known.lastSeenAt, fleet: known }];
  });
  const lines = new Map(
    (
      await assetLines(
        db,
        stray.map(({ id }) => id),
      )
    ).map((line) => [line.id, line]),
  );
  return stray
    .flatMap(({ id, ...found }) => {
      const line = lines.get(id);
      return line ? [{ assetId: id, code: line.code, name: line.name, school: line.school, ...found }] : [];
    })
    .toSorted(
      (a, b) => order.indexOf(a.finding) - order.indexOf(b.finding) || (a.since ?? 0) - (b.since ?? 0),
    );
}

const order: readonly Dashboard['devices'][number]['finding'][] = [
  'elsewhere',
  'silent',
  'never-seen',
  'old-agent',
];

async function lowStock(db: LendingDatabase): Promise<Dashboard['lowStock']> {
  const rows = await db
    .selectFrom('consumable')
    .select(['id', 'name', 'stock', 'minimum'])
    .whereRef('stock', '<', 'minimum')
    .orderBy('name')
    .execute();
  return rows.map(({ id, ...row }) => ({ consumableId: id, ...row }));
}
