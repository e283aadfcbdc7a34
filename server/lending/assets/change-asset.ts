import type * as z from 'zod/mini';
import type { AssetChangeOfMany, assetEndpoints, Condition } from '../../api/contract/lending/assets.ts';
import { refusal } from '../../api/http-problem.ts';
import { type HistoryRecord, record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { codeOf } from './code.ts';
import { freeFleetNumber } from './fleet-number.ts';
import { lostAt } from './lost-at.ts';
import { nextNumber } from './next-number.ts';
import { assetUnknown, sponsorUnknown } from './problems.ts';
import { refuseHeld } from './refuse-held.ts';
import { searchText } from './search-text.ts';

export type AssetChange = z.output<(typeof assetEndpoints.changeAsset)['body']>;
type AssetRow = LendingTables['asset'];
type Sentence = Pick<HistoryRecord, 'kind' | 'de' | 'en' | 'facts'>;

const conditionWords: Readonly<Record<Condition, { de: string; en: string }>> = {
  usable: { de: 'in Ordnung', en: 'in order' },
  repair: { de: 'in Reparatur', en: 'being repaired' },
  lost: { de: 'verloren', en: 'lost' },
  retired: { de: 'ausgemustert', en: 'retired' },
};

/** Columns in words, for the history. */
const columnWords: Partial<Record<keyof AssetRow, { de: string; en: string }>> = {
  name: { de: 'Name', en: 'name' },
  place: { de: 'Ort', en: 'place' },
  serial: { de: 'Seriennummer', en: 'serial number' },
  model: { de: 'Modell', en: 'model' },
  sponsor_id: { de: 'Förderer', en: 'sponsor' },
  funding: { de: 'Finanzierung', en: 'funding' },
  purchased_on: { de: 'Kaufdatum', en: 'day of purchase' },
  purchase_cents: { de: 'Kaufpreis', en: 'price' },
  note: { de: 'Notiz', en: 'note' },
};

/** Changes what is known of a thing, or how it is; each change is a line of its history. */
export async function changeAsset(
  context: LendingContext,
  { id, by, change }: { readonly id: string; readonly by: string; readonly change: AssetChange },
): Promise<void> {
  await context.db.transaction().execute((trx) => changeOne(context, trx, { id, by, change }));
  context.events.emit('changed', 'asset', id);
}

/**
 * Changes several things, all of them or none.
 *
 * @returns how they were, in the same form: as changes it undoes these.
 */
export async function changeAssets(
  context: LendingContext,
  by: string,
  changes: readonly AssetChangeOfMany[],
): Promise<AssetChangeOfMany[]> {
  const before = await context.db.transaction().execute(async (trx) => {
    const rows: AssetRow[] = [];
    // In the order of ids, so that two at once wait for each other instead of for ever.
    for (const { assetId, ...change } of [...changes].sort((one, other) =>
      one.assetId < other.assetId ? -1 : 1,
    )) {
      rows.push(await changeOne(context, trx, { id: assetId, by, change }));
    }
    return new Map(rows.map((row) => [row.id, row]));
  });
  for (const { assetId } of changes) context.events.emit('changed', 'asset', assetId);
  return changes.flatMap(({ assetId, ...change }) => {
    const was = before.get(assetId);
    if (!was) return [];
    return [
      {
        assetId,
        ...(change.place === undefined ? {} : { place: was.place }),
        ...(change.sponsorId === undefined ? {} : { sponsorId: was.sponsor_id }),
        ...(change.condition === undefined ? {} : { condition: was.condition }),
      },
    ];
  });
}

/** @returns how it was. */
async function changeOne(
  { newId, now }: Pick<LendingContext, 'newId' | 'now'>,
  trx: LendingDatabase,
  { id, by, change }: { readonly id: string; readonly by: string; readonly change: AssetChange },
): Promise<AssetRow> {
  const before = await trx.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst();
  if (!before) throw assetUnknown();
  if (change.condition === 'retired' && before.condition !== 'retired') await refuseRetiring(trx, before);
  if (change.sponsorId) await refuseUnknownSponsor(trx, change.sponsorId);
  const plain = { ...before, ...columnsOf(change), ...(await linked(trx, before, change.deviceId)) };
  const after = {
    ...plain,
    lost_at: lostAt(before, plain.condition, now()),
    search: searchText(plain),
  };
  const sentences = sentencesOf(before, after, change.reason);
  if (sentences.length === 0) return before;
  await trx.updateTable('asset').set(after).where('id', '=', id).execute();
  await record(
    trx,
    ...sentences.map((sentence) => ({ id: newId(), at: now(), by, assetId: id, ...sentence })),
  );
  return before;
}

function columnsOf(change: AssetChange): Partial<AssetRow> {
  const columns = {
    name: change.name,
    place: change.place,
    serial: change.serial,
    model: change.model,
    sponsor_id: change.sponsorId,
    funding: change.funding,
    purchased_on: change.purchasedOn,
    purchase_cents: change.purchaseCents,
    note: change.note,
    condition: change.condition,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** What becomes of a device that is a Pi of the fleet from now on. */
async function linked(
  trx: LendingDatabase,
  asset: AssetRow,
  deviceId: string | null | undefined,
): Promise<Partial<AssetRow>> {
  if (deviceId === undefined || deviceId === asset.device_id) return {};
  if (deviceId === null) {
    await refuseHeld(trx, [asset.id]);
    // The number is the fleet's, which the Pi itself keeps.
    return { device_id: null, number: await nextNumber(trx, 'device') };
  }
  if (asset.kind !== 'device' || asset.device_id !== null) {
    throw refusal(
      409,
      'not-linkable',
      'Nur ein Gerät, das noch kein Pi der Flotte ist, lässt sich verbinden. Legen Sie diesen Pi als neues Gerät an.',
      'Only a device that is no Pi of the fleet yet can be linked. Add this Pi as a new device.',
    );
  }
  return { device_id: deviceId, number: await freeFleetNumber(trx, deviceId, asset.id) };
}

function sentencesOf(before: AssetRow, after: AssetRow, reason = ''): Sentence[] {
  const sentences: Sentence[] = [];
  if (before.condition !== after.condition) {
    const { de, en } = conditionWords[after.condition];
    sentences.push({
      kind: 'asset.condition',
      de: `Zustand: ${de}${reason && ` (${reason})`}`,
      en: `Condition: ${en}${reason && ` (${reason})`}`,
      facts: { from: before.condition, to: after.condition },
    });
  }
  if (before.device_id !== after.device_id) {
    const [from, to] = [codeOf(before), codeOf(after)];
    const [de, en] = after.device_id
      ? ['Mit der Flotte verbunden', 'Linked to the fleet']
      : ['Kein Pi der Flotte mehr', 'No Pi of the fleet any more'];
    sentences.push({
      kind: after.device_id ? 'asset.linked' : 'asset.unlinked',
      de: from === to ? de : `${de}: ${from} heißt jetzt ${to}`,
      en: from === to ? en : `${en}: ${from} is now ${to}`,
      facts: { deviceId: after.device_id ?? before.device_id, from, to },
    });
  }
  const changed = (Object.keys(columnWords) as (keyof AssetRow)[]).filter(
    (key) => before[key] !== after[key],
  );
  if (changed.length > 0) {
    const words = (language: 'de' | 'en') => changed.map((key) => columnWords[key]?.[language]).join(', ');
    sentences.push({
      kind: 'asset.changed',
      de: `Geändert: ${words('de')}`,
      en: `Changed: ${words('en')}`,
      facts: Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }])),
    });
  }
  return sentences;
}

async function refuseRetiring(trx: LendingDatabase, asset: AssetRow): Promise<void> {
  await refuseHeld(trx, [asset.id], { donations: false });
  const reserved = await trx
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select('loan.number')
    .where('loan_item.asset_id', '=', asset.id)
    .where('loan_item.state', '=', 'reserved')
    .executeTakeFirst();
  if (!reserved) return;
  throw refusal(
    409,
    'asset-reserved',
    `${codeOf(asset)} ist für die Leihe ${reserved.number} reserviert. Nehmen Sie dort zuerst etwas anderes.`,
    `${codeOf(asset)} is reserved for loan ${reserved.number}. Choose something else there first.`,
  );
}

async function refuseUnknownSponsor(trx: LendingDatabase, id: string): Promise<void> {
  if (!(await trx.selectFrom('sponsor').select('id').where('id', '=', id).executeTakeFirst())) {
    throw sponsorUnknown();
  }
}
