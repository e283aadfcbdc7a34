import type { OpenSchool } from '../../api/contract/lending/schools.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import type { SchoolMatcher } from './match-school.ts';
import { plainText } from './plain-name.ts';

/** Where it stands which import of the open data counts. */
const setting = 'open-schools';

/** The import whose rows count, and when it was; null: there was none yet. */
export async function currentImport(
  db: LendingDatabase,
): Promise<{ readonly id: string; readonly at: number } | null> {
  const row = await db
    .selectFrom('lending_setting')
    .select('value')
    .where('key', '=', setting)
    .executeTakeFirst();
  return row ? (JSON.parse(row.value) as { id: string; at: number }) : null;
}

/** From now on the rows of this import count. */
export async function setCurrentImport(
  db: LendingDatabase,
  current: { readonly id: string; readonly at: number },
): Promise<void> {
  const value = JSON.stringify(current);
  await db
    .insertInto('lending_setting')
    .values({ key: setting, value, version: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export interface OpenSchoolSearch {
  readonly text: string;
  readonly land: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Searches by words of name and town, and by the beginning of the postcode. */
export async function searchOpenSchools(
  db: LendingDatabase,
  importId: string,
  { text, land, offset, limit }: OpenSchoolSearch,
): Promise<{ rows: LendingTables['open_school'][]; total: number }> {
  let query = db.selectFrom('open_school').where('import_id', '=', importId);
  if (land) query = query.where('land', '=', land as never);
  for (const word of plainText(text).split(' ')) {
    if (word === '') continue;
    query = /^\d{1,5}$/.test(word)
      ? query.where((builder) =>
          builder.or([
            builder('zip', 'like', `${word}%`),
            builder('school_number', '=', word),
            builder('search', 'like', `%${word}%`),
          ]),
        )
      : query.where((builder) =>
          builder.or([builder('search', 'like', containing(word)), builder('id', '=', word.toUpperCase())]),
        );
  }
  const { count } = await query
    .select((builder) => builder.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('name').orderBy('id').limit(limit).offset(offset).execute();
  return { rows, total: Number(count) };
}

/** A pattern for `like` in which the text's own signs stand for themselves, whatever the database's escape sign is. */
function containing(text: string): string {
  // `_` stands for any one sign: both databases know it without an `escape` clause, which Kysely has none for.
  return `%${text.replace(/[%_\\]/g, '_')}%`;
}

/** A row as it is shown, with the school of ours that it is. */
export function openSchoolView(row: LendingTables['open_school'], matcher: SchoolMatcher): OpenSchool {
  const { id, name, city, zip, address, land, type, school_number } = row;
  const match = matcher.find({ openDataId: id, name, city, zip, land, schoolNumber: school_number });
  return { openDataId: id, name, city, zip, address, land, type, matches: match?.id ?? null };
}
