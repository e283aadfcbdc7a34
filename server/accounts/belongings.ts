import type { Kysely } from 'kysely';
import type { UnderWay } from '../api/contract/account-endpoints.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { StorageTables } from '../storage/tables.ts';

/** What a domain keeps of an adult beside the account, and how it lets go of it. */
export interface Belongings {
  /** From these something is deleted or changed when the account goes. */
  readonly tables: readonly string[];
  /** What of it is under way, for who decides whether the account goes. */
  underWay(person: PersonView): Promise<Partial<UnderWay>>;
  /** All of it, for the person alone (Art. 15 GDPR); the names are in German, as the papers are. */
  tell(person: PersonView): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Before the account goes: refuses by throwing, or deletes what goes with it.
   *
   * @throws HttpProblem
   */
  prepare?(person: PersonView): Promise<void>;
  /**
   * Lets go of it, within the transaction that deletes the account: what stays names `deletedAccount`.
   *
   * @throws HttpProblem when it has to stay after all.
   */
  letGo(transaction: Kysely<StorageTables>, person: PersonView): Promise<void>;
}
