import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { retentionMs, sweepEndedClasses } from '../../../server/classroom/retention.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { type ClassroomDatabase, openClassroomDatabase } from './database.ts';

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
    const tokenHash = `${name} ${nickname}`;
    const seat = await store.addSeat({ classId: id, nickname, tokenHash, devices: [], joinedAt: 0 });
    if (nickname === 'Dachs') continue;
    for (const base of [0, 1]) {
      const blocks = `{"blocks":${base}}`;
      await workspaces.save({ seatId: seat.id, base, blocks, tab: 'tab', force: false, now: base });
    }
  }
  return id;
}

async function rows() {
  const { tables } = database;
  const [seats, workspaces, versions] = await Promise.all([
    tables.selectFrom('seat').select('class_id').execute(),
    tables.selectFrom('workspace').select('seat_id').execute(),
    tables.selectFrom('workspace_version').select('seat_id').execute(),
  ]);
  return { seats: seats.length, workspaces: workspaces.length, versions: versions.length };
}

describe('pupils’ data', () => {
  it('is deleted 7 days after the end of the class, and only their numbers stay', async () => {
    const store = new ClassStore(database.db);
    const ended = await classWithWork('ended');
    await classWithWork('active');
    await store.end(ended, endedAt);

    expect(await sweepEndedClasses(database.db, endedAt + retentionMs - 1)).toBe(0);
    expect(await rows()).toEqual({ seats: 4, workspaces: 2, versions: 4 });

    expect(await sweepEndedClasses(database.db, endedAt + retentionMs)).toBe(1);
    expect(await rows()).toEqual({ seats: 2, workspaces: 1, versions: 2 });
    const kept = await database.tables
      .selectFrom('class')
      .selectAll()
      .where('id', '=', ended)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ state: 'ended', pupil_count: 2, save_count: 2 });

    expect(await sweepEndedClasses(database.db, endedAt + 2 * retentionMs)).toBe(0);
  });
});
