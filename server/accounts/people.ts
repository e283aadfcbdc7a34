import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Kysely } from 'kysely';
import type { Duty, PersonView } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import type { Auth } from './auth.ts';
import type { Invitations } from './invitations.ts';
import { lastAdmin } from './leaving.ts';
import { lockedAdmins } from './locked-admins.ts';
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
    const session = await this.#auth.api
      .getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) })
      .catch(async (error: unknown) => {
        // better-auth hides why it failed. If the database is away, asking it says so.
        await this.byId('');
        throw error;
      });
    return session ? this.byId(session.user.id) : null;
  }

  async byId(id: string): Promise<PersonView | null> {
    const row = await this.#rows().where('person.id', '=', id).executeTakeFirst();
    return row ? personView(row) : null;
  }

  /** By name. */
  async all(): Promise<PersonView[]> {
    return (await this.#rows().orderBy('person.name').execute()).map(personView);
  }

  /**
   * Gives a member of staff another duty.
   *
   * @throws HttpProblem when there is no such member, or nobody would be left who decides who may.
   */
  async changeDuty(id: string, duty: Duty): Promise<PersonView> {
    await this.#db.transaction().execute(async (transaction) => {
      const admins = await lockedAdmins(transaction);
      if (duty !== 'admin' && admins.length === 1 && admins[0] === id) throw lastAdmin();
      const { numUpdatedRows } = await transaction
        .updateTable('person')
        .set({ duty })
        .where('id', '=', id)
        .where('role', '=', 'staff')
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw personUnknown();
    });
    return (await this.byId(id)) as PersonView;
  }

  /** Whether this is the person's password. */
  async isPassword(id: string, password: string): Promise<boolean> {
    const account = await this.#db
      .selectFrom('person_account')
      .select('password')
      .where('userId', '=', id)
      .where('providerId', '=', 'credential')
      .executeTakeFirst();
    const { password: hashes } = await this.#auth.$context;
    return Boolean(account?.password && (await hashes.verify({ hash: account.password, password })));
  }

  #rows() {
    return this.#db
      .selectFrom('person')
      .leftJoin('school', 'school.id', 'person.schoolId')
      .select(['person.id', 'person.name', 'person.email', 'person.role', 'person.duty'])
      .select(['school.id as schoolId', 'school.name as schoolName', 'school.city as schoolCity']);
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
          duty: invitation.duty,
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

/** What a query of `#rows` gives. */
interface PersonRow extends Omit<PersonView, 'school'> {
  schoolId: string | null;
  schoolName: string | null;
  schoolCity: string | null;
}

function personView({ schoolId, schoolName, schoolCity, ...person }: PersonRow): PersonView {
  const school = schoolId === null ? null : { id: schoolId, name: schoolName ?? '', city: schoolCity ?? '' };
  return { ...person, school };
}

/** Nobody of the staff has this id. */
function personUnknown() {
  return refusal(
    404,
    'person-unknown',
    'Diese Person gehört nicht zum Team des Vereins. Bitte laden Sie die Seite neu.',
    'This person is not of the association’s staff. Please reload the page.',
  );
}

function emailTaken() {
  return refusal(
    409,
    'email-taken',
    'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an, oder nehmen Sie eine andere.',
    'There is already an account with this e-mail address. Sign in with it, or use another one.',
  );
}
