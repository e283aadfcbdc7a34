import { describe, expect, it } from 'vitest';
import { type ActivePupil, neverHandedIn, type Place, Roster } from '../../../server/classroom/roster.ts';

const inClass = {
  id: 'class',
  code: 'K7F-3XM',
  name: '7b',
  schoolId: null,
  teacherId: 'teacher',
  lessonId: 'blink',
  startedAt: 0,
  allBlocks: false,
  keepDays: 7,
};
const place = (id: string, deviceId: string | null = null): Place => ({
  id,
  classId: 'class',
  deviceId,
  joinedAt: 0,
  savedAt: null,
  deviceConfirmed: false,
  ownLessonId: null,
  progress: null,
  handIn: neverHandedIn,
});
const pupil = (id: string, seatId: string, joinedAt: number): ActivePupil => ({
  id,
  classId: 'class',
  seatId,
  homeSeatId: seatId,
  nickname: id.toUpperCase(),
  joinedAt,
});

/** Fox, with a Pi, and owl, each at their own seat. */
function roster() {
  const made = new Roster();
  made.addContent({
    class: inClass,
    seats: [place('s1', 'pi-1'), place('s2')],
    pupils: [pupil('fox', 's1', 1), pupil('owl', 's2', 2)],
    tokens: [
      { tokenHash: 'f', pupilId: 'fox' },
      { tokenHash: 'o', pupilId: 'owl' },
    ],
  });
  return made;
}

describe('the roster', () => {
  it('names a seat by all who sit there, in the order of joining', () => {
    const here = roster();
    here.movePupil('fox', 's2');
    expect(here.seat('s2')?.nickname).toBe('FOX + OWL');
    here.rename('fox', 'Fox');
    expect(here.seat('s2')?.nickname).toBe('Fox + OWL');
  });

  it('shows no seat that everybody has left, but keeps it', () => {
    const here = roster();
    here.movePupil('fox', 's2');
    expect(here.seatsOf('class').map(({ id }) => id)).toEqual(['s2']);
    expect(here.seat('s1')).toMatchObject({ pupils: [], nickname: '' });
    here.movePupil('fox', 's1');
    expect(here.seatsOf('class').map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('knows pupils by their tokens only, and whose pupil was removed', () => {
    const here = roster();
    here.setTokens('fox', ['f', 'f2']);
    expect(['f', 'f2', 'o', 'x'].map((hash) => here.pupilByToken(hash)?.id)).toEqual([
      'fox',
      'fox',
      'owl',
      undefined,
    ]);
    here.removePupil('fox', ['s1']);
    expect(here.pupilByToken('f2')).toBeUndefined();
    expect(['f', 'f2', 'o', 'x'].map((hash) => here.wasRemoved(hash))).toEqual([true, true, false, false]);
    expect(here.seatAt('pi-1')).toBeUndefined();
  });

  it('puts a class back as it was when its end could not be written', () => {
    const here = roster();
    here.movePupil('owl', 's1');
    const before = [here.seat('s1'), here.seat('s2'), here.pupil('owl')];
    const { seats, restore } = here.removeClass('class');
    expect(seats.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect([here.class('class'), here.seatAt('pi-1'), here.pupilByToken('o')]).toEqual(
      Array(3).fill(undefined),
    );
    restore();
    expect([here.seat('s1'), here.seat('s2'), here.pupil('owl')]).toEqual(before);
    expect([here.seatAt('pi-1')?.id, here.pupilByToken('o')?.id]).toEqual(['s1', 'owl']);
  });
});
