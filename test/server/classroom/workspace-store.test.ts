import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { type SaveRequest, WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

let database: ClassroomDatabase;

beforeAll(async () => {
  database = await openClassroomDatabase();
});
afterAll(() => database.close());

async function freshSeat(): Promise<string> {
  const classes = new ClassStore(database.db);
  const { id } = await classes.start({
    name: '7b',
    schoolId: null,
    teacherId: 'teacher',
    lessonId: 'blink',
    startedAt: 0,
    keepDays: 7,
  });
  return (await addPupil(database, id, 'Fuchs')).seat.id;
}

function wish(seatId: string, base: number, text: string, more: Partial<SaveRequest> = {}): SaveRequest {
  const by = { tab: 'tab-1', pupilId: null };
  return { seatId, base, blocks: JSON.stringify({ text }), ...by, force: false, now: 1000, ...more };
}

function history(seatId: string) {
  return database.tables
    .selectFrom('workspace_version')
    .select(['kind', 'version', 'blocks'])
    .where('seat_id', '=', seatId)
    .orderBy('number')
    .execute();
}

describe('a workspace', () => {
  it('is empty, with version 0, before the first save', async () => {
    const store = new WorkspaceStore(database.db);
    expect(await store.read(await freshSeat())).toEqual({
      version: 0,
      blocks: null,
      savedAt: null,
      savedBy: null,
    });
  });

  it('grows by one version with each save', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    for (const base of [0, 1, 2]) await store.save(wish(seat, base, `blocks ${base}`, { now: 1000 + base }));
    expect(await store.read(seat)).toEqual({
      version: 3,
      blocks: { text: 'blocks 2' },
      savedAt: 1002,
      savedBy: 'tab-1',
    });
  });

  it('keeps what is there when another tab saved first, and the other side in the history', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    await store.save(wish(seat, 0, 'first tab'));
    const second = await store.save(wish(seat, 0, 'second tab', { tab: 'tab-2' }));
    expect(second).toMatchObject({
      outcome: 'conflict',
      workspace: { version: 1, blocks: { text: 'first tab' } },
    });
    expect(await store.read(seat)).toEqual(second.workspace);
    expect(await history(seat)).toEqual([
      { kind: 'saved', version: 1, blocks: '{"text":"first tab"}' },
      { kind: 'rejected', version: 0, blocks: '{"text":"second tab"}' },
    ]);
  });

  it('is overwritten when the pupil has chosen so; what was there is in the history', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    await store.save(wish(seat, 0, 'first tab'));
    const forced = await store.save(wish(seat, 0, 'second tab', { tab: 'tab-2', force: true }));
    expect(forced).toMatchObject({
      outcome: 'saved',
      workspace: { version: 2, blocks: { text: 'second tab' } },
    });
    expect((await history(seat)).map(({ blocks }) => blocks)).toContain('{"text":"first tab"}');
  });

  it('does not conflict with itself when a tab did not hear the answer and asks again', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    const first = await store.save(wish(seat, 0, 'blocks'));
    const again = await store.save(wish(seat, 0, 'blocks', { now: 2000 }));
    expect(again).toEqual({ outcome: 'unchanged', workspace: first.workspace });
  });

  it('does not lose a save when two tabs save at the same moment', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    const outcomes = await Promise.all(
      ['tab-1', 'tab-2', 'tab-3'].map((tab) => store.save(wish(seat, 0, tab, { tab }))),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'conflict', 'saved']);
    expect(await history(seat)).toHaveLength(3);
  });

  it('thins its history, and what was rejected is not pushed out by saves', async () => {
    const store = new WorkspaceStore(database.db);
    const seat = await freshSeat();
    await store.save(wish(seat, 0, 'blocks 0'));
    await store.save(wish(seat, 0, 'rejected', { tab: 'tab-2' }));
    for (let base = 1; base < 60; base++) await store.save(wish(seat, base, `blocks ${base}`));
    const entries = await history(seat);
    expect(entries.filter(({ kind }) => kind === 'saved').map(({ version }) => version)).toEqual([
      1,
      ...Array.from({ length: 20 }, (_, index) => index + 41),
    ]);
    expect(entries.filter(({ kind }) => kind === 'rejected')).toHaveLength(1);
  });
});
