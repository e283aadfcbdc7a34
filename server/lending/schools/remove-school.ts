import { noteRemains } from '../../storage/remains.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { schoolInUse, schoolUnknown } from './problems.ts';
import { readSchools } from './read-schools.ts';
import { isUsed } from './school-life.ts';

/**
 * Deletes a school that nothing has happened with: one that was added by mistake, or twice. Links that invite to it end.
 *
 * @throws HttpProblem `school-unknown`, `school-in-use`.
 */
export async function removeSchool(
  context: Pick<LendingContext, 'db' | 'newId' | 'now' | 'events' | 'fleet'>,
  schoolId: string,
  by: string,
): Promise<void> {
  const { db, newId, now, events, fleet } = context;
  await db.transaction().execute(async (trx) => {
    const [school] = await readSchools(trx, schoolId);
    if (!school) throw schoolUnknown();
    const { name } = school.fields;
    if (fleet.devicesOf(schoolId).length > 0 || (await isUsed(trx, schoolId))) throw schoolInUse(name);
    await trx.deleteFrom('invitation').where('school_id', '=', schoolId).execute();
    await trx.deleteFrom('school_contact').where('school_id', '=', schoolId).execute();
    await trx.deleteFrom('school_detail').where('school_id', '=', schoolId).execute();
    await trx.deleteFrom('school').where('id', '=', schoolId).execute();
    await noteRemains(trx, ['school_contact', 'school_detail', 'school'], now());
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: 'school.removed',
      schoolId,
      de: `Schule „${name}“ gelöscht`,
      en: `School “${name}” deleted`,
    });
  });
  events.emit('changed', 'school', schoolId);
}
