import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SchoolView } from '../api/contract/endpoints.ts';
import type { AccountsTables } from './tables.ts';

/** The schools of the association. */
export class Schools {
  readonly #db: Kysely<AccountsTables>;
  readonly #now: () => number;

  constructor(db: Kysely<AccountsTables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** By name. */
  all(): Promise<SchoolView[]> {
    return this.#db.selectFrom('school').select(['id', 'name', 'city']).orderBy('name').execute();
  }

  async byId(id: string): Promise<SchoolView | null> {
    const school = await this.#db
      .selectFrom('school')
      .select(['id', 'name', 'city'])
      .where('id', '=', id)
      .executeTakeFirst();
    return school ?? null;
  }

  async add({ name, city }: { name: string; city: string }): Promise<SchoolView> {
    const school = { id: randomUUID(), name, city };
    await this.#db
      .insertInto('school')
      .values({ ...school, created_at: this.#now() })
      .execute();
    return school;
  }
}
