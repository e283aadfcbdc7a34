import type { Migration } from 'kysely/migration';
import { accountsMigrations } from '../../server/accounts/migrations.ts';
import { classroomMigrations } from '../../server/classroom/migrations.ts';
import { fleetMigrations } from '../../server/fleet/migrations.ts';
import { lendingMigrations } from '../../server/lending/migrations.ts';
import { BackupError } from './format.ts';

/** Of every domain, see server/app.ts; a test compares them with what a server has done. */
export const knownMigrations: Readonly<Record<string, Migration>> = {
  ...accountsMigrations,
  ...classroomMigrations,
  ...fleetMigrations,
  ...lendingMigrations,
};

/** @throws BackupError when we don't have them all: the backup is of a newer Steckbrett. */
export function migrationsNamed(names: readonly string[]): Record<string, Migration> {
  return Object.fromEntries(
    names.map((name) => {
      const migration = Object.hasOwn(knownMigrations, name) ? knownMigrations[name] : undefined;
      if (!migration) {
        throw new BackupError(
          `The backup was made by a newer version of Steckbrett (it has the change ${name}); update Steckbrett first.`,
        );
      }
      return [name, migration];
    }),
  );
}
