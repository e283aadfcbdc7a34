import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StorageTables } from './tables.ts';

/** What a data folder or database is for: that of a demo classroom and that of a real one never mix. */
export type InstanceKind = 'demo' | 'real';

/** The database of one server process, a file of SQLite's or one of PostgreSQL's. A domain narrows it to its own tables with `db.withTables<…>()`. */
export interface Storage {
  readonly db: Kysely<StorageTables>;
  /**
   * Brings the schema up to date with every domain's migrations, by name in order, each once.
   *
   * @throws StorageError when the database was made by a newer version of the server.
   */
  migrate(migrations: Readonly<Record<string, Migration>>): Promise<void>;
  /** Reads from the database; rejects when it is broken. */
  check(): Promise<void>;
  /** Closes the database and gives it free. */
  close(): Promise<void>;
}

/** Why a data folder can't be used; the message is one sentence for the person who starts the server. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
