import type { Kysely } from 'kysely';
import { table } from './table.ts';

/** Schools, whom to ask there, and the open school data. */
export async function createSchools(db: Kysely<unknown>): Promise<void> {
  const where = { address: 'text', zip: 'text' } as const;
  const reach = {
    email: 'text',
    phone: 'text',
    website: 'text',
    latitude: 'real?',
    longitude: 'real?',
  } as const;
  await table(
    db,
    'school_detail',
    {
      school_id: 'text',
      ...where,
      land: 'text?',
      school_number: 'text',
      type: 'text?',
      type_raw: 'text',
      provider: 'text',
      municipality: 'text',
      ...reach,
      note: 'text',
      open_data_id: 'text?',
      taken: 'text?',
    },
    { school_id: 'school' },
  )
    .addPrimaryKeyConstraint('school_detail_key', ['school_id'])
    .addUniqueConstraint('school_detail_open_data', ['open_data_id'])
    .execute();
  await table(
    db,
    'school_contact',
    {
      id: 'text',
      school_id: 'text',
      position: 'int',
      name: 'text',
      duty: 'text',
      email: 'text',
      phone: 'text',
    },
    { school_id: 'school' },
  )
    .addPrimaryKeyConstraint('school_contact_key', ['id'])
    .execute();
  await table(db, 'open_school', {
    import_id: 'text',
    id: 'text',
    school_number: 'text',
    name: 'text',
    search: 'text',
    ...where,
    city: 'text',
    land: 'text?',
    type: 'text?',
    type_raw: 'text',
    provider: 'text',
    ...reach,
    imported_at: 'bigint',
  })
    .addPrimaryKeyConstraint('open_school_key', ['import_id', 'id'])
    .execute();
}
