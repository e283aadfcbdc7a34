import type { Kysely } from 'kysely';
import { time } from '../accounts/about-me.ts';
import type { Belongings } from '../accounts/belongings.ts';
import { refusal } from '../api/http-problem.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassroomTables } from './tables.ts';

/**
 * Classes of an adult: what runs keeps the account; what has ended is deleted with it, since nobody else of the school
 * could open it any more.
 *
 * @param needs `delete` see `Retention.delete`.
 */
export function classBelongings(needs: {
  readonly db: Kysely<StorageTables>;
  readonly delete: (classId: string) => Promise<unknown>;
}): Belongings {
  const classesOf = (db: Kysely<StorageTables>, teacherId: string) =>
    db.withTables<ClassroomTables>().selectFrom('class').where('teacher_id', '=', teacherId);
  const states = async (db: Kysely<StorageTables>, teacherId: string) => {
    const rows = await classesOf(db, teacherId).select(['id', 'state']).execute();
    return {
      running: rows.filter(({ state }) => state === 'active'),
      ended: rows.filter(({ state }) => state === 'ended'),
    };
  };

  return {
    // Pupils' tables are cleaned by their own retention.
    tables: [],

    async underWay({ id }) {
      const { running, ended } = await states(needs.db, id);
      return { runningClasses: running.length, endedClasses: ended.length };
    },

    async tell({ id }) {
      const rows = await classesOf(needs.db, id).selectAll().orderBy('started_at').execute();
      return {
        klassen: rows.map((row) => ({
          name: row.name,
          lektion: row.lesson_id,
          begonnen: time(row.started_at),
          beendet: time(row.ended_at),
          wird_geloescht: time(row.delete_at),
        })),
      };
    },

    async prepare({ id }) {
      const { running, ended } = await states(needs.db, id);
      if (running.length > 0) throw classesRun();
      for (const one of ended) await needs.delete(one.id);
    },

    async letGo(transaction, { id }) {
      // One may have been started or ended a moment ago.
      const { running, ended } = await states(transaction, id);
      if (running.length + ended.length > 0) throw classesRun();
    },
  };
}

function classesRun() {
  return refusal(
    409,
    'person-has-classes',
    'Von diesem Konto läuft noch eine Klasse. Beenden Sie sie zuerst; dann kann das Konto gelöscht werden.',
    'A class of this account is still running. End it first; then the account can be deleted.',
  );
}
