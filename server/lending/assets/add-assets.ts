import type * as z from 'zod/mini';
import type { AssetKind, assetEndpoints, KitTemplate } from '../../api/contract/lending/assets.ts';
import { refusal } from '../../api/http-problem.ts';
import { violatedConstraint } from '../../storage/violation.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { codeOf } from './code.ts';
import { readTemplate } from './kit-templates.ts';
import { nextNumber } from './next-number.ts';
import { assetUnknown, sponsorUnknown, templateUnknown } from './problems.ts';
import { refuseHeld } from './refuse-held.ts';
import { searchText } from './search-text.ts';

export type NewAssets = z.output<(typeof assetEndpoints.addAssets)['body']>;
type AssetRow = LendingTables['asset'];
type Maker = Pick<LendingContext, 'newId' | 'now'> & { readonly by: string | null };

/** So many are made at once at most, with what is in them. */
const mostAtOnce = 1000;
const attempts = 5;

/**
 * Adds things: each with the next number of its kind, with what its template says in it.
 *
 * @returns the ids of those that were asked for, not of those in them.
 */
export async function addAssets(
  context: LendingContext,
  by: string | null,
  wanted: NewAssets,
): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.db
        .transaction()
        .execute((trx) => insertAssets(trx, { newId: context.newId, now: context.now, by }, wanted));
    } catch (error) {
      const violated = violatedConstraint(error);
      if (violated === 'asset_device') throw deviceListed();
      // Somebody else took the number in the same moment.
      if (violated !== 'asset_code' || wanted.deviceId !== undefined || attempt >= attempts) throw error;
    }
  }
}

/** The same within somebody's transaction, with its handle. */
export async function insertAssets(trx: LendingDatabase, maker: Maker, wanted: NewAssets): Promise<string[]> {
  const template =
    wanted.templateId === undefined ? null : ((await readTemplate(trx, wanted.templateId)) ?? null);
  if (wanted.templateId !== undefined && !template) throw templateUnknown();
  refuseTooMany(wanted.copies, template);
  await refuseUnknown(trx, wanted);
  const fleetNumber = await numberInFleet(trx, wanted);

  const rows: AssetRow[] = [];
  const next = new Map<AssetKind, number>();
  const numberFor = async (kind: AssetKind): Promise<number> => {
    const number = next.get(kind) ?? (await nextNumber(trx, kind));
    next.set(kind, number + 1);
    return number;
  };
  const money = {
    sponsor_id: wanted.sponsorId ?? null,
    funding: wanted.funding ?? '',
    purchased_on: wanted.purchasedOn ?? null,
  };
  const add = async (
    one: Pick<AssetRow, 'kind' | 'name' | 'parent_id' | 'place'> &
      Partial<Pick<AssetRow, 'number' | 'device_id' | 'template_id' | 'purchase_cents'>>,
  ): Promise<AssetRow> => {
    const plain = {
      id: maker.newId(),
      number: one.number ?? (await numberFor(one.kind)),
      device_id: null,
      template_id: null,
      serial: '',
      model: '',
      condition: 'usable' as const,
      lost_at: null,
      purchase_cents: null,
      note: '',
      created_at: maker.now(),
      ...money,
    };
    const row = { ...plain, ...one, number: plain.number };
    rows.push({ ...row, search: searchText(row) });
    return rows.at(-1) as AssetRow;
  };

  const made: AssetRow[] = [];
  for (let copy = 0; copy < wanted.copies; copy += 1) {
    const number = fleetNumber ?? (await numberFor(wanted.kind));
    const outer = await add({
      kind: wanted.kind,
      number,
      name: wanted.copies > 1 ? `${wanted.name} ${number}` : wanted.name,
      parent_id: wanted.parentId ?? null,
      place: wanted.place ?? '',
      device_id: wanted.deviceId ?? null,
      template_id: template?.id ?? null,
      purchase_cents: wanted.purchaseCents ?? null,
    });
    made.push(outer);
    for (const inner of template?.assets ?? []) {
      for (let one = 0; one < inner.count; one += 1) {
        await add({ kind: inner.kind, name: inner.name, parent_id: outer.id, place: '' });
      }
    }
  }
  await insertInPieces(trx, rows);
  const contents = made.flatMap(({ id }) =>
    (template?.contents ?? []).map(({ consumableId, quantity }) => ({
      asset_id: id,
      consumable_id: consumableId,
      quantity,
      present: quantity,
    })),
  );
  for (let first = 0; first < contents.length; first += 500) {
    await trx
      .insertInto('asset_content')
      .values(contents.slice(first, first + 500))
      .execute();
  }
  const records = rows.map((row) => ({
    id: maker.newId(),
    at: maker.now(),
    by: maker.by,
    kind: 'asset.added' as const,
    assetId: row.id,
    de: `${codeOf(row)} ${row.name} angelegt`,
    en: `${codeOf(row)} ${row.name} added`,
  }));
  for (let first = 0; first < records.length; first += 500) {
    await record(trx, ...records.slice(first, first + 500));
  }
  return made.map(({ id }) => id);
}

async function insertInPieces(trx: LendingDatabase, rows: readonly AssetRow[]): Promise<void> {
  // SQLite takes at most 32,766 values in a statement.
  for (let first = 0; first < rows.length; first += 500) {
    await trx
      .insertInto('asset')
      .values(rows.slice(first, first + 500))
      .execute();
  }
}

function refuseTooMany(copies: number, template: KitTemplate | null): void {
  const each = 1 + (template?.assets ?? []).reduce((sum, { count }) => sum + count, 0);
  if (copies * each <= mostAtOnce) return;
  const most = Math.floor(mostAtOnce / each);
  throw refusal(
    400,
    'too-many-at-once',
    `Das wären ${copies * each} Dinge auf einmal. Legen Sie höchstens ${most} Kits auf einmal an.`,
    `That would be ${copies * each} things at once. Add at most ${most} kits at once.`,
  );
}

async function refuseUnknown(trx: LendingDatabase, { parentId, sponsorId }: NewAssets): Promise<void> {
  if (parentId !== undefined) {
    const parent = await trx.selectFrom('asset').select('id').where('id', '=', parentId).executeTakeFirst();
    if (!parent) throw assetUnknown();
    await refuseHeld(trx, [parentId]);
  }
  if (sponsorId) {
    const sponsor = await trx
      .selectFrom('sponsor')
      .select('id')
      .where('id', '=', sponsorId)
      .executeTakeFirst();
    if (!sponsor) throw sponsorUnknown();
  }
}

/** The number that a Pi of the fleet brings along; null: it is none. */
async function numberInFleet(
  trx: LendingDatabase,
  { kind, deviceId, copies }: NewAssets,
): Promise<number | null> {
  if (deviceId === undefined) return null;
  if (kind !== 'device' || copies !== 1) {
    throw refusal(
      400,
      'device-alone',
      'Ein Pi der Flotte wird einzeln und als Gerät angelegt. Wählen Sie „Gerät“ und die Anzahl 1.',
      'A Pi of the fleet is added by itself and as a device. Choose “device” and the number 1.',
    );
  }
  return freeFleetNumber(trx, deviceId, null);
}

/**
 * The fleet's number of a Pi, if nobody has put it down and no other thing has that number.
 *
 * @param assetId the thing that is to be this Pi; null: a new one.
 * @throws HttpProblem `device-unknown`, `device-listed`, `number-taken`.
 */
export async function freeFleetNumber(
  trx: LendingDatabase,
  deviceId: string,
  assetId: string | null,
): Promise<number> {
  const device = await trx
    .selectFrom('device')
    .select('number')
    .where('id', '=', deviceId)
    .executeTakeFirst();
  if (!device) {
    throw refusal(
      404,
      'device-unknown',
      'Diesen Pi gibt es in der Flotte nicht. Fügen Sie ihn zuerst unter „Flotte“ hinzu.',
      'The fleet has no such Pi. Add it under “Fleet” first.',
    );
  }
  const taken = await trx
    .selectFrom('asset')
    .select(['id', 'device_id'])
    .where('kind', '=', 'device')
    .where((asset) => asset.or([asset('number', '=', device.number), asset('device_id', '=', deviceId)]))
    .execute();
  if (taken.some((one) => one.device_id === deviceId && one.id !== assetId)) throw deviceListed();
  if (taken.some((one) => one.id !== assetId)) {
    throw refusal(
      409,
      'number-taken',
      `P${device.number} gibt es schon als Gerät ohne Verbindung zur Flotte. Öffnen Sie P${device.number} und verbinden Sie es dort mit diesem Pi.`,
      `There is a P${device.number} already that is not linked to the fleet. Open P${device.number} and link it to this Pi there.`,
    );
  }
  return device.number;
}

function deviceListed() {
  return refusal(
    409,
    'device-listed',
    'Dieser Pi ist schon angelegt. Suchen Sie ihn über seine Nummer.',
    'This Pi is here already. Look for it by its number.',
  );
}
