import type { Kysely } from 'kysely';
import { Attempts, passwordRate } from '../api/attempts.ts';
import { endpoints, fileEndpoints, type PersonView } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import type { Mount } from '../api/mount.ts';
import { aboutMe } from './about-me.ts';
import type { Belongings } from './belongings.ts';
import type { Leaving } from './leaving.ts';
import type { People } from './people.ts';
import type { AccountsTables } from './tables.ts';

export interface LeavingEndpointsParts {
  readonly db: Kysely<AccountsTables>;
  readonly people: People;
  readonly leaving: Leaving;
  readonly belongings: readonly Belongings[];
  readonly now: () => number;
}

/** Puts into service: deleting accounts, and what is stored about oneself. */
export function mountLeaving(
  mount: Mount,
  { db, people, leaving, belongings, now }: LeavingEndpointsParts,
): void {
  const attempts = new Attempts(passwordRate);
  const known = async (id: string): Promise<PersonView> => {
    const person = await people.byId(id);
    if (!person) throw personGone();
    return person;
  };

  mount.endpoint(endpoints.leaving, ({ person }) => leaving.underWay(person));

  mount.endpoint(endpoints.deleteMe, async ({ body: { password }, person }) => {
    const succeeded = await attempts.begin(person.id);
    if (!(await people.isPassword(person.id, password))) throw wrongPassword();
    await succeeded();
    await leaving.remove(person);
    return {};
  });

  mount.endpoint(endpoints.personLeaving, async ({ params: { personId } }) =>
    leaving.underWay(await known(personId)),
  );

  mount.endpoint(endpoints.removePerson, async ({ params: { personId }, person }) => {
    if (personId === person.id) throw oneself();
    await leaving.remove(await known(personId));
    return {};
  });

  mount.file(fileEndpoints.myData, async ({ person }) => ({
    type: 'application/json; charset=utf-8',
    name: 'steckbrett-meine-daten.json',
    bytes: Buffer.from(await aboutMe(db, person, belongings, now())),
  }));
}

function personGone() {
  return refusal(
    404,
    'person-unknown',
    'Dieses Konto gibt es nicht mehr. Bitte laden Sie die Seite neu.',
    'This account does not exist any more. Please reload the page.',
  );
}

function wrongPassword() {
  return refusal(
    403,
    'password-wrong',
    'Das ist nicht Ihr Passwort. Das Konto ist noch da; bitte versuchen Sie es noch einmal.',
    'This is not your password. The account is still there; please try again.',
  );
}

function oneself() {
  return refusal(
    409,
    'person-oneself',
    'Das ist Ihr eigenes Konto. Löschen Sie es unter „Mein Konto“, mit Ihrem Passwort.',
    'This is your own account. Delete it under “My account”, with your password.',
  );
}
