import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../server/storage/dialect-of.ts';
import type { Row } from './format.ts';
import type { AnyTables, TableShape } from './tables.ts';
import { toStored } from './values.ts';

/** Rows fetched at once from PostgreSQL; one may hold a photo. */
const atOnce = 50;

/** Of `meta`: which server has used the database last; of no use to another. */
const passing = 'server';

/** All rows of a table, one after the other. @param db a transaction. */
export async function* readRows(db: Kysely<AnyTables>, { name, columns }: TableShape): AsyncGenerator<Row> {
  const found = isPostgres(db) ? fetched(db, name) : db.selectFrom(name).selectAll().stream();
  for await (const row of found) {
    if (name === 'meta' && row.key === passing) continue;
    yield columns.map((column) => toStored(row[column.name], column.kind));
  }
}

async function* fetched(db: Kysely<AnyTables>, name: string): AsyncGenerator<Record<string, unknown>> {
  await sql`declare rows no scroll cursor for select * from ${sql.table(name)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(atOnce)} from rows`.execute(db);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await sql`close rows`.execute(db);
}

/** The SHA-256 of a table: of its rows' SHA-256s, sorted, as no table has an order of its own. */
export class TableHash {
  readonly #rows: string[] = [];

  add(line: string): void {
    this.#rows.push(createHash('sha256').update(line).digest('hex'));
  }

  get count(): number {
    return this.#rows.length;
  }

  digest(): string {
    return createHash('sha256').update(this.#rows.sort().join('\n')).digest('hex');
  }
}
