import type { Kysely } from 'kysely';
import type { Belongings } from '../../accounts/belongings.ts';
import { deletedAccount } from '../../accounts/deleted-account.ts';
import type { LendingContext } from '../interface.ts';
import { isOpen } from './due-day.ts';
import { loansOf } from './loans-of-person.ts';
import { tellOfLending } from './tell-of-lending.ts';

/** Columns that name who did something. */
const doers = [
  ['loan', 'requested_by'],
  ['reminder', 'by'],
  ['photo', 'by'],
  ['history', 'by'],
  ['paper_template', 'changed_by'],
  ['stocktake', 'started_by'],
  ['stocktake_scan', 'by'],
] as const;

/**
 * What lending keeps of an adult. Who did something becomes "deleted account". A contact that was written into a loan is
 * the loan's, and goes when its time is over: who has our things must be known.
 */
export function personBelongings({ db }: LendingContext): Belongings {
  return {
    tables: doers.map(([table]) => table),

    async underWay(person) {
      const loans = await loansOf(db, person).select(['kind', 'state']).execute();
      return { openLoans: loans.filter(isOpen).length };
    },

    tell: (person) => tellOfLending(db, person),

    async letGo(transaction, { id }) {
      const tables = transaction as unknown as Kysely<Record<string, Record<string, string>>>;
      for (const [table, column] of doers) {
        await tables
          .updateTable(table)
          .set({ [column]: deletedAccount })
          .where(column, '=', id)
          .execute();
      }
    },
  };
}
