import type { SchoolProfile } from '../../api/contract/lending/schools.ts';
import type { LendingDatabase } from '../interface.ts';
import { fieldsOf } from './school-fields.ts';

/** A school as it is kept, without its contacts and loans. */
export type SchoolRecord = Awaited<ReturnType<typeof readSchools>>[number];

/** The association's schools by name; an association has some hundred. @param id only this one. */
export async function readSchools(db: LendingDatabase, id?: string) {
  const rows = await db
    .selectFrom('school')
    .leftJoin('school_detail', 'school_detail.school_id', 'school.id')
    .selectAll('school_detail')
    .select(['school.id as id', 'school.name as name', 'school.city as city', 'school.created_at as addedAt'])
    .$if(id !== undefined, (query) => query.where('school.id', '=', id as string))
    .orderBy('school.name')
    .orderBy('school.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fields: fieldsOf(row, row.school_id === null ? null : (row as typeof row & Detail)),
    openDataId: row.open_data_id,
    taken: row.taken,
    addedAt: row.addedAt,
    hasDetail: row.school_id !== null,
  }));
}

/** The columns of `school_detail` where there is a row. */
type Detail = { [Column in keyof Parameters<typeof fieldsOf>[1] & string]: never } & NonNullable<
  Parameters<typeof fieldsOf>[1]
>;

/** Contacts and numbers of loans for these schools. */
export async function profilesOf(
  db: LendingDatabase,
  schools: readonly SchoolRecord[],
): Promise<SchoolProfile[]> {
  const ids = schools.map(({ id }) => id);
  if (ids.length === 0) return [];
  const contacts = await db
    .selectFrom('school_contact')
    .selectAll()
    .where('school_id', 'in', ids)
    .orderBy('position')
    .execute();
  const loansOut = await db
    .selectFrom('loan')
    .select(['school_id', (builder) => builder.fn.countAll<number | string>().as('count')])
    .where('state', '=', 'out')
    .where('kind', '=', 'loan')
    .where('school_id', 'in', ids)
    .groupBy('school_id')
    .execute();
  const donated = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['loan.school_id', (builder) => builder.fn.countAll<number | string>().as('count')])
    .where('loan.kind', '=', 'donation')
    .where('loan_item.state', '=', 'out')
    .where('asset.kind', '=', 'device')
    .where('loan.school_id', 'in', ids)
    .groupBy('loan.school_id')
    .execute();
  const bySchool = Map.groupBy(contacts, ({ school_id }) => school_id);
  const loansBySchool = new Map(loansOut.map((row) => [row.school_id, Number(row.count)]));
  const donatedBySchool = new Map(donated.map((row) => [row.school_id, Number(row.count)]));
  return schools.map(({ id, fields, openDataId, addedAt }) => ({
    id,
    ...fields,
    openDataId,
    contacts: (bySchool.get(id) ?? []).map(({ id, name, duty, email, phone }) => ({
      id,
      name,
      duty,
      email,
      phone,
    })),
    loansOut: loansBySchool.get(id) ?? 0,
    donated: donatedBySchool.get(id) ?? 0,
    addedAt,
  }));
}
