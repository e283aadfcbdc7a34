import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { retentionMs, sweepEndedClasses } from '../../../server/classroom/retention.ts';
import type { ClassroomTables } from '../../../server/classroom/tables.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

const endedAt = Date.UTC(2026, 10, 22);
let database: ClassroomDatabase;

beforeAll(async () => {
  database = await openClassroomDatabase();
});
afterAll(() => database.close());

/** A class with two pupils, of whom the first saved twice. */
async function classWithWork(name: string): Promise<string> {
  const store = new ClassStore(database.db);
  const workspaces = new WorkspaceStore(database.db);
  const wanted = { name, schoolId: null, teacherId: 'teacher', lessonId: 'blink', startedAt: 0 };
  const { id } = await store.start(wanted);
  for (const nickname of ['Fuchs', 'Dachs']) {
    const { pupil, seat } = await addPupil(database, id, nickname);
    if (nickname === 'Dachs') continue;
    for (const base of [0, 1]) {
      const by = { tab: 'tab', pupilId: pupil.id };
      const blocks = `{"blocks":${base}}`;
      await workspaces.save({ seatId: seat.id, base, blocks, ...by, force: false, now: base });
    }
    await database.tables.insertInto('seat_progress').values({ seat_id: seat.id, json: '{}' }).execute();
  }
  return id;
}

/** How many rows each table that knows pupils or their work has. */
async function rows() {
  const { tables } = database;
  const count = async (table: Exclude<keyof ClassroomTables, 'class'>) =>
    (await tables.selectFrom(table).selectAll().execute()).length;
  return {
    pupils: await count('pupil'),
    tokens: await count('pupil_token'),
    seats: await count('seat'),
    workspaces: await count('workspace'),
    versions: await count('workspace_version'),
    progress: await count('seat_progress'),
  };
}

describe('pupils’ data', () => {
  it('is deleted 7 days after the end of the class, and only their numbers stay', async () => {
    const store = new ClassStore(database.db);
    const ended = await classWithWork('ended');
    await classWithWork('active');
    await store.end(ended, endedAt);

    expect(await sweepEndedClasses(database.db, endedAt + retentionMs - 1)).toBe(0);
    expect(await rows()).toEqual({
      pupils: 4,
      tokens: 4,
      seats: 4,
      workspaces: 2,
      versions: 4,
      progress: 2,
    });

    expect(await sweepEndedClasses(database.db, endedAt + retentionMs)).toBe(1);
    expect(await rows()).toEqual({
      pupils: 2,
      tokens: 2,
      seats: 2,
      workspaces: 1,
      versions: 2,
      progress: 1,
    });
    const kept = await database.tables
      .selectFrom('class')
      .selectAll()
      .where('id', '=', ended)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ state: 'ended', pupil_count: 2, save_count: 2 });

    expect(await sweepEndedClasses(database.db, endedAt + 2 * retentionMs)).toBe(0);
  });
});
