import { endpoints, uploadEndpoints } from '../../api/contract/endpoints.ts';
import type { SchoolProfile } from '../../api/contract/lending/schools.ts';
import { ReceivedFiles } from '../exchange/received-files.ts';
import type { LendingContext } from '../interface.ts';
import { OpenSchoolImport } from './import-open-schools.ts';
import { SchoolMatcher } from './match-school.ts';
import { currentImport, openSchoolView, searchOpenSchools } from './open-schools.ts';
import { schoolUnknown } from './problems.ts';
import { profilesOf, readSchools } from './read-schools.ts';
import { removeSchool } from './remove-school.ts';
import { refuseSame, sameSchool } from './same-school.ts';
import { emptyFields } from './school-fields.ts';
import { schoolLife } from './school-life.ts';
import { schoolFilter } from './school-search.ts';
import { takeOpenSchool } from './take-open-school.ts';
import { writeSchool } from './write-school.ts';

/** What tells schools apart: only who changes one of these can make one the same as another. */
const keys = ['name', 'city', 'zip', 'land', 'schoolNumber'] as const;

/** Puts the endpoints of schools and their import into service. */
export async function mountSchools(context: LendingContext): Promise<void> {
  const { db, mount, events } = context;
  const files = new ReceivedFiles(context.config.dataDir);
  await files.tidy();
  const openSchoolImport = new OpenSchoolImport(context, files);
  await openSchoolImport.tidy();

  const profile = async (schoolId: string): Promise<SchoolProfile> => {
    const [school] = await profilesOf(db, await readSchools(db, schoolId));
    if (!school) throw schoolUnknown();
    return school;
  };

  mount.endpoint(endpoints.schoolProfiles, async ({ body: { text = '', offset = 0, limit = 50 } }) => {
    const found = (await readSchools(db)).filter(schoolFilter(text));
    return { schools: await profilesOf(db, found.slice(offset, offset + limit)), total: found.length };
  });

  mount.endpoint(endpoints.schoolProfile, ({ params }) => profile(params.schoolId));

  mount.endpoint(endpoints.schoolLife, async ({ params: { schoolId } }) => {
    if ((await readSchools(db, schoolId)).length === 0) throw schoolUnknown();
    return schoolLife(context, schoolId);
  });

  mount.endpoint(endpoints.sameSchool, async ({ body }) => {
    const same = sameSchool(await readSchools(db), body);
    return { school: same && { id: same.id, name: same.fields.name, city: same.fields.city } };
  });

  mount.endpoint(endpoints.addSchoolProfile, async ({ body, person }) => {
    const id = context.newId();
    await db.transaction().execute(async (trx) => {
      refuseSame(await readSchools(trx), body);
      await writeSchool(trx, context, person.id, { id, before: null, after: { ...emptyFields, ...body } });
    });
    events.emit('changed', 'school', id);
    return profile(id);
  });

  mount.endpoint(endpoints.removeSchool, async ({ params: { schoolId }, person }) => {
    await removeSchool(context, schoolId, person.id);
    return {};
  });

  mount.endpoint(endpoints.saveSchool, async ({ params: { schoolId }, body, person }) => {
    const { contacts, ...change } = body;
    await db.transaction().execute(async (trx) => {
      const schools = await readSchools(trx);
      const school = schools.find(({ id }) => id === schoolId);
      if (!school) throw schoolUnknown();
      const after = { ...school.fields, ...change };
      if (keys.some((key) => after[key] !== school.fields[key])) refuseSame(schools, after, schoolId);
      await writeSchool(trx, context, person.id, {
        id: schoolId,
        before: school.fields,
        after,
        ...(contacts ? { contacts } : {}),
      });
    });
    events.emit('changed', 'school', schoolId);
    return profile(schoolId);
  });

  mount.endpoint(endpoints.openSchools, async ({ body: { text = '', land, offset = 0, limit = 50 } }) => {
    const current = await currentImport(db);
    const { importing } = openSchoolImport;
    if (!current) return { schools: [], total: 0, importedAt: null, importing };
    const { rows, total } = await searchOpenSchools(db, current.id, { text, land, offset, limit });
    const matcher = new SchoolMatcher(await readSchools(db));
    return {
      schools: rows.map((row) => openSchoolView(row, matcher)),
      total,
      importedAt: current.at,
      importing,
    };
  });

  mount.endpoint(endpoints.takeOpenSchool, async ({ params: { openDataId }, person }) =>
    profile(await takeOpenSchool(context, openDataId, person.id)),
  );

  mount.largeUpload(uploadEndpoints.importOpenSchools, ({ receive, body: { dry } }) =>
    openSchoolImport.run(receive, dry),
  );
}
