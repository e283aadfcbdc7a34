import type * as z from 'zod/mini';
import type { assetEndpoints, Condition } from '../../api/contract/lending/assets.ts';
import { refusal } from '../../api/http-problem.ts';
import { type HistoryRecord, record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { freeFleetNumber } from './add-assets.ts';
import { codeOf } from './code.ts';
import { lostAt } from './lost-at.ts';
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
  { db, newId, now, events }: LendingContext,
  { id, by, change }: { readonly id: string; readonly by: string; readonly change: AssetChange },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
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
    const sentences = sentencesOf(before, after);
    if (sentences.length === 0) return;
    await trx.updateTable('asset').set(after).where('id', '=', id).execute();
    await record(
      trx,
      ...sentences.map((sentence) => ({ id: newId(), at: now(), by, assetId: id, ...sentence })),
    );
  });
  events.emit('changed', 'asset', id);
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
  deviceId: string | undefined,
): Promise<Partial<AssetRow>> {
  if (deviceId === undefined || deviceId === asset.device_id) return {};
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

function sentencesOf(before: AssetRow, after: AssetRow): Sentence[] {
  const sentences: Sentence[] = [];
  if (before.condition !== after.condition) {
    const { de, en } = conditionWords[after.condition];
    sentences.push({
      kind: 'asset.condition',
      de: `Zustand: ${de}`,
      en: `Condition: ${en}`,
      facts: { from: before.condition, to: after.condition },
    });
  }
  if (before.device_id !== after.device_id) {
    const [from, to] = [codeOf(before), codeOf(after)];
    sentences.push({
      kind: 'asset.linked',
      de: from === to ? 'Mit der Flotte verbunden' : `Mit der Flotte verbunden: ${from} heißt jetzt ${to}`,
      en: from === to ? 'Linked to the fleet' : `Linked to the fleet: ${from} is now ${to}`,
      facts: { deviceId: after.device_id, from, to },
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
