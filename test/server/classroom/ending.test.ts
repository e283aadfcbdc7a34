import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import type { ClassView } from '../../../server/live/contract/live.ts';
import { teacher } from '../../support/classroom.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

const dayMs = 86_400_000;
let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 0 });
});
afterAll(() => school.close());

const anybody = () => new ApiClient(school.origin);
const start = (name: string) => school.teacher.call('startClass', {}, { lessonId: 'blink', name });
const join = (code: string, nickname: string) => anybody().call('join', {}, { code, nickname });
const end = ({ id }: ClassView, keepDays?: number) =>
  school.teacher.call('endClass', { classId: id }, keepDays === undefined ? {} : { keepDays });
const ended = async (who = school.teacher) => (await who.call('endedClasses', {}, {})).classes;
const remove = ({ id }: ClassView, who = school.teacher) => who.call('deleteClass', { classId: id }, {});

describe('an ended class', () => {
  it('is kept for the days that its teacher chose, and listed until then', async () => {
    const one = await start('sieben');
    await join(one.code, 'Fuchs');
    const before = Date.now();
    const over = await end(one, 1);
    expect(over).toMatchObject({ state: 'ended', keepDays: 1 });
    expect(over.deletesAt).toBeGreaterThanOrEqual(before + dayMs);
    expect(over.deletesAt).toBeLessThanOrEqual(Date.now() + dayMs);
    expect(await ended()).toEqual([{ class: over, endedAt: expect.any(Number), pupils: 1 }]);
    // Ended once more, by a second window: nothing changes.
    expect(await end(one, 30)).toEqual(over);
  });

  it('can be kept longer or shorter, and deleted by its teacher alone', async () => {
    const [kept] = await ended();
    if (!kept) throw new Error('no class was kept');
    const longer = await school.teacher.call('classSettings', { classId: kept.class.id }, { keepDays: 30 });
    expect((longer.deletesAt ?? 0) - kept.endedAt).toBeLessThanOrEqual(30 * dayMs);
    expect(longer.deletesAt).toBeGreaterThan(kept.class.deletesAt ?? 0);
    expect(await refusalOf(remove(kept.class, anybody()))).toBe('sign-in-needed');
    const twice = await Promise.all([remove(kept.class), remove(kept.class)].map((asked) => settled(asked)));
    expect(twice.toSorted()).toEqual(['class-unknown', 'deleted']);
    expect(await ended()).toEqual([]);
  });

  it('that is kept for no day at all is gone with its end', async () => {
    const one = await start('keinen Tag');
    const { token } = await join(one.code, 'Fuchs');
    const page = await school.openPage(token);
    const told = heard(page.socket, 'class:changed');
    expect(await end(one, 0)).toMatchObject({ state: 'ended', keepDays: 0 });
    expect(await told).toMatchObject({ state: 'ended' });
    expect(await ended()).toEqual([]);
    expect(await refusalOf(end(one))).toBe('class-unknown');
  });

  it('is deleted at once while pupils are in it', async () => {
    const one = await start('mittendrin');
    const page = await school.openPage((await join(one.code, 'Fuchs')).token);
    const closed = new Promise((done) => page.socket.once('disconnect', done));
    expect(await remove(one)).toMatchObject({ lessonId: 'blink', pupils: 1, goals: 0 });
    expect(await closed).toBe('io server disconnect');
  });
});

async function settled(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'deleted',
    (error: unknown) => refusalOf(Promise.reject(error)),
  );
}

describe('whoever asks by code what is kept', () => {
  it('hears it of a class that runs and of one that is over, not of one that is deleted', async () => {
    const one = await start('acht');
    const ask = () => anybody().call('classPrivacy', { code: one.code.toLowerCase() }, {});
    const facts = { name: 'acht', school: 'Testschule, Mainz', endsAfterHours: 18 };
    await school.teacher.call('classSettings', { classId: one.id }, { keepDays: 30 });
    expect(await ask()).toEqual({ ...facts, state: 'active', keepDays: 30, deletesAt: null });
    const { deletesAt } = await end(one, 7);
    expect(await ask()).toEqual({ ...facts, state: 'ended', keepDays: 7, deletesAt });
    await remove(one);
    expect(await refusalOf(ask())).toBe('class-code-unknown');
  });
});

describe('a name that is the teacher’s', () => {
  it.each(['Lehrer', 'L3hrer', 'Frau Müller', teacher.name])(
    'is refused at the door and by renaming: %s',
    async (name) => {
      expect(await refusalOf(join(school.class.code, name))).toBe('nickname-reserved');
      const { pupil } = await join(school.class.code, 'Igel');
      const renaming = school.teacher.call('renamePupil', { pupilId: pupil.id }, { nickname: name });
      expect(await refusalOf(renaming)).toBe('nickname-reserved');
    },
  );
});

describe('the numbers of deleted classes', () => {
  it('are the association’s', async () => {
    expect(await refusalOf(school.teacher.call('classCounts', {}, {}))).toBe('staff-only');
    const { counts } = await school.staff.call('classCounts', {}, {});
    expect(counts.map(({ pupils }) => pupils)).toEqual([1, 1, 1]);
  });
});
