import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Kysely } from 'kysely';
import type { PersonView } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import type { Auth } from './auth.ts';
import type { Invitations } from './invitations.ts';
import type { AccountsTables } from './tables.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The adults with an account. */
export class People {
  readonly #db: Kysely<AccountsTables>;
  readonly #auth: Auth;
  readonly #now: () => number;

  constructor(db: Kysely<AccountsTables>, auth: Auth, now: () => number) {
    this.#db = db;
    this.#auth = auth;
    this.#now = now;
  }

  /** Who is signed in, by the session cookie; see `SessionLookup`. */
  async bySession(headers: IncomingHttpHeaders): Promise<PersonView | null> {
    if (!headers.cookie) return null;
    const session = await this.#auth.api.getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) });
    return session ? this.byId(session.user.id) : null;
  }

  async byId(id: string): Promise<PersonView | null> {
    const row = await this.#db
      .selectFrom('person')
      .leftJoin('school', 'school.id', 'person.schoolId')
      .select(['person.id', 'person.name', 'person.email', 'person.role'])
      .select(['school.id as schoolId', 'school.name as schoolName', 'school.city as schoolCity'])
      .where('person.id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { schoolId, schoolName, schoolCity, ...person } = row;
    const school =
      schoolId === null ? null : { id: schoolId, name: schoolName ?? '', city: schoolCity ?? '' };
    return { ...person, school };
  }

  async staffExists(): Promise<boolean> {
    const row = await this.#db
      .selectFrom('person')
      .select('id')
      .where('role', '=', 'staff')
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Makes an account with a one-time link and uses the link up.
   *
   * @throws HttpProblem when the link is not good, or the e-mail address has an account.
   */
  async accept(invitations: Invitations, token: string, person: NewPerson): Promise<void> {
    // Refused here already when the link is not good: hashing a password is slow on purpose.
    await invitations.find(token);
    const { password } = await this.#auth.$context;
    const hash = await password.hash(person.password);
    await this.#db.transaction().execute(async (transaction) => {
      const invitation = await invitations.use(transaction, token);
      const email = person.email.toLowerCase();
      const taken = await transaction
        .selectFrom('person')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirst();
      if (taken) throw emailTaken();
      const id = randomUUID();
      const at = new Date(this.#now()).toISOString();
      const times = { createdAt: at, updatedAt: at };
      await transaction
        .insertInto('person')
        .values({
          id,
          name: person.name,
          email,
          emailVerified: 0,
          image: null,
          role: invitation.role,
          schoolId: invitation.school_id,
          ...times,
        })
        .execute();
      await transaction
        .insertInto('person_account')
        .values({
          id: randomUUID(),
          accountId: id,
          providerId: 'credential',
          userId: id,
          password: hash,
          ...times,
        })
        .execute();
    });
  }
}

function emailTaken() {
  return refusal(
    409,
    'email-taken',
    'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an, oder nehmen Sie eine andere.',
    'There is already an account with this e-mail address. Sign in with it, or use another one.',
  );
}
