import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../../storage/dialect-of.ts';

/**
 * A migration never changes, so these are written out here: `erasedText` and `deletedAccount`. A test holds them against
 * each other.
 */
const erased = sql.lit('{"de":"Text gelöscht","en":"Text deleted","erased":true}');
const deleted = sql.lit('deleted-account');

/** Which loans are anonymised, since when (ms since 1970). */
async function createErased(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('loan_erased')
    .addColumn('loan_id', 'text', (column) => column.notNull().references('loan.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('loan_erased_key', ['loan_id'])
    .execute();
}

/**
 * History stays as it was written, but for what data protection asks for: a row's text may become the fixed words that
 * say that it is erased (and then it may forget who), and who did it may become a deleted account.
 */
async function letHistoryForget(db: Kysely<unknown>): Promise<void> {
  const same = isPostgres(db) ? sql`is not distinct from` : sql`is`;
  const erasing = sql`
    new.id = old.id and new.at = old.at and new.kind = old.kind and new.asset_id ${same} old.asset_id
    and new.loan_id ${same} old.loan_id and new.school_id ${same} old.school_id
    and (new.data = old.data or new.data = ${erased})
    and (new."by" ${same} old."by" or (new."by" is null and new.data = ${erased})
      or (old."by" is not null and new."by" ${same} ${deleted}))`;
  if (isPostgres(db)) {
    await sql`create or replace function history_is_final() returns trigger language plpgsql as
      $$ begin
        if tg_op = 'UPDATE' then
          if ${erasing} then return new; end if;
        end if;
        raise exception 'history_is_final';
      end $$`.execute(db);
    return;
  }
  await sql`drop trigger history_is_final_update`.execute(db);
  await sql`create trigger history_is_final_update before update on history when not (${erasing}) begin
    select raise(abort, 'history_is_final'); end`.execute(db);
  // `insert or replace` would pass by the other two.
  await sql`create trigger history_is_final_insert before insert on history
    when exists (select 1 from history where id = new.id) begin
    select raise(abort, 'history_is_final'); end`.execute(db);
}

/** Loans are anonymised when their time is over, and accounts can be deleted. */
export const retention: Migration = {
  async up(db: Kysely<unknown>) {
    await createErased(db);
    await letHistoryForget(db);
  },
};
