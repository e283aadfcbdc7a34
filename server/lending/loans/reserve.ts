import type { PersonView } from '../../api/contract/endpoints.ts';
import type { AssetLine, Condition } from '../../api/contract/lending/assets.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { type HttpProblem, refusal } from '../../api/http-problem.ts';
import { isPostgres } from '../../storage/dialect-of.ts';
import { assetLines, withInside } from '../assets/asset-lines.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type Change, changeLoan } from './change.ts';
import { saySpan } from './local-time.ts';
import { alreadyLent, conflicts } from './overlap.ts';

/**
 * Reserves exactly these things with all that is in them, in place of what the loan had before; ticks of the pick list
 * stay where the thing stays.
 *
 * @throws HttpProblem `asset-unknown`, `asset-unfit`, `asset-in-other`, `already-lent`, and those of `changeLoan`.
 */
export function reserveLoan(
  context: LendingContext,
  call: { loanId: string; version: number; assetIds: readonly string[]; person: PersonView },
): Promise<Loan> {
  const { assetIds, ...step } = call;
  return changeLoan(context, { ...step, step: 'reserve' }, async (change) => {
    const { trx, loan } = change;
    const chosen = [...new Set(assetIds)];
    await lockAssets(trx, chosen);
    const inside = await lendable(trx, chosen);
    const ids = inside.map(({ id }) => id);
    await lockAssets(trx, ids);
    await release(change, ids);
    const span = { startsAt: loan.starts_at, endsAt: loan.ends_at };
    const found = await conflicts(trx, ids, span, { exceptLoanId: loan.id, now: change.now });
    if (found.length > 0) throw alreadyLent(found);
    await addItems(context, change, inside, { starts_at: loan.starts_at, ends_at: loan.ends_at });
    const states = await trx
      .selectFrom('loan_item')
      .select('state')
      .where('loan_id', '=', loan.id)
      .where('active', '=', 1)
      .execute();
    await change.finish(states.every(({ state }) => state === 'packed'));
    const list = inside
      .filter(({ insideOf }) => insideOf === null)
      .map(({ code }) => code)
      .join(', ');
    await change.tell(
      'reserved',
      `${list} reserviert, ${saySpan(span.startsAt, span.endsAt, 'de')}`,
      `${list} reserved, ${saySpan(span.startsAt, span.endsAt, 'en')}`,
      { facts: { assetIds: chosen } },
    );
  });
}

/**
 * Two reservations of one thing come one after the other, so that the second gets its sentence; SQLite has one writer
 * anyway. Without it the database would still refuse, but both might wait for each other.
 */
export async function lockAssets(trx: LendingDatabase, ids: readonly string[]): Promise<void> {
  if (!isPostgres(trx) || ids.length === 0) return;
  await trx
    .selectFrom('asset')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** A thing that a loan takes along. */
export interface Taken {
  readonly id: string;
  readonly code: string;
  readonly insideOf: string | null;
}

/**
 * These things and what can be used of all that is in them, the outer before the inner; what lies broken in a kit stays
 * behind, with everything in it.
 *
 * @throws HttpProblem `asset-unknown`, `asset-unfit`, `asset-in-other`.
 */
export async function lendable(trx: LendingDatabase, chosen: readonly string[]): Promise<Taken[]> {
  const inside = await withInside(trx, chosen);
  const ids = inside.map(({ id }) => id);
  const lines = new Map((await assetLines(trx, ids)).map((one) => [one.id, one]));
  const taken = new Map<string, Taken>();
  for (const { id, insideOf } of inside) {
    const line = lines.get(id);
    if (!line) continue;
    if (chosen.includes(id)) {
      if (insideOf !== null) throw comesAlong(line);
      if (line.condition !== 'usable' || line.whereabouts === 'donated') throw unfit(line);
    }
    if (line.condition !== 'usable' || (insideOf !== null && !taken.has(insideOf))) continue;
    taken.set(id, { id, insideOf, code: line.code });
  }
  if (chosen.some((id) => !lines.has(id))) throw assetUnknown();
  return [...taken.values()];
}

function comesAlong({ code, parent }: AssetLine): HttpProblem {
  return refusal(
    400,
    'asset-in-other',
    `${code} steckt in ${parent?.code} und ist damit schon dabei. Wählen Sie nur eines von beiden.`,
    `${code} is in ${parent?.code} and comes with it. Choose only one of the two.`,
  );
}

const unfitWords: Readonly<Record<Condition | 'donated', readonly [de: string, en: string]>> = {
  usable: ['ist nicht frei', 'is not free'],
  repair: ['ist in Reparatur', 'is being repaired'],
  lost: ['ist verloren', 'is lost'],
  retired: ['ist ausgemustert', 'is retired'],
  donated: ['ist verschenkt', 'was donated'],
};

function unfit(line: AssetLine): HttpProblem {
  const [de, en] = unfitWords[line.whereabouts === 'donated' ? 'donated' : line.condition];
  return refusal(
    409,
    'asset-unfit',
    `${line.code} (${line.name}) ${de}. Wählen Sie etwas anderes.`,
    `${line.code} (${line.name}) ${en}. Choose something else.`,
  );
}

export function assetUnknown(): HttpProblem {
  return refusal(
    404,
    'asset-unknown',
    'Dieses Ding gibt es nicht. Suchen Sie es noch einmal in der Liste.',
    'There is no such thing. Please look for it in the list again.',
  );
}

/** Lets go of what is not wanted any more. */
async function release({ trx, loan, now }: Change, keep: readonly string[]): Promise<void> {
  const gone = await trx
    .updateTable('loan_item')
    .set({ state: 'released', active: 0, back_at: now })
    .where('loan_id', '=', loan.id)
    .where('active', '=', 1)
    .where('asset_id', 'not in', [...keep])
    .returning('asset_id')
    .execute();
  if (gone.length === 0) return;
  await trx
    .deleteFrom('loan_part')
    .where('loan_id', '=', loan.id)
    .where(
      'asset_id',
      'in',
      gone.map(({ asset_id }) => asset_id),
    )
    .execute();
}

/** Adds things that the loan does not have yet, and what is to be counted in them. */
export async function addItems(
  { newId }: Pick<LendingContext, 'newId'>,
  { trx, loan }: { trx: LendingDatabase; loan: { readonly id: string } },
  taken: readonly Pick<Taken, 'id' | 'insideOf'>[],
  span: { readonly starts_at: number; readonly ends_at: number },
): Promise<string[]> {
  const had = await trx
    .selectFrom('loan_item')
    .select('asset_id')
    .where('loan_id', '=', loan.id)
    .where('active', '=', 1)
    .execute();
  const known = new Set(had.map(({ asset_id }) => asset_id));
  const added = taken.filter(({ id }) => !known.has(id));
  if (added.length === 0) return [];
  await trx
    .insertInto('loan_item')
    .values(
      added.map(({ id, insideOf }) => ({
        id: newId(),
        loan_id: loan.id,
        asset_id: id,
        state: 'reserved' as const,
        active: 1,
        inside_of: insideOf,
        ...span,
        out_at: null,
        back_at: null,
        remark: '',
        photo_ids: '[]',
        exchanged_for: null,
      })),
    )
    .execute();
  await addParts(
    trx,
    loan.id,
    added.map(({ id }) => id),
  );
  return added.map(({ id }) => id);
}

async function addParts(trx: LendingDatabase, loanId: string, assetIds: readonly string[]): Promise<void> {
  const contents = await trx
    .selectFrom('asset_content')
    .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
    .select(['asset_id', 'consumable_id', 'present', 'unit_cents'])
    .where('asset_id', 'in', [...assetIds])
    .where('present', '>', 0)
    .execute();
  if (contents.length === 0) return;
  await trx
    .insertInto('loan_part')
    .values(
      contents.map(({ present, ...content }) => ({
        ...content,
        loan_id: loanId,
        quantity: present,
        back: null,
        damaged: 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['loan_id', 'asset_id', 'consumable_id']).doUpdateSet((of) => ({
        quantity: of.ref('excluded.quantity'),
        unit_cents: of.ref('excluded.unit_cents'),
        back: null,
        damaged: 0,
      })),
    )
    .execute();
}
