import { endpoints, uploadEndpoints } from '../../api/contract/endpoints.ts';
import type { SchoolProfile } from '../../api/contract/lending/schools.ts';
import { refusal } from '../../api/http-problem.ts';
import { ReceivedFiles } from '../exchange/received-files.ts';
import type { LendingContext } from '../interface.ts';
import { OpenSchoolImport } from './import-open-schools.ts';
import { SchoolMatcher } from './match-school.ts';
import { currentImport, openSchoolView, searchOpenSchools } from './open-schools.ts';
import { profilesOf, readSchools } from './read-schools.ts';
import { schoolFilter } from './school-search.ts';
import { takeOpenSchool } from './take-open-school.ts';
import { writeSchool } from './write-school.ts';

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

  mount.endpoint(endpoints.saveSchool, async ({ params: { schoolId }, body, person }) => {
    const { contacts, ...change } = body;
    await db.transaction().execute(async (trx) => {
      const [school] = await readSchools(trx, schoolId);
      if (!school) throw schoolUnknown();
      await writeSchool(trx, context, person.id, {
        id: schoolId,
        before: school.fields,
        after: { ...school.fields, ...change },
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

function schoolUnknown() {
  return refusal(
    404,
    'school-unknown',
    'Diese Schule gibt es nicht. Bitte laden Sie die Seite neu und wählen Sie eine aus der Liste.',
    'There is no such school. Please reload the page and choose one from the list.',
  );
}
