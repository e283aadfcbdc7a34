import type { Kysely } from 'kysely';
import { type InstanceKind, StorageError } from './storage.ts';
import type { StorageTables } from './tables.ts';

/** Words for the sentences. */
export interface ClaimPlace {
  /** `The data folder /srv/data`. */
  readonly place: string;
  /** What to do about the wrong one: `set DATA_DIR to another one`. */
  readonly advice: string;
}

/**
 * Writes what the data is for at the first opening, and holds to it at every later one.
 *
 * @throws StorageError when it is for something else.
 */
export async function claim(
  db: Kysely<StorageTables>,
  kind: InstanceKind,
  { place, advice }: ClaimPlace,
): Promise<void> {
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db
    .insertInto('meta')
    .values({ key: 'kind', value: kind })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'kind')
    .executeTakeFirstOrThrow();
  if (value === kind) return;
  throw new StorageError(
    value === 'demo'
      ? `${place} holds a demo classroom; a real server needs one of its own, ${advice}.`
      : `${place} holds the data of a real server; the demo classroom never touches it and needs one of its own, ${advice}.`,
  );
}
