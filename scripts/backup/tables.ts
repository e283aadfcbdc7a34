import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../server/storage/dialect-of.ts';
import { type ColumnKind, columnKind } from './values.ts';

/** Nothing is known of the tables but what the database says. */
export type AnyTables = Record<string, Record<string, unknown>>;

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** Which migrations are done is in the header, and they are done anew. */
const bookkeeping = /^schema_migration/;

/** The tables with data, each after those that it refers to. */
export async function readShapes(db: Kysely<AnyTables>): Promise<TableShape[]> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).filter(
    ({ name, isView }) => !isView && !bookkeeping.test(name),
  );
  const shapes = tables.map(({ name, columns }) => ({
    name,
    columns: columns
      .map((column) => ({ name: column.name, kind: columnKind(column.dataType) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
  const references = await readReferences(db);
  const sorted: TableShape[] = [];
  const add = (shape: TableShape, above: readonly string[]): void => {
    if (sorted.includes(shape) || above.includes(shape.name)) return;
    for (const { to } of references.filter(({ from }) => from === shape.name)) {
      const target = shapes.find(({ name }) => name === to);
      if (target) add(target, [...above, shape.name]);
    }
    sorted.push(shape);
  };
  for (const shape of shapes.sort((a, b) => (a.name < b.name ? -1 : 1))) add(shape, []);
  return sorted;
}

/** Names of the migrations that are done. */
export async function readMigrations(db: Kysely<AnyTables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function readReferences(db: Kysely<AnyTables>): Promise<{ from: string; to: string }[]> {
  const query = isPostgres(db)
    ? sql<{ from: string; to: string }>`
        select f.relname as "from", t.relname as "to" from pg_constraint
        join pg_class f on f.oid = conrelid join pg_class t on t.oid = confrelid where contype = 'f'`
    : sql<{ from: string; to: string }>`
        select m.name as "from", r."table" as "to"
        from sqlite_master m, pragma_foreign_key_list(m.name) r where m.type = 'table'`;
  return (await query.execute(db)).rows;
}
