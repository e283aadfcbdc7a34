import type { EventEmitter } from 'node:events';
import type { Kysely } from 'kysely';
import type { AccountsTables } from '../accounts/tables.ts';
import type { StocktakeItem } from '../api/contract/lending/stocktake.ts';
import type { ClassroomTables } from '../classroom/tables.ts';
import type { Domain, DomainContext } from '../domain.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { FleetTables } from '../fleet/tables.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { LendingTables } from './tables.ts';

/** Lending writes its own tables and reads those of the others. */
export type LendingDatabase = Kysely<
  StorageTables &
    LendingTables &
    AccountsTables &
    FleetTables &
    Pick<ClassroomTables, 'class' | 'class_count'>
>;

/** What happens in lending, for pages that show it. */
export interface LendingEvents {
  changed: [what: 'loan' | 'asset' | 'school' | 'stocktake' | 'settings' | 'reminder', id: string];
  /** Somebody ticked things off in a stocktake. */
  scanned: [stocktakeId: string, items: readonly StocktakeItem[]];
}

/** The association's things, and who has them. */
export interface Lending extends Domain {
  readonly events: Pick<EventEmitter<LendingEvents>, 'on'>;
}

/** What each part of lending is made with. */
export interface LendingContext extends Omit<DomainContext, 'db'> {
  readonly db: LendingDatabase;
  readonly fleet: Fleet;
  readonly events: EventEmitter<LendingEvents>;
  /** Of everything that is made: text that nobody guesses. */
  readonly newId: () => string;
  /** What a lesson is called; undefined: it is not in the catalogue any more. */
  readonly lessonTitle: (lessonId: string, language: 'de' | 'en') => string | undefined;
}
