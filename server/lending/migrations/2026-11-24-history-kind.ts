import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is asked of the whole history is asked by kind and time: the reports of damage that wait for an answer. */
export const historyKind: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('history_kind').on('history').columns(['kind', 'at']).execute();
  },
};
