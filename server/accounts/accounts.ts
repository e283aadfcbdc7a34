import { EventEmitter } from 'node:events';
import type { Router } from 'express';
import type { PersonView, SchoolView } from '../api/contract/endpoints.ts';
import type { Domain, DomainContext, SessionLookup } from '../domain.ts';
import { authSecret, createAuth } from './auth.ts';
import type { Belongings } from './belongings.ts';
import { mountAccounts } from './endpoints.ts';
import { Invitations } from './invitations.ts';
import { Leaving } from './leaving.ts';
import { mountLeaving } from './leaving-endpoints.ts';
import { accountsMigrations } from './migrations.ts';
import { People } from './people.ts';
import { Schools } from './schools.ts';
import { mountSignIn } from './sign-in.ts';
import type { AccountsTables } from './tables.ts';

/** The adults, their schools, and how they sign in. */
export interface Accounts extends Domain {
  readonly session: SessionLookup;
  /** `signed-out`: somebody's session has ended; which, `session` tells. */
  readonly events: Pick<EventEmitter<AccountsEvents>, 'on'>;
  readonly schoolById: (id: string) => Promise<SchoolView | null>;
  readonly personById: (id: string) => Promise<PersonView | null>;
  /** Another domain keeps something of people, and lets go of it when an account is deleted. */
  readonly keep: (belongings: Belongings) => void;
  /** The path of the one-time link for the first staff account; null once there is one. Fresh at each start. */
  setUpPath(): string | null;
}

/** What happens with the accounts. */
export interface AccountsEvents {
  'signed-out': [];
}

/** What the accounts need beside the context: better-auth's routes are no endpoints of the contract. */
export interface AccountsNeeds {
  readonly router: Router;
}

/** What exists between start and stop. */
interface Running {
  readonly people: People;
  readonly schools: Schools;
  readonly setUpPath: string | null;
}

/** Makes the accounts; see `Domain`. */
export function createAccounts({ router }: AccountsNeeds): Accounts {
  let running: Running | undefined;
  const events = new EventEmitter<AccountsEvents>();
  const belongings: Belongings[] = [];
  const parts = (): Running => {
    if (!running) throw new Error('the accounts are asked before they are started');
    return running;
  };
  return {
    name: 'accounts',
    migrations: accountsMigrations,

    async start({ addresses, config, db, logger, mount, now }: DomainContext) {
      const secret = await authSecret(db);
      const auth = createAuth({ db, logger, secret, publicUrl: config.publicUrl });
      const tables = db.withTables<AccountsTables>();
      const people = new People(tables, auth, now);
      const schools = new Schools(tables, now);
      const invitations = new Invitations(tables, now);
      await invitations.forgetOld();
      const setUpPath = (await people.staffExists()) ? null : `/setup/${await invitations.createForSetUp()}`;
      mountSignIn(router, auth, {
        askDatabase: () => people.byId(''),
        signedOut: () => events.emit('signed-out'),
      });
      mountAccounts(mount, { people, schools, invitations, addresses });
      const left = () => void events.emit('signed-out');
      const leaving = new Leaving({ db, logger, now, belongings, left });
      mountLeaving(mount, { db: tables, people, leaving, belongings, now });
      running = { people, schools, setUpPath };
    },

    async stop() {},

    events,
    keep: (one) => void belongings.push(one),
    session: (headers) => parts().people.bySession(headers),
    schoolById: (id) => parts().schools.byId(id),
    personById: (id) => parts().people.byId(id),
    setUpPath: () => parts().setUpPath,
  };
}
