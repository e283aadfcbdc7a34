import type { HistoryEntry } from '../../api/contract/lending/stocktake.ts';
import { refusal } from '../../api/http-problem.ts';
import { noteRemains } from '../../storage/remains.ts';
import { erasedText } from '../history/erased-text.ts';
import { toEntries } from '../history/history-entries.ts';
import type { LendingContext } from '../interface.ts';

/**
 * Erases the text of one line of history; who wrote it, when and about what stays.
 *
 * @throws HttpProblem `entry-unknown`.
 */
export async function eraseEntry(
  { db, now, events }: LendingContext,
  entryId: string,
): Promise<HistoryEntry> {
  const row = await db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('history')
      .set({ data: erasedText })
      .where('id', '=', entryId)
      .returningAll()
      .executeTakeFirst();
    if (!changed) throw entryUnknown();
    await noteRemains(trx, ['history'], now());
    return changed;
  });
  for (const what of ['asset', 'loan', 'school'] as const) {
    const of = row[`${what}_id`];
    if (of) events.emit('changed', what, of);
  }
  const [entry] = await toEntries(db, [row]);
  return entry as HistoryEntry;
}

function entryUnknown() {
  return refusal(
    404,
    'entry-unknown',
    'Diese Zeile des Verlaufs gibt es nicht. Bitte laden Sie die Seite neu.',
    'There is no such line of history. Please reload the page.',
  );
}
