import type { Kysely } from 'kysely';
import type { Contact } from '../../api/contract/lending/schools.ts';
import { noteRemains } from '../../storage/remains.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { changedFields, detailOf, type SchoolFields } from './school-fields.ts';

/** A school as it shall be. */
export interface SchoolChange {
  readonly id: string;
  /** null: the school is new. */
  readonly before: SchoolFields | null;
  readonly after: SchoolFields;
  /** Left out: as it was. */
  readonly openDataId?: string | null;
  /** See `school_detail.taken`; left out: as it was. */
  readonly taken?: string;
  /** Left out: as they were. */
  readonly contacts?: readonly Omit<Contact, 'id'>[];
}

/** Writes a school with its history, within a transaction. */
export async function writeSchool(
  trx: LendingDatabase,
  { newId, now }: Pick<LendingContext, 'newId' | 'now'>,
  by: string,
  { id, before, after, openDataId, taken, contacts }: SchoolChange,
): Promise<void> {
  const { name, city } = after;
  if (!before) {
    await trx.insertInto('school').values({ id, name, city, created_at: now() }).execute();
  } else {
    await trx.updateTable('school').set({ name, city }).where('id', '=', id).execute();
  }
  const detail = {
    ...detailOf(after),
    ...(openDataId === undefined ? {} : { open_data_id: openDataId }),
    ...(taken === undefined ? {} : { taken }),
  };
  await trx
    .insertInto('school_detail')
    .values({ school_id: id, open_data_id: null, ...detail })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(detail))
    .execute();
  if (contacts) await writeContacts(trx, { newId, now }, id, contacts);
  const fields = before ? changedFields(before, after) : [];
  if (before && fields.length === 0 && !contacts) return;
  await record(trx as unknown as Kysely<never>, {
    id: newId(),
    at: now(),
    by,
    kind: before ? 'school.changed' : 'school.added',
    schoolId: id,
    de: before ? `Schule „${name}“ geändert` : `Schule „${name}“ hinzugefügt`,
    en: before ? `School “${name}” changed` : `School “${name}” added`,
    // Names of fields alone: what stood there, such as a contact, is nobody's to keep for good.
    facts: { fields: contacts ? [...fields, 'contacts'] : fields },
  });
}

async function writeContacts(
  trx: LendingDatabase,
  { newId, now }: Pick<LendingContext, 'newId' | 'now'>,
  schoolId: string,
  contacts: readonly Omit<Contact, 'id'>[],
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('school_contact')
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await noteRemains(trx, ['school_contact'], now());
  if (contacts.length === 0) return;
  await trx
    .insertInto('school_contact')
    .values(
      contacts.map(({ name, duty, email, phone }, position) => ({
        id: newId(),
        school_id: schoolId,
        position,
        name,
        duty,
        email,
        phone,
      })),
    )
    .execute();
}
