import type { Kysely } from 'kysely';
import { endsAfterHours } from '../live/contract/keep-time.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ActiveClass, Roster } from './roster.ts';
import type { ClassroomTables } from './tables.ts';

/** What looking for signs of life needs. */
export interface SignsOfLifeNeeds {
  readonly db: Kysely<StorageTables>;
  readonly roster: Pick<Roster, 'classes'>;
  /** Whether a pupil of the class has the page open. */
  readonly isSomeoneIn: (classId: string) => boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Knows of classes that everybody has left and nobody has ended: their pupils' data must not stay for ever. */
export class SignsOfLife {
  readonly #needs: SignsOfLifeNeeds;
  /** When somebody was last seen in a class, ms since 1970, as far as this process has looked. */
  readonly #seen = new Map<string, number>();

  constructor(needs: SignsOfLifeNeeds) {
    this.#needs = needs;
  }

  /** The active classes without a sign of life for `endsAfterHours`: nobody came, saved, or had the page open. */
  async forgotten(): Promise<ActiveClass[]> {
    const { isSomeoneIn, now, roster } = this.#needs;
    const before = now() - endsAfterHours * 60 * 60 * 1000;
    const active = roster.classes();
    for (const id of this.#seen.keys()) if (!active.some((one) => one.id === id)) this.#seen.delete(id);
    const forgotten: ActiveClass[] = [];
    for (const one of active) {
      if (isSomeoneIn(one.id)) this.#seen.set(one.id, now());
      const known = Math.max(one.startedAt, this.#seen.get(one.id) ?? 0);
      if (known <= before && (await this.#lastDeed(one.id)) <= before) forgotten.push(one);
    }
    return forgotten;
  }

  /** When somebody last came or saved, ms since 1970; 0: never. */
  async #lastDeed(classId: string): Promise<number> {
    const db = this.#needs.db.withTables<ClassroomTables>();
    const saved = await db
      .selectFrom('workspace_version')
      .innerJoin('seat', 'seat.id', 'workspace_version.seat_id')
      .where('seat.class_id', '=', classId)
      .select(({ fn }) => fn.max('saved_at').as('at'))
      .executeTakeFirst();
    const came = await db
      .selectFrom('pupil_token')
      .innerJoin('pupil', 'pupil.id', 'pupil_token.pupil_id')
      .where('pupil.class_id', '=', classId)
      .select(({ fn }) => fn.max('pupil_token.created_at').as('at'))
      .executeTakeFirst();
    return Math.max(saved?.at ?? 0, came?.at ?? 0);
  }
}
