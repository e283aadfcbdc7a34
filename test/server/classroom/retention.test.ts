import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteStoredClass, eraseDueKey } from '../../../server/classroom/class-deletion.ts';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { Retention } from '../../../server/classroom/retention.ts';
import { Roster } from '../../../server/classroom/roster.ts';
import { SignsOfLife } from '../../../server/classroom/signs-of-life.ts';
import type { ClassroomTables } from '../../../server/classroom/tables.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { deletionTime } from '../../../server/live/contract/keep-time.ts';
import { silentLog } from '../../support/silent-log.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

const startedAt = Date.UTC(2026, 10, 22, 7);
const endedAt = Date.UTC(2026, 10, 22, 9);
const dayMs = 86_400_000;
const hourMs = 3_600_000;
let database: ClassroomDatabase;

beforeAll(async () => {
  database = await openClassroomDatabase();
});
afterAll(() => database.close());

const progress = (goals: readonly string[]) =>
  JSON.stringify({
    lessonId: 'blink',
    step: 0,
    furthest: 0,
    goals,
    quizzes: [],
    left: [],
    celebrated: [],
    finished: false,
  });

/** A class with two pupils, who have reached three goals; the first saved twice and handed in. */
async function classWithWork(name: string): Promise<string> {
  const store = new ClassStore(database.db);
  const workspaces = new WorkspaceStore(database.db);
  const wanted = { name, schoolId: 'school', teacherId: name, lessonId: 'blink', startedAt, keepDays: 7 };
  const { id } = await store.start(wanted);
  for (const [nickname, goals] of [
    ['Fuchs', ['light', 'dark']],
    ['Dachs', ['light']],
  ] as const) {
    const { pupil, seat } = await addPupil(database, id, nickname);
    const json = progress(goals);
    await database.tables
      .insertInto('seat_progress')
      .values({ seat_id: seat.id, lesson_id: 'blink', json })
      .execute();
    if (nickname === 'Dachs') continue;
    for (const base of [0, 1]) {
      const by = { tab: 'tab', pupilId: pupil.id };
      const blocks = `{"blocks":${base}}`;
      await workspaces.save({ seatId: seat.id, base, blocks, ...by, force: false, now: startedAt + base });
    }
    await database.tables
      .insertInto('hand_in')
      .values({
        seat_id: seat.id,
        lesson_id: 'blink',
        state: 'handed-in',
        blocks: '{}',
        handed_in_at: startedAt,
        comment: null,
        badge: null,
        returned_at: null,
      })
      .execute();
  }
  return id;
}

async function end(id: string, keepDays: number): Promise<void> {
  const deletesAt = deletionTime(endedAt, keepDays);
  await new ClassStore(database.db).end(id, { endedAt, deletesAt, keepDays });
}

/** How many rows each table has that knows classes, pupils or their work. */
async function rows() {
  const { tables } = database;
  const count = async (table: keyof ClassroomTables) =>
    (await tables.selectFrom(table).selectAll().execute()).length;
  return {
    classes: await count('class'),
    pupils: await count('pupil'),
    tokens: await count('pupil_token'),
    seats: await count('seat'),
    workspaces: await count('workspace'),
    versions: await count('workspace_version'),
    progress: await count('seat_progress'),
    handIns: await count('hand_in'),
    counts: await count('class_count'),
  };
}

const ofOneClass = {
  classes: 1,
  pupils: 2,
  tokens: 2,
  seats: 2,
  workspaces: 1,
  versions: 2,
  progress: 2,
  handIns: 1,
};
const ofTwoClasses = Object.fromEntries(
  Object.entries(ofOneClass).map(([table, count]) => [table, 2 * count]),
);

describe('a class', () => {
  it('is deleted when its time has come, and only its numbers stay', async () => {
    let now = endedAt;
    const retention = new Retention({
      db: database.db,
      logger: silentLog,
      now: () => now,
      isBusy: () => false,
    });
    const ended = await classWithWork('ended');
    await classWithWork('active');
    await end(ended, 7);

    now = endedAt + 7 * dayMs - 1;
    await retention.look();
    expect(await rows()).toEqual({ ...ofTwoClasses, counts: 0 });

    now += 1;
    await retention.look();
    expect(await rows()).toEqual({ ...ofOneClass, counts: 1 });
    expect(await database.tables.selectFrom('class_count').selectAll().execute()).toEqual([
      {
        id: expect.any(String),
        lesson_id: 'blink',
        day: '2026-11-22',
        school_id: 'school',
        pupils: 2,
        goals: 3,
      },
    ]);
    expect((await new ClassStore(database.db).active()).map(({ class: { name } }) => name)).toEqual([
      'active',
    ]);
    await retention.stop();
  });

  it('that two delete at once is deleted and counted once', async () => {
    const id = await classWithWork('twice');
    const before = await rows();
    const counts = await Promise.all([
      deleteStoredClass(database.db, id, endedAt),
      deleteStoredClass(database.db, id, endedAt),
    ]);
    expect(counts.filter((count) => count !== undefined)).toHaveLength(1);
    expect((await rows()).counts).toBe(before.counts + 1);
  });

  it('in which nobody was is not counted', async () => {
    const { id } = await new ClassStore(database.db).start({
      name: 'empty',
      schoolId: null,
      teacherId: 'teacher',
      lessonId: 'blink',
      startedAt,
      keepDays: 7,
    });
    const before = await rows();
    expect(await deleteStoredClass(database.db, id, endedAt)).toMatchObject({ pupils: 0, goals: 0 });
    expect(await rows()).toEqual({ ...before, classes: before.classes - 1 });
  });

  it('of which the server was killed before its files were clean has them cleaned at the next start', async () => {
    await deleteStoredClass(database.db, await classWithWork('killed'), endedAt);
    const due = () =>
      database.db.selectFrom('meta').select('key').where('key', '=', eraseDueKey).executeTakeFirst();
    expect(await due()).toBeDefined();
    const retention = new Retention({
      db: database.db,
      logger: silentLog,
      now: () => endedAt,
      isBusy: () => false,
    });
    await retention.look();
    expect(await due()).toBeUndefined();
    await retention.stop();
  });
});

describe('a class that nobody has ended', () => {
  let now = startedAt;
  let here = false;
  const forgotten = async (signs: SignsOfLife) => (await signs.forgotten()).map(({ name }) => name);

  it('ends 18 hours after the last sign of life', async () => {
    const roster = new Roster();
    const id = await classWithWork('forgotten');
    for (const content of await new ClassStore(database.db).active()) {
      if (content.class.id === id) roster.addContent(content);
    }
    const signs = new SignsOfLife({
      db: database.db,
      roster,
      isSomeoneIn: () => here,
      now: () => now,
    });
    // The last save was 1 ms after the start.
    now = startedAt + 18 * hourMs;
    expect(await forgotten(signs)).toEqual([]);
    here = true;
    now += 1;
    expect(await forgotten(signs)).toEqual([]);
    here = false;
    now += 18 * hourMs - 1;
    expect(await forgotten(signs)).toEqual([]);
    now += 1;
    expect(await forgotten(signs)).toEqual(['forgotten']);
  });
});
