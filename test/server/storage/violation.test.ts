import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownMigrations } from '../../../scripts/backup/migrations.ts';
import { openDatabase } from '../../../server/storage/open-database.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { violatedConstraint } from '../../../server/storage/violation.ts';
import { databaseUrlOf, dropDatabaseOf, onPostgres } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/server.ts';

let dataDir: string;
let storage: Storage;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  storage = await openDatabase({ dataDir, databaseUrl: await databaseUrlOf(dataDir), kind: 'real' });
  await storage.migrate(knownMigrations);
  for (const statement of [
    `insert into school (id, name, city, created_at) values ('school', '', '', 1)`,
    asset('thing', 1),
    asset('other', 2),
    loan('loan', 'L1'),
    item('reserved', 'thing', 'reserved', 10, 20),
    item('out', 'other', 'out', 10, 20),
    `insert into history (id, at, kind, data) values ('entry', 1, 'note', '{}')`,
  ]) {
    await sql.raw(statement).execute(storage.db);
  }
});
afterAll(async () => {
  await storage.close();
  await dropDatabaseOf(dataDir);
  await rm(dataDir, { recursive: true });
});

const asset = (id: string, number: number) =>
  `insert into asset (id, kind, number, name, place, serial, model, condition, funding, note, search, created_at)
   values ('${id}', 'kit', ${number}, '', '', '', '', 'good', '', '', '', 1)`;
const loan = (id: string, number: string) =>
  `insert into loan (id, number, kind, state, school_id, contact_name, contact_email, contact_phone, pupils, lessons,
     wish, note, reason, starts_at, ends_at, requested_at, version, search)
   values ('${id}', '${number}', 'loan', 'reserved', 'school', '', '', '', 1, '[]', '', '', '', 1, 2, 1, 1, '')`;
const item = (id: string, thing: string, state: string, from: number, to: number) =>
  `insert into loan_item (id, loan_id, asset_id, state, active, starts_at, ends_at, remark, photo_ids)
   values ('${id}', 'loan', '${thing}', '${state}', 1, ${from}, ${to}, '', '[]')`;

it.each([
  ['two things with one number', asset('third', 1), 'asset_code'],
  ['one primary key twice', asset('thing', 3), 'asset_key'],
  ['one primary key without a name twice', `insert into school values ('school', '', '', 1)`, 'school_key'],
  ['two loans with one number', loan('second', 'L1'), 'loan_number'],
  ['one thing at two places at once', item('second', 'thing', 'reserved', 19, 30), 'loan_item_overlap'],
  ['one thing out twice', item('second', 'other', 'out', 20, 30), 'loan_item_one_holder'],
  ['an end before the beginning', item('second', 'thing', 'reserved', 40, 30), 'loan_item_time'],
  ['a thing nobody knows', item('second', 'nothing', 'reserved', 1, 2), 'foreign_key'],
  ['a school that is still needed', `delete from school`, 'foreign_key'],
  ['a history written anew', `update history set data = '[]'`, 'history_is_final'],
  ['a history shortened', `delete from history`, 'history_is_final'],
  ['a statement that is none', `insert nonsense`, undefined],
])('%s is refused by name', async (_, statement, name) => {
  const refused: unknown = await sql
    .raw(statement)
    .execute(storage.db)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  expect(violatedConstraint(refused)).toBe(name);
});

if (onPostgres) {
  it('gives every unique index the name that SQLite’s columns give it', async () => {
    const { rows } = await sql<{ name: string; relation: string; columns: string[]; primary: boolean }>`
      select i.relname as name, t.relname as relation, x.indisprimary as primary,
        array(select a.attname::text from unnest(x.indkey::int[]) with ordinality k(number, place)
          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by place) as columns
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join pg_namespace n on n.oid = t.relnamespace
      where x.indisunique and n.nspname = 'public' and t.relname not like 'schema_migration%'`.execute(
      storage.db,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name, relation, columns, primary } of rows) {
      const message = `UNIQUE constraint failed: ${columns.map((column) => `${relation}.${column}`).join(', ')}`;
      const asOfSqlite = Object.assign(new Error(message), { errcode: primary ? 1555 : 2067 });
      const asOfPostgres = Object.assign(new Error(), { code: '23505', constraint: name });
      expect(violatedConstraint(asOfSqlite)).toBe(violatedConstraint(asOfPostgres));
    }
  });
}
