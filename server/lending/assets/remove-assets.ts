import { sql } from 'kysely';
import { refusal } from '../../api/http-problem.ts';
import { isPostgres } from '../../storage/dialect-of.ts';
import { violatedConstraint } from '../../storage/violation.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { withInside } from './asset-lines.ts';
import { codeOf } from './code.ts';
import { assetUnknown } from './problems.ts';

/**
 * Takes things back that were added by mistake, with everything in them; all or none. Their codes are free again, so
 * this is refused once anything has happened to one of them that is more than being added.
 *
 * @throws HttpProblem `asset-unknown`, `asset-has-past`.
 */
export async function removeAssets(
  { db, newId, now, events }: LendingContext,
  by: string,
  assetIds: readonly string[],
): Promise<void> {
  const removed = await db
    .transaction()
    .execute(async (trx) => {
      // Nobody puts something into one of them meanwhile; SQLite has one writer anyway.
      if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(hashtext('asset.parent_id'))`.execute(trx);
      const ids = (await withInside(trx, [...new Set(assetIds)])).map(({ id }) => id);
      const rows = await trx.selectFrom('asset').selectAll().where('id', 'in', ids).execute();
      if (assetIds.some((id) => !rows.some((row) => row.id === id))) throw assetUnknown();
      await refusePast(trx, ids);
      await trx.deleteFrom('asset_content').where('asset_id', 'in', ids).execute();
      await trx.deleteFrom('asset').where('id', 'in', ids).execute();
      await record(
        trx,
        ...rows.map((row) => ({
          id: newId(),
          at: now(),
          by,
          kind: 'asset.removed' as const,
          assetId: row.id,
          de: `${codeOf(row)} ${row.name} war ein Versehen und ist entfernt`,
          en: `${codeOf(row)} ${row.name} was a mistake and is removed`,
        })),
      );
      return ids;
    })
    .catch((error: unknown) => {
      // A loan, a stocktake or a photo came in the same moment.
      throw violatedConstraint(error) === 'foreign_key' ? hasPast(null) : error;
    });
  for (const id of removed) events.emit('changed', 'asset', id);
}

async function refusePast(trx: LendingDatabase, ids: readonly string[]): Promise<void> {
  const inHistory = await trx
    .selectFrom('history')
    .innerJoin('asset', 'asset.id', 'history.asset_id')
    .select(['asset.kind', 'asset.number'])
    .where('history.asset_id', 'in', ids)
    .where('history.kind', '<>', 'asset.added')
    .limit(1)
    .executeTakeFirst();
  if (inHistory) throw hasPast(codeOf(inHistory));
  for (const table of ['loan_item', 'photo', 'stocktake_expected', 'stocktake_scan'] as const) {
    const used = await trx
      .selectFrom(table)
      .innerJoin('asset', 'asset.id', `${table}.asset_id`)
      .select(['asset.kind', 'asset.number'])
      .where(`${table}.asset_id`, 'in', ids)
      .limit(1)
      .executeTakeFirst();
    if (used) throw hasPast(codeOf(used));
  }
}

function hasPast(code: string | null) {
  return refusal(
    409,
    'asset-has-past',
    `Mit ${code ?? 'einem davon'} ist schon etwas geschehen, darum bleibt es im Verlauf. Mustern Sie es aus, wenn es das Ding nicht gibt.`,
    `Something has happened to ${code ?? 'one of them'} already, so it stays in the history. Retire it if there is no such thing.`,
  );
}
