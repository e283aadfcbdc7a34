import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { PupilStore } from '../../../server/classroom/pupil-store.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { addPupil, type ClassroomDatabase, openClassroomDatabase } from './database.ts';

let database: ClassroomDatabase;
let pupils: PupilStore;
let workspaces: WorkspaceStore;

beforeAll(async () => {
  database = await openClassroomDatabase();
  pupils = new PupilStore(database.db);
  workspaces = new WorkspaceStore(database.db);
});
afterAll(() => database.close());

async function twoPupils() {
  const wanted = {
    name: '7b',
    schoolId: null,
    teacherId: 'teacher',
    lessonId: 'blink',
    startedAt: 0,
    keepDays: 7,
  };
  const { id } = await new ClassStore(database.db).start(wanted);
  const [fox, owl] = [await addPupil(database, id, 'Fuchs'), await addPupil(database, id, 'Eule')];
  for (const { pupil, seat } of [fox, owl]) {
    const blocks = JSON.stringify({ of: pupil.nickname });
    const by = { tab: 'tab', pupilId: pupil.id };
    await workspaces.save({ seatId: seat.id, base: 0, blocks, ...by, force: false, now: 1 });
  }
  return { fox, owl };
}

async function seatsLeft(...seats: { id: string }[]) {
  const rows = await database.tables.selectFrom('seat').select('id').execute();
  const ids = new Set(rows.map(({ id }) => id));
  return seats.map(({ id }) => ids.has(id));
}

async function deviceOf(seat: { id: string }) {
  const row = await database.tables
    .selectFrom('seat')
    .select('device_id')
    .where('id', '=', seat.id)
    .executeTakeFirst();
  return row?.device_id;
}

describe('a seat that all have left', () => {
  it('has no Pi from the same moment on, so that a killed server finds it free', async () => {
    const { fox, owl } = await twoPupils();
    const classes = new ClassStore(database.db);
    await classes.assign(fox.seat.id, 'pi-fox');
    await classes.assign(owl.seat.id, 'pi-owl');
    await pupils.move(fox.pupil.id, owl.seat.id);
    expect([await deviceOf(fox.seat), await deviceOf(owl.seat)]).toEqual([null, 'pi-owl']);
    await pupils.move(owl.pupil.id, fox.seat.id);
    expect(await deviceOf(owl.seat)).toBe('pi-owl');
    await pupils.remove({ ...fox.pupil, seatId: owl.seat.id });
    expect(await deviceOf(owl.seat)).toBeNull();
  });
});

describe('removing a pupil', () => {
  it('who sits alone takes seat and work along', async () => {
    const { fox, owl } = await twoPupils();
    expect(await pupils.remove(fox.pupil)).toEqual([fox.seat.id]);
    expect(await seatsLeft(fox.seat, owl.seat)).toEqual([false, true]);
    expect((await workspaces.read(fox.seat.id)).version).toBe(0);
  });

  it('who is a guest takes their own seat along; the common work stays, without their name', async () => {
    const { fox, owl } = await twoPupils();
    await pupils.move(fox.pupil.id, owl.seat.id);
    const by = { tab: 'fox', pupilId: fox.pupil.id };
    const wish = { seatId: owl.seat.id, base: 1, blocks: '{"of":"both"}', force: false, now: 2 };
    await workspaces.save({ ...wish, ...by });
    expect(await pupils.remove({ ...fox.pupil, seatId: owl.seat.id })).toEqual([fox.seat.id]);
    expect((await workspaces.read(owl.seat.id)).blocks).toEqual({ of: 'both' });
    const named = await database.tables
      .selectFrom('workspace_version')
      .select('number')
      .where('saved_by_pupil', '=', fox.pupil.id)
      .execute();
    expect(named).toEqual([]);
  });

  it('who is host leaves the work to the guest', async () => {
    const { fox, owl } = await twoPupils();
    await pupils.move(fox.pupil.id, owl.seat.id);
    expect(await pupils.remove(owl.pupil)).toEqual([]);
    expect(await seatsLeft(fox.seat, owl.seat)).toEqual([true, true]);
  });

  it('who sits elsewhere leaves their own seat to the guest who is there', async () => {
    const { fox, owl } = await twoPupils();
    await pupils.move(fox.pupil.id, owl.seat.id);
    await pupils.move(owl.pupil.id, fox.seat.id);
    expect(await pupils.remove({ ...fox.pupil, seatId: owl.seat.id })).toEqual([]);
    expect(await seatsLeft(fox.seat, owl.seat)).toEqual([true, true]);
  });
});
