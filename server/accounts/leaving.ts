import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { UnderWay } from '../api/contract/account-endpoints.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import { cleanRemains, noteRemains } from '../storage/remains.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { Belongings } from './belongings.ts';
import { lockedAdmins } from './locked-admins.ts';
import type { AccountsTables } from './tables.ts';

export interface LeavingParts {
  readonly db: Kysely<StorageTables>;
  readonly logger: Logger;
  readonly now: () => number;
  /** Of the other domains. */
  readonly belongings: readonly Belongings[];
  /** Called once an account is gone: its sessions have ended. */
  readonly left: () => void;
}

/** From these something is deleted here. */
const touched = ['person', 'person_session', 'person_account', 'person_verification', 'invitation'] as const;

/** Deletes accounts, with what the domains keep of the person. */
export class Leaving {
  readonly #parts: LeavingParts;

  constructor(parts: LeavingParts) {
    this.#parts = parts;
  }

  /** What is under way of a person. */
  async underWay(person: PersonView): Promise<UnderWay> {
    const { db, now, belongings } = this.#parts;
    const tables = db.withTables<AccountsTables>();
    const { open } = await tables
      .selectFrom('invitation')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('created_by', '=', person.id)
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', now())
      .executeTakeFirstOrThrow();
    const admins = await tables.selectFrom('person').select('id').where('duty', '=', 'admin').execute();
    const none: UnderWay = {
      runningClasses: 0,
      endedClasses: 0,
      openLoans: 0,
      openInvitations: Number(open),
      lastAdmin: admins.length === 1 && admins[0]?.id === person.id,
    };
    const parts = await Promise.all(belongings.map((one) => one.underWay(person)));
    return Object.assign(none, ...parts);
  }

  /**
   * Deletes an account: sign-in, sessions and open invitations go, and every domain lets go of the person. Killed in the
   * middle, the account is there still and can be deleted again.
   *
   * @throws HttpProblem `last-admin`, or why a domain refuses.
   */
  async remove(person: PersonView): Promise<void> {
    const { db, now, belongings, logger, left } = this.#parts;
    if ((await this.underWay(person)).lastAdmin) throw lastAdmin();
    for (const one of belongings) await one.prepare?.(person);
    await db
      .withTables<AccountsTables>()
      .transaction()
      .execute(async (transaction) => {
        const admins = await lockedAdmins(transaction);
        if (admins.length === 1 && admins[0] === person.id) throw lastAdmin();
        const storage = transaction as unknown as Kysely<StorageTables>;
        for (const one of belongings) await one.letGo(storage, person);
        // better-auth's sessions and accounts, and invitations, go by their foreign key.
        await transaction
          .deleteFrom('person_verification')
          .where('identifier', 'like', `%${person.email}%`)
          .execute();
        await transaction.deleteFrom('person').where('id', '=', person.id).execute();
        await noteRemains(storage, [...touched, ...belongings.flatMap(({ tables }) => tables)], now());
      });
    logger.info({ role: person.role }, 'deleted an account');
    left();
    // It is deleted; what is left of it in the files goes now or, where that fails, with the next look.
    await cleanRemains(db, { now: now(), night: false }).catch((error: unknown) => {
      logger.error(
        { err: error },
        'the files could not be cleaned of a deleted account; that is tried again',
      );
    });
  }
}

export function lastAdmin() {
  return refusal(
    409,
    'last-admin',
    'Das ist die letzte Person mit der Rolle Leitung. Geben Sie die Rolle zuerst jemand anderem.',
    'This is the last admin. Give somebody else this role first.',
  );
}
