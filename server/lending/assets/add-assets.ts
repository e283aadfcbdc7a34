import type { AssetKind } from '../../api/contract/lending/assets.ts';
import type { KitTemplate } from '../../api/contract/lending/consumables.ts';
import { refusal } from '../../api/http-problem.ts';
import { violatedConstraint } from '../../storage/violation.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { codeOf } from './code.ts';
import { deviceListed } from './fleet-number.ts';
import { givenDevices } from './given-devices.ts';
import { readTemplate } from './kit-templates.ts';
import type { NewAssets } from './new-assets.ts';
import { nextNumber } from './next-number.ts';
import { assetUnknown, sponsorUnknown, templateUnknown } from './problems.ts';
import { refuseHeld } from './refuse-held.ts';
import { searchText } from './search-text.ts';

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
  await refuseUnknown(trx, wanted);
  const given = await givenDevices(trx, wanted, template);
  const { copies } = given;
  refuseTooMany(copies, template);

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
      Partial<Pick<AssetRow, 'device_id' | 'serial' | 'template_id' | 'purchase_cents'>> & {
        number: number | null;
      },
  ): Promise<AssetRow> => {
    const plain = {
      id: maker.newId(),
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
    const row = { ...plain, ...one, number: one.number ?? (await numberFor(one.kind)) };
    rows.push({ ...row, search: searchText(row) });
    return rows.at(-1) as AssetRow;
  };

  const made: AssetRow[] = [];
  for (let copy = 0; copy < copies; copy += 1) {
    const own = given.next(wanted.kind);
    const number = own.number ?? (await numberFor(wanted.kind));
    const outer = await add({
      kind: wanted.kind,
      name: own.name ?? (copies > 1 ? `${wanted.name} ${number}` : wanted.name),
      parent_id: wanted.parentId ?? null,
      place: wanted.place ?? '',
      template_id: template?.id ?? null,
      purchase_cents: wanted.purchaseCents ?? null,
      ...own.columns,
      number,
    });
    made.push(outer);
    for (const { kind, name, count } of template?.assets ?? []) {
      for (let one = 0; one < count; one += 1) {
        const { number, columns } = given.next(kind);
        await add({ kind, name, parent_id: outer.id, place: '', ...columns, number });
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
