import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { PupilStore } from '../../../server/classroom/pupil-store.ts';
import { SendStore } from '../../../server/classroom/send-store.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { databaseEnvironment, onPostgres } from '../../support/databases.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

let database: ClassroomDatabase;
let classId: string;
let seats: string[];

beforeEach(async () => {
  database = await openClassroomDatabase();
  const { id } = await new ClassStore(database.db).start({
    name: '7b',
    schoolId: null,
    teacherId: 'teacher',
    lessonId: 'blink',
    startedAt: 0,
    keepDays: 7,
  });
  classId = id;
  seats = [];
  const workspaces = new WorkspaceStore(database.db);
  for (const name of ['Fuchs', 'Dachs', 'Igel']) {
    const seatId = (await addPupil(database, classId, name)).seat.id;
    seats.push(seatId);
    await workspaces.save({
      seatId,
      base: 0,
      blocks: '{"a":1}',
      tab: 't',
      pupilId: null,
      force: false,
      now: 1000,
    });
  }
});
afterEach(() => database.close());

/** What is stored of the class, its seats and their work. */
async function stored() {
  const { tables } = database;
  const { lesson_id } = await tables.selectFrom('class').select('lesson_id').executeTakeFirstOrThrow();
  const work = await tables.selectFrom('workspace').select(['version', 'blocks']).execute();
  return { lesson: lesson_id, work: work.map(({ version, blocks }) => `${version} ${blocks}`) };
}

/** Fails as a full disk would, before such a row changes. */
function brokenTrigger(table: string, when: string): string {
  return onPostgres
    ? `create function broken() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
       create trigger broken before update on ${table} for each row when (${when === '1' ? 'true' : when}) execute function broken()`
    : `create trigger broken before update on ${table} when ${when} begin select raise(abort, 'disk full'); end`;
}

const old = { lesson: 'blink', work: Array.from({ length: 3 }, () => '1 {"a":1}') };
const sent = { lesson: 'traffic-light', work: Array.from({ length: 3 }, () => '2 null') };

describe('sending a lesson to a class', () => {
  it('gives it to all', async () => {
    const fresh = await new SendStore(database.db).lesson(classId, 'traffic-light', 'all', 2000);
    expect(await stored()).toEqual(sent);
    expect(fresh.map(({ setAside, workspace }) => [setAside, workspace.version])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it.each(['class', 'seat', 'workspace'])(
    'gives it to nobody when the table %s fails half-way',
    async (table) => {
      // What fails is the last of the seats, when all the others have been written.
      const when = table === 'class' ? '1' : `old.${table === 'seat' ? 'id' : 'seat_id'} = '${seats[2]}'`;
      await sql.raw(brokenTrigger(table, when)).execute(database.db as unknown as Kysely<unknown>);
      const sending = new SendStore(database.db).lesson(classId, 'traffic-light', 'all', 2000);
      await expect(sending).rejects.toThrow('disk full');
      expect(await stored()).toEqual(old);
    },
  );

  it.each([
    ['before the first change', 1, old],
    ['between two seats', 6, old],
    ['before the last change', 13, old],
    ['when all is written', 100, sent],
  ])('gives it to all or to nobody when the server is killed %s', async (_, statements, expected) => {
    const killed = spawn(
      process.execPath,
      [new URL('./send-and-die.ts', import.meta.url).pathname, database.dataDir, classId, String(statements)],
      { stdio: 'inherit', env: { ...process.env, ...(await databaseEnvironment(database.dataDir)) } },
    );
    const [, signal] = await once(killed, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await stored()).toEqual(expected);
  });
});

describe('sending a step', () => {
  it('reaches the others when a seat goes at that moment, and nothing is kept for that one', async () => {
    const { db, tables } = database;
    const { pupil } = await addPupil(database, classId, 'Reh');
    await new PupilStore(db).remove(pupil);
    const told = await new SendStore(db).step(
      [pupil.seatId, ...seats].map((id) => ({ id, lessonId: 'blink' })),
      2,
    );
    expect(told.map((one) => one?.step ?? null)).toEqual([null, 2, 2, 2]);
    const kept = await tables.selectFrom('seat_progress').select('seat_id').execute();
    expect(kept.map(({ seat_id }) => seat_id).toSorted()).toEqual(seats.toSorted());
  });

  it('changes nothing in a class that has ended', async () => {
    const { db, tables } = database;
    await new ClassStore(db).end(classId, { endedAt: 3000, deletesAt: 4000, keepDays: 0 });
    const told = await new SendStore(db).step([{ id: seats[0] ?? '', lessonId: 'blink' }], 2);
    expect(told).toEqual([null]);
    expect(await tables.selectFrom('seat_progress').selectAll().execute()).toEqual([]);
  });
});
