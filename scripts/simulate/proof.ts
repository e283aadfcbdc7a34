import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ClassView } from '../../server/live/contract/live.ts';
import type { Ledger } from './ledger.ts';
import type { Needles } from './lesson.ts';
import type { Promised, Promises } from './promises.ts';
import type { SimulatedPupil } from './pupil.ts';

/** What the history keeps of the newest saves for certain; see `server/classroom/thin-history.ts`. */
const keptForCertain = { saves: 20, withinMs: 120_000 };

/** Reads the database and complains of each acknowledged save that it does not hold. */
export function proveKept(
  dataDir: string,
  promises: Promises,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): void {
  reading(dataDir, (database) => {
    let kept = 0;
    let thinned = 0;
    for (const { seatId, saves, setAside } of promises.seats()) {
      const history = rows(
        database,
        'select kind, version, blocks, saved_at from workspace_version where seat_id = ?',
        seatId,
      );
      const present = rows(
        database,
        'select version, blocks, saved_at from workspace where seat_id = ?',
        seatId,
      )[0];
      const all = present ? [...history, { ...present, kind: 'saved' }] : history;
      const newest = Math.max(0, ...all.map(({ version }) => Number(version)));
      const newestAt = Math.max(0, ...all.map(({ saved_at }) => Number(saved_at)));
      for (const save of saves) {
        const found = all.some(
          ({ blocks, version }) => Number(version) === save.version && blocks === save.work,
        );
        if (found) kept += 1;
        else if (mayBeThinned(save, newest, newestAt)) thinned += 1;
        else ledger.complain(`seat ${seatId} lost version ${save.version}, which was acknowledged`);
      }
      for (const work of setAside)
        ledger.expect(
          history.some(({ blocks }) => blocks === work),
          `seat ${seatId} lost a change that was refused with the word that it is kept`,
        );
    }
    for (const { nickname, state } of pupils) {
      const present = rows(
        database,
        'select version, blocks from workspace where seat_id = ?',
        state?.seat.id ?? '',
      )[0];
      const held = state?.workspace;
      const version = Number(present?.version ?? 0);
      // The end may have come between a save and its word to the page: then the database has more, which is no loss.
      const same = held?.version === version && JSON.stringify(held.blocks) === (present?.blocks ?? 'null');
      ledger.expect(
        same || (held?.version ?? 0) < version,
        `${nickname} holds another work than the database`,
      );
    }
    ledger.count('acknowledged saves found in the database', kept);
    ledger.count('acknowledged saves that the history has thinned', thinned);
    ledger.tell(
      `${kept} acknowledged saves are in the database, ${thinned} were thinned by the history’s rules`,
    );
  });
}

function mayBeThinned(save: Promised, newest: number, newestAt: number): boolean {
  return save.version <= newest - keptForCertain.saves || save.savedAt < newestAt - keptForCertain.withinMs;
}

/** What must be found nowhere after the class was deleted. */
export function needlesOf(dataDir: string, one: ClassView, pupils: readonly SimulatedPupil[]): Needles {
  const seats: string[] = [];
  reading(dataDir, (database) => {
    seats.push(
      ...rows(database, 'select id from seat where class_id = ?', one.id).map(({ id }) => String(id)),
    );
  });
  const ofPupils = pupils.flatMap(({ nickname, pupilId, resumeCode, token }) => [
    nickname,
    pupilId,
    resumeCode,
    token,
  ]);
  return [one.id, one.name, ...seats, ...ofPupils];
}

/** Complains of every table of the database in which something of a deleted class is. */
export function proveGone(dataDir: string, needles: Needles, ledger: Ledger): void {
  reading(dataDir, (database) => {
    const tables = rows(database, `select name from sqlite_master where type = 'table'`).map(({ name }) =>
      String(name),
    );
    for (const table of tables) {
      const text = JSON.stringify(rows(database, `select * from "${table}"`));
      const found = needles.filter((needle) => text.includes(needle));
      ledger.expect(found.length === 0, `the table ${table} still holds ${found.slice(0, 3).join(', ')}`);
    }
    ledger.tell(`none of ${tables.length} tables holds a name, a code or an id of the class`);
  });
}

/** Complains of every file of a data folder in whose bytes something of a deleted class is. */
export function proveFilesClean(dataDir: string, needles: Needles, ledger: Ledger): void {
  const files = globSync('**/*', { cwd: dataDir }).filter((file) => statSync(join(dataDir, file)).isFile());
  for (const file of files) {
    const bytes = readFileSync(join(dataDir, file));
    const found = needles.filter((needle) => bytes.includes(needle));
    ledger.expect(
      found.length === 0,
      `the bytes of ${file} still hold ${found.length} names, codes or ids, such as ${found[0]}`,
    );
  }
  ledger.tell(`the bytes of ${files.length} files were searched`);
}

function reading(dataDir: string, read: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(dataDir, 'steckbrett.sqlite'), { readOnly: true });
  try {
    read(database);
  } finally {
    database.close();
  }
}

function rows(database: DatabaseSync, sql: string, ...values: string[]): Record<string, unknown>[] {
  return database.prepare(sql).all(...values) as Record<string, unknown>[];
}
