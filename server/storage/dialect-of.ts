import { type Kysely, PostgresAdapter } from 'kysely';

/** Which database this is: the few statements that differ (triggers, extensions, types of bytes) ask here. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
