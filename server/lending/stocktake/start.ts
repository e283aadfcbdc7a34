import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { inBatches } from './in-batches.ts';
import { expectedAt } from './places.ts';

/**
 * Begins a stocktake of a place and freezes what should be there. Where one runs already, everybody works on that.
 *
 * @returns its id.
 * @throws HttpProblem `place-empty` when nothing is stored there.
 */
export async function startStocktake(
  { db, events, newId, now }: Pick<LendingContext, 'db' | 'events' | 'newId' | 'now'>,
  place: string,
  by: string,
): Promise<string> {
  const id = newId();
  const running = await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('stocktake')
      .values({ id, place, started_at: now(), started_by: by, finished_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) {
      const other = await trx
        .selectFrom('stocktake')
        .select('id')
        .where('place', '=', place)
        .where('finished_at', 'is', null)
        .executeTakeFirstOrThrow();
      return other.id;
    }
    const expected = await expectedAt(trx, place);
    if (expected.length === 0) throw placeEmpty(place);
    for (const batch of inBatches(expected)) {
      await trx
        .insertInto('stocktake_expected')
        .values(batch.map((asset_id) => ({ stocktake_id: id, asset_id })))
        .execute();
    }
    return id;
  });
  if (running === id) events.emit('changed', 'stocktake', id);
  return running;
}

function placeEmpty(place: string) {
  return refusal(
    409,
    'place-empty',
    `In „${place}“ liegt nichts, was zu zählen wäre. Bitte wählen Sie einen anderen Ort.`,
    `Nothing is stored in “${place}” that could be counted. Please choose another place.`,
  );
}
