import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { isPostgres } from '../../storage/dialect-of.ts';

/** Columns by name: `text`, `text?` (may be null), `int`, `int?`, `bigint`, `bigint?`, `real?`, `bytes`. */
type Columns = Readonly<
  Record<string, 'text' | 'text?' | 'int' | 'int?' | 'bigint' | 'bigint?' | 'real?' | 'bytes'>
>;

/** Begins a table with these columns; `reference` beside it adds foreign keys. */
export function table(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  references: Readonly<Record<string, string>> = {},
): CreateTableBuilder<string, string> {
  const bytes = isPostgres(db) ? sql`bytea` : sql`blob`;
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const plain = kind.replace('?', '');
    const type =
      plain === 'bytes'
        ? bytes
        : plain === 'int'
          ? ('integer' as const)
          : plain === 'real'
            ? sql`double precision`
            : (plain as 'text' | 'bigint');
    const target = references[column];
    builder = builder.addColumn(column, type, (one) => {
      const constrained = kind.endsWith('?') ? one : one.notNull();
      return target ? constrained.references(`${target}.id`) : constrained;
    });
  }
  return builder;
}
