import { endpoints } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import type { Mount } from '../api/mount.ts';
import type { Addresses } from '../domain.ts';
import type { Invitations } from './invitations.ts';
import type { People } from './people.ts';
import type { Schools } from './schools.ts';

export interface AccountsParts {
  readonly people: People;
  readonly schools: Schools;
  readonly invitations: Invitations;
  readonly addresses: Addresses;
}

export function mountAccounts(
  mount: Mount,
  { people, schools, invitations, addresses }: AccountsParts,
): void {
  mount.endpoint(endpoints.me, ({ person }) => person);

  mount.endpoint(endpoints.invitation, async ({ params: { token } }) => {
    const { role, duty, school_id } = await invitations.find(token);
    return { role, duty, school: school_id === null ? null : await schools.byId(school_id) };
  });

  mount.endpoint(endpoints.acceptInvitation, async ({ params: { token }, body }) => {
    await people.accept(invitations, token, body);
    return { email: body.email.toLowerCase() };
  });

  mount.endpoint(endpoints.schools, async () => ({ schools: await schools.all() }));

  mount.endpoint(endpoints.addSchool, ({ body }) => schools.add(body));

  mount.endpoint(endpoints.invite, async ({ body: { role, schoolId, duty }, person }) => {
    if (role === 'staff' && person.duty !== 'admin') {
      throw refusal(
        403,
        'admin-only',
        'Das Team des Vereins einladen darf nur, wer im Verein die Leitung hat.',
        'Only the association’s admins may invite staff.',
      );
    }
    // A teacher belongs to one school; staff belong to none.
    if ((role === 'teacher') !== (schoolId !== null)) {
      throw refusal(
        400,
        'school-does-not-fit-role',
        'Eine Lehrkraft gehört zu einer Schule, das Team des Vereins zu keiner. Bitte wählen Sie passend.',
        'A teacher belongs to a school, the association’s staff to none. Please choose to match.',
      );
    }
    if (schoolId !== null && !(await schools.byId(schoolId))) {
      throw refusal(
        404,
        'school-unknown',
        'Diese Schule gibt es nicht. Bitte laden Sie die Seite neu und wählen Sie eine aus der Liste.',
        'There is no such school. Please reload the page and choose one from the list.',
      );
    }
    const { token, expiresAt } = await invitations.create({
      role,
      duty: role === 'staff' ? (duty ?? 'logistics') : null,
      schoolId,
      createdBy: person.id,
    });
    return { url: `${addresses.web()}/invitation/${token}`, expiresAt };
  });

  mount.endpoint(endpoints.people, async () => ({ people: await people.all() }));

  mount.endpoint(endpoints.changeDuty, ({ params, body }) => people.changeDuty(params.personId, body.duty));
}
