import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { SchoolMatcher } from './match-school.ts';
import { currentImport } from './open-schools.ts';
import { readSchools } from './read-schools.ts';
import { emptyFields, type SchoolFields } from './school-fields.ts';
import { writeSchool } from './write-school.ts';

/**
 * Takes a school of the open data over: as a new one, or into the one of ours that it is. There it fills what is empty
 * and renews what still stands as it was last taken over; what people have changed stays.
 *
 * @returns the id of the school of ours.
 * @throws HttpProblem `open-school-unknown`.
 */
export async function takeOpenSchool(
  context: Pick<LendingContext, 'db' | 'newId' | 'now' | 'events'>,
  openDataId: string,
  by: string,
): Promise<string> {
  const { db, newId } = context;
  const id = await db.transaction().execute(async (trx) => {
    const current = await currentImport(trx);
    const row = current
      ? await trx
          .selectFrom('open_school')
          .selectAll()
          .where('import_id', '=', current.id)
          .where('id', '=', openDataId)
          .executeTakeFirst()
      : undefined;
    if (!row) {
      throw refusal(
        404,
        'open-school-unknown',
        'Diese Schule steht nicht (mehr) in den offenen Schuldaten. Bitte suchen Sie noch einmal.',
        'This school is not (or no longer) in the open school data. Please search again.',
      );
    }
    const schools = await readSchools(trx);
    const offered = offeredBy(row);
    const found = new SchoolMatcher(schools).find({ ...offered, openDataId });
    const ours = schools.find((school) => school.id === found?.id);
    const holder = schools.find((school) => school.openDataId === openDataId);
    if (holder && holder.id !== ours?.id) {
      // The id has come to name another school: the one that had it keeps all else.
      await trx
        .updateTable('school_detail')
        .set({ open_data_id: null })
        .where('school_id', '=', holder.id)
        .execute();
    }
    const schoolId = ours?.id ?? newId();
    await writeSchool(trx, context, by, {
      id: schoolId,
      before: ours?.fields ?? null,
      after: ours
        ? renewed(ours.fields, offered, ours.taken === null ? {} : JSON.parse(ours.taken))
        : { ...emptyFields, ...offered },
      openDataId,
      taken: JSON.stringify(offered),
    });
    return schoolId;
  });
  context.events.emit('changed', 'school', id);
  return id;
}

type Offered = Omit<SchoolFields, 'note' | 'municipality'>;

function offeredBy(row: LendingTables['open_school']): Offered {
  return {
    name: row.name,
    city: row.city,
    address: row.address,
    zip: row.zip,
    land: row.land,
    schoolNumber: row.school_number,
    type: row.type,
    typeRaw: row.type_raw,
    provider: row.provider,
    email: row.email,
    phone: row.phone,
    website: row.website,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

function renewed(ours: SchoolFields, offered: Offered, taken: Partial<Offered>): SchoolFields {
  const entries = (Object.keys(offered) as (keyof Offered)[]).map((field) => {
    const has = ours[field];
    const untouched = has === '' || has === null || has === taken[field];
    const offers = offered[field];
    return [field, untouched && offers !== '' && offers !== null ? offers : has];
  });
  return { ...ours, ...Object.fromEntries(entries) };
}
