import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { HistoryStore } from '../../../server/classroom/history-store.ts';
import { ProgressStore } from '../../../server/classroom/progress-store.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import type { LessonProgress } from '../../../server/live/contract/live.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

let database: ClassroomDatabase;

beforeAll(async () => {
  database = await openClassroomDatabase();
});
afterAll(() => database.close());

async function freshSeat(): Promise<string> {
  const start = {
    name: '7b',
    schoolId: null,
    teacherId: 'teacher',
    lessonId: 'blink',
    startedAt: 0,
    keepDays: 7,
  };
  const { id } = await new ClassStore(database.db).start(start);
  return (await addPupil(database, id, 'Fuchs')).seat.id;
}

function desk(seatId: string, now: number) {
  const workspaces = new WorkspaceStore(database.db);
  const wish = (base: number, text: string, at: number, tab = 'tab') => {
    const by = { tab, pupilId: null, force: false };
    return { seatId, base, blocks: JSON.stringify({ text }), ...by, now: at };
  };
  return {
    save: (base: number, text: string, at: number, tab?: string) =>
      workspaces.save(wish(base, text, at, tab)),
    setAside: (base: number, text: string, at: number) => workspaces.setAside(wish(base, text, at)),
    history: new HistoryStore(database.db, () => now),
  };
}

describe('the history of a seat', () => {
  it('lists the versions, newest first, with their age by the server’s clock', async () => {
    const seat = await freshSeat();
    const { save, history } = desk(seat, 10_000);
    await save(0, 'one', 1000);
    await save(1, 'two', 4000);
    expect(await history.list(seat)).toEqual([
      { number: 2, kind: 'saved', savedAgoMs: 6000, current: true },
      { number: 1, kind: 'saved', savedAgoMs: 9000, current: false },
    ]);
    expect(await history.get(seat, 1)).toEqual({ text: 'one' });
  });

  it('is empty at the beginning, and never tells of another seat', async () => {
    const [seat, other] = [await freshSeat(), await freshSeat()];
    const { save, history } = desk(seat, 0);
    await save(0, 'one', 0);
    expect(await history.list(other)).toEqual([]);
    await expect(history.get(other, 1)).rejects.toMatchObject({ problem: { code: 'version-unknown' } });
  });

  it('holds the other side of a conflict once, however often the page asks', async () => {
    const seat = await freshSeat();
    const { save, history } = desk(seat, 0);
    await save(0, 'one', 0);
    for (let times = 0; times < 5; times++) await save(0, 'other', 0, 'other tab');
    expect(await history.list(seat)).toMatchObject([{ kind: 'rejected' }, { kind: 'saved', current: true }]);
  });

  it('holds what somebody made who may not save', async () => {
    const seat = await freshSeat();
    const { save, setAside, history } = desk(seat, 0);
    await save(0, 'of the driver', 0);
    expect(await setAside(1, 'of the one beside', 0)).toMatchObject({ version: 1 });
    const [rejected] = await history.list(seat);
    expect(rejected).toMatchObject({ kind: 'rejected', current: false });
    expect(await history.get(seat, rejected?.number ?? 0)).toEqual({ text: 'of the one beside' });
  });
});

describe('the progress of a seat', () => {
  const told: LessonProgress = {
    lessonId: 'blink',
    step: 1,
    furthest: 1,
    goals: ['light'],
    quizzes: [],
    left: [0],
    celebrated: [],
    finished: false,
  };

  it('is nothing before a page tells', async () => {
    expect(await new ProgressStore(database.db).read(await freshSeat(), 'blink')).toBeNull();
  });

  it('joins what two pages reached, and says when nothing is new', async () => {
    const store = new ProgressStore(database.db);
    const seat = await freshSeat();
    await store.add(seat, told);
    const both = await store.add(seat, { ...told, step: 0, goals: ['sound'], furthest: 0 });
    expect(both).toMatchObject({ step: 0, furthest: 1, goals: ['light', 'sound'] });
    expect(await store.add(seat, { ...told, step: 0, goals: ['sound', 'light'] })).toBeNull();
    expect(await store.read(seat, told.lessonId)).toEqual(both);
  });

  it('begins anew with another lesson', async () => {
    const store = new ProgressStore(database.db);
    const seat = await freshSeat();
    await store.add(seat, told);
    const other = { ...told, lessonId: 'alarm', goals: [], left: [] };
    expect(await store.add(seat, other)).toEqual(other);
  });
});
