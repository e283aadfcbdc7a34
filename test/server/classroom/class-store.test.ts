import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpProblem } from '../../../server/api/http-problem.ts';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

let database: ClassroomDatabase;
let store: ClassStore;

beforeAll(async () => {
  database = await openClassroomDatabase();
  store = new ClassStore(database.db);
});
afterAll(() => database.close());

async function startClass(): Promise<string> {
  const wanted = {
    name: '7b',
    schoolId: null,
    teacherId: 'teacher',
    lessonId: 'blink',
    startedAt: 0,
    keepDays: 7,
  };
  return (await store.start(wanted)).id;
}

async function addSeat(classId: string, nickname: string, devices: string[] = []) {
  return (await addPupil(database, classId, nickname, devices)).seat;
}

async function seatsIn(classId: string) {
  return (await store.active()).find(({ class: { id } }) => id === classId)?.seats ?? [];
}

async function codeOf(refused: Promise<unknown>): Promise<string> {
  const error = await refused.catch((thrown: unknown) => thrown);
  if (error instanceof HttpProblem) return error.problem.code;
  throw error;
}

describe('seats', () => {
  it('get the first Pi that no seat has, each its own, even when all join at once', async () => {
    const classId = await startClass();
    const devices = ['pi-1', 'pi-2', 'pi-3'];
    const names = ['Fuchs', 'Dachs', 'Igel', 'Eule'];
    const seats = await Promise.all(names.map((name) => addSeat(classId, name, devices)));
    expect(seats.map(({ deviceId }) => deviceId).toSorted()).toEqual(
      ['pi-1', 'pi-2', 'pi-3', null].toSorted(),
    );
  });

  it('of two active classes never share a Pi', async () => {
    const [one, other] = [await startClass(), await startClass()];
    expect((await addSeat(one, 'Fuchs', ['pi-4', 'pi-5'])).deviceId).toBe('pi-4');
    expect((await addSeat(other, 'Fuchs', ['pi-4', 'pi-5'])).deviceId).toBe('pi-5');
  });

  it('give a Pi up when it is assigned to another seat', async () => {
    const classId = await startClass();
    const fox = await addSeat(classId, 'Fuchs', ['pi-6']);
    const owl = await addSeat(classId, 'Eule');
    await store.assign(owl.id, 'pi-6');
    const seats = await seatsIn(classId);
    expect(seats.find(({ id }) => id === fox.id)?.deviceId).toBeNull();
    expect(seats.find(({ id }) => id === owl.id)?.deviceId).toBe('pi-6');
  });

  it('are at most 60, and then the problem says so', async () => {
    const classId = await startClass();
    for (let index = 0; index < 60; index++) await addSeat(classId, 'Fuchs');
    expect(await codeOf(addSeat(classId, 'Fuchs'))).toBe('class-full');
    const all = await store.active();
    const names = all.find(({ class: { id } }) => id === classId)?.pupils.map(({ nickname }) => nickname);
    expect(new Set(names).size).toBe(60);
  });

  it('can’t be taken in a class that has ended; its Pis are free', async () => {
    const classId = await startClass();
    await addSeat(classId, 'Fuchs', ['pi-7']);
    await store.end(classId, { endedAt: 1, deletesAt: 2, keepDays: 7 });
    expect(await codeOf(addSeat(classId, 'Dachs'))).toBe('class-code-unknown');
    expect((await addSeat(await startClass(), 'Igel', ['pi-7'])).deviceId).toBe('pi-7');
  });
});
