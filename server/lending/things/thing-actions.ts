import type { PersonView } from '../../api/contract/endpoints.ts';
import type { AssetLine } from '../../api/contract/lending/assets.ts';
import type { ThingAction } from '../../api/contract/lending/labels.ts';
import type { Fleet } from '../../fleet/interface.ts';
import type { LendingDatabase } from '../interface.ts';

/** What is reserved for later than this is not packed yet, ms. */
const packedAhead = 14 * 86_400_000;

interface ThingAt {
  readonly db: LendingDatabase;
  readonly fleet: Pick<Fleet, 'device'>;
  readonly asset: AssetLine;
  readonly person: PersonView;
  /** ms since 1970 */
  readonly now: number;
}

/** What this person can do with a thing right now, what is most likely wanted first. */
export async function thingActions(at: ThingAt): Promise<ThingAction[]> {
  const { person } = at;
  if (person.role !== 'staff') return [...identify(at), { action: 'report-damage' }];
  if (person.duty === 'read-only') return [{ action: 'open' }];
  return [
    ...(await returning(at)),
    ...(await packing(at)),
    ...(await ticking(at)),
    ...identify(at),
    ...testing(at),
    { action: 'report-damage' },
    { action: 'photo' },
    { action: 'open' },
  ];
}

/** The loan that has it. */
async function returning({ db, asset }: ThingAt): Promise<ThingAction[]> {
  if (asset.whereabouts !== 'out' || !asset.loanId || !asset.school) return [];
  const loan = await db
    .selectFrom('loan')
    .select(['id', 'number'])
    .where('id', '=', asset.loanId)
    .executeTakeFirstOrThrow();
  return [{ action: 'return', loanId: loan.id, loanNumber: loan.number, schoolName: asset.school.name }];
}

/** The next loan that waits for it; nothing while another one has it. */
async function packing({ db, asset, now }: ThingAt): Promise<ThingAction[]> {
  if (asset.whereabouts !== 'here') return [];
  const next = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan.id', 'loan.number', 'school.name'])
    .where('loan_item.asset_id', '=', asset.id)
    .where('loan_item.state', '=', 'reserved')
    .where('loan.state', '=', 'reserved')
    .where('loan_item.starts_at', '<', now + packedAhead)
    .orderBy('loan_item.starts_at')
    .executeTakeFirst();
  return next ? [{ action: 'pack', loanId: next.id, loanNumber: next.number, schoolName: next.name }] : [];
}

/** Running stocktakes in which it was not scanned yet, first the one that waits for it. */
async function ticking({ db, asset }: ThingAt): Promise<ThingAction[]> {
  const running = await db
    .selectFrom('stocktake')
    .select(['id', 'place'])
    .where('finished_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stocktake_scan')
            .select('stocktake_scan.id')
            .whereRef('stocktake_scan.stocktake_id', '=', 'stocktake.id')
            .where('stocktake_scan.asset_id', '=', asset.id),
        ),
      ),
    )
    .orderBy('started_at', 'desc')
    .limit(5)
    .execute();
  const expected = new Set(
    (
      await db
        .selectFrom('stocktake_expected')
        .select('stocktake_id')
        .where('asset_id', '=', asset.id)
        .execute()
    ).map((row) => row.stocktake_id),
  );
  return running
    .toSorted((one, other) => Number(expected.has(other.id)) - Number(expected.has(one.id)))
    .map(({ id, place }) => ({ action: 'tick', stocktakeId: id, place }));
}

/** A Pi that answers can show which one it is. */
function identify({ fleet, asset, person }: ThingAt): ThingAction[] {
  const device = asset.deviceId === null ? undefined : fleet.device(asset.deviceId);
  const may = person.role === 'staff' || device?.schoolId === person.school?.id;
  return device?.online && may ? [{ action: 'identify', deviceId: device.id }] : [];
}

/** The test at a Pi's return is of the loan that has it. */
function testing({ fleet, asset }: ThingAt): ThingAction[] {
  const device = asset.deviceId === null ? undefined : fleet.device(asset.deviceId);
  return device?.online && asset.whereabouts === 'out' ? [{ action: 'test', deviceId: device.id }] : [];
}
