import { sql } from 'kysely';
import { refusal } from '../../api/http-problem.ts';
import { isPostgres } from '../../storage/dialect-of.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { followMove } from '../loans/follow-move.ts';
import { withInside } from './asset-lines.ts';
import { codeOf } from './code.ts';
import { assetUnknown } from './problems.ts';
import { refuseHeld } from './refuse-held.ts';

/**
 * Puts a thing into another, or takes it out (`parentId` null).
 *
 * Loans that have it reserved with what it was in let it go, those of what it comes into take it along.
 *
 * @throws HttpProblem `asset-unknown`, `in-itself`, `asset-out`, `already-lent`.
 */
export async function moveAsset(
  { db, newId, now, events }: LendingContext,
  move: { readonly id: string; readonly parentId: string | null; readonly by: string },
): Promise<void> {
  const from = await db.transaction().execute(async (trx) => {
    await oneAtATime(trx);
    const asset = await lineOf(trx, move.id);
    const target = move.parentId === null ? null : await lineOf(trx, move.parentId);
    const source = asset.parent_id === null ? null : await lineOf(trx, asset.parent_id);
    if ((target?.id ?? null) === asset.parent_id) return null;
    const inside = (await withInside(trx, [asset.id])).map(({ id }) => id);
    if (target && inside.includes(target.id))
      throw inItself(codeOf(asset), codeOf(target), asset.id === target.id);
    await refuseHeld(trx, [...inside, ...(target ? [target.id] : [])]);
    await trx.updateTable('asset').set({ parent_id: move.parentId }).where('id', '=', asset.id).execute();
    const loans = await followMove({ newId, now }, trx, { assetId: asset.id, person: { id: move.by } });
    const base = { at: now(), by: move.by };
    await record(trx, {
      ...base,
      id: newId(),
      kind: 'asset.moved',
      assetId: asset.id,
      de: target ? `In ${codeOf(target)} ${target.name} gelegt` : `Aus ${nameOf(source)} genommen`,
      en: target ? `Put into ${codeOf(target)} ${target.name}` : `Taken out of ${nameOf(source)}`,
      facts: { from: source?.id ?? null, to: target?.id ?? null },
    });
    for (const [other, kind] of [
      [source, 'asset.taken-out'],
      [target, 'asset.put-in'],
    ] as const) {
      if (!other) continue;
      const [de, en] = other === target ? ['hineingelegt', 'put in'] : ['herausgenommen', 'taken out'];
      await record(trx, {
        ...base,
        id: newId(),
        kind,
        assetId: other.id,
        de: `${nameOf(asset)} ${de}`,
        en: `${nameOf(asset)} ${en}`,
        facts: { assetId: asset.id },
      });
    }
    return { source, loans };
  });
  if (!from) return;
  for (const id of from.loans) events.emit('changed', 'loan', id);
  for (const id of [move.id, move.parentId, from.source?.id]) if (id) events.emit('changed', 'asset', id);
}

/** Two moves at once could put two things into each other; SQLite has one writer anyway. */
async function oneAtATime(trx: LendingDatabase): Promise<void> {
  if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(hashtext('asset.parent_id'))`.execute(trx);
}

async function lineOf(trx: LendingDatabase, id: string) {
  const row = await trx
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'name', 'parent_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw assetUnknown();
  return row;
}

function nameOf(asset: Awaited<ReturnType<typeof lineOf>> | null): string {
  return asset ? `${codeOf(asset)} ${asset.name}` : '';
}

function inItself(code: string, target: string, same: boolean) {
  return refusal(
    409,
    'in-itself',
    same
      ? `${code} kann nicht in sich selbst liegen. Wählen Sie etwas anderes.`
      : `${target} liegt selbst in ${code}. Nehmen Sie ${target} zuerst heraus.`,
    same
      ? `${code} can't be in itself. Choose something else.`
      : `${target} is in ${code} itself. Take ${target} out first.`,
  );
}
