import type { Kysely } from 'kysely';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { Belongings } from './belongings.ts';
import type { AccountsTables } from './tables.ts';

/**
 * Everything that is stored about a person (Art. 15 GDPR), as one JSON text. The hash of the password and what opens a
 * session are left out: who has them could sign in.
 */
export async function aboutMe(
  db: Kysely<AccountsTables>,
  person: PersonView,
  belongings: readonly Belongings[],
  now: number,
): Promise<string> {
  const account = await db
    .selectFrom('person')
    .select(['createdAt', 'updatedAt'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  const sessions = await db
    .selectFrom('person_session')
    .select(['createdAt', 'expiresAt', 'userAgent'])
    .where('userId', '=', person.id)
    .orderBy('createdAt')
    .execute();
  const invitations = await db
    .selectFrom('invitation')
    .select(['role', 'created_at', 'expires_at', 'accepted_at'])
    .where('created_by', '=', person.id)
    .orderBy('created_at')
    .execute();
  const parts = await Promise.all(belongings.map((one) => one.tell(person)));
  const all = {
    stand: new Date(now).toISOString(),
    konto: {
      name: person.name,
      email: person.email,
      rolle: person.role,
      darf: person.duty,
      schule: person.school && `${person.school.name}, ${person.school.city}`,
      angelegt: account.createdAt,
      geaendert: account.updatedAt,
      passwort: 'nur als Hash gespeichert, hier weggelassen',
    },
    anmeldungen: sessions.map(({ createdAt, expiresAt, userAgent }) => ({
      seit: createdAt,
      bis: expiresAt,
      browser: userAgent,
    })),
    einladungen: invitations.map((one) => ({
      fuer: one.role,
      erstellt: time(one.created_at),
      gilt_bis: time(one.expires_at),
      angenommen: time(one.accepted_at),
    })),
    ...Object.assign({}, ...parts),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** A time as it stands in the file; ISO 8601. */
export function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
