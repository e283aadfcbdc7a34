import { describe, expect, it } from 'vitest';
import {
  awayGrace,
  type Drive,
  type DriveEvent,
  driveDueAt,
  idleAfter,
  startDrive,
  stepDrive,
  wishTime,
} from '../../../server/live/drive.ts';

const now = 1_000_000;
const base: Drive = { here: ['fox', 'owl'], driver: 'fox', awaySince: null, activeAt: now, wish: null };

/** Every state that a seat can be in, as `owl` looks on. */
const states = {
  empty: startDrive(now),
  alone: { ...base, here: ['fox'] },
  driving: base,
  idle: { ...base, activeAt: now - idleAfter },
  wished: { ...base, wish: { pupilId: 'owl', until: now + wishTime } },
  'wish over': { ...base, wish: { pupilId: 'owl', until: now } },
  'driver just gone': { ...base, here: ['owl'], awaySince: now - 1 },
  'driver long gone': { ...base, here: ['owl'], awaySince: now - awayGrace },
  'all gone': { ...base, here: [], awaySince: now - awayGrace },
  'begun anew': startDrive(now, 'fox'),
} satisfies Record<string, Drive>;

const events = {
  'fox comes': { type: 'came', pupilId: 'fox' },
  'owl comes': { type: 'came', pupilId: 'owl' },
  'fox goes': { type: 'went', pupilId: 'fox' },
  'owl goes': { type: 'went', pupilId: 'owl' },
  'fox leaves': { type: 'left', pupilId: 'fox' },
  'owl leaves': { type: 'left', pupilId: 'owl' },
  'owl asks': { type: 'asked', pupilId: 'owl' },
  'fox passes': { type: 'passed', by: 'fox', to: 'owl' },
  'owl passes': { type: 'passed', by: 'owl', to: 'fox' },
  tick: { type: 'tick' },
} satisfies Record<string, DriveEvent>;

type State = keyof typeof states;
type Event = keyof typeof events;

/** Who drives afterwards, and `?` when somebody wishes to. */
const expected: Record<State, Record<Event, string>> = {
  // biome-ignore format: a table is read in columns
  empty: { 'fox comes': 'fox', 'owl comes': 'owl', 'fox goes': '-', 'owl goes': '-', 'fox leaves': '-', 'owl leaves': '-', 'owl asks': '-', 'fox passes': '-', 'owl passes': '-', tick: '-' },
  // biome-ignore format: a table is read in columns
  alone: { 'fox comes': 'fox', 'owl comes': 'fox', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': '-', 'owl leaves': 'fox', 'owl asks': 'fox', 'fox passes': 'fox', 'owl passes': 'fox', tick: 'fox' },
  // biome-ignore format: a table is read in columns
  driving: { 'fox comes': 'fox', 'owl comes': 'fox', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'fox?', 'fox passes': 'owl', 'owl passes': 'fox', tick: 'fox' },
  // biome-ignore format: a table is read in columns
  idle: { 'fox comes': 'fox', 'owl comes': 'fox', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'owl', 'fox passes': 'owl', 'owl passes': 'fox', tick: 'fox' },
  // biome-ignore format: a table is read in columns
  wished: { 'fox comes': 'fox?', 'owl comes': 'fox?', 'fox goes': 'fox?', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'fox?', 'fox passes': 'owl', 'owl passes': 'fox?', tick: 'fox?' },
  // biome-ignore format: a table is read in columns
  'wish over': { 'fox comes': 'owl', 'owl comes': 'owl', 'fox goes': 'owl', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'fox?', 'fox passes': 'owl', 'owl passes': 'fox?', tick: 'owl' },
  // biome-ignore format: a table is read in columns
  'driver just gone': { 'fox comes': 'fox', 'owl comes': 'fox', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'owl', 'fox passes': 'owl', 'owl passes': 'fox', tick: 'fox' },
  // biome-ignore format: a table is read in columns
  'driver long gone': { 'fox comes': 'fox', 'owl comes': 'owl', 'fox goes': 'owl', 'owl goes': 'fox', 'fox leaves': 'owl', 'owl leaves': 'fox', 'owl asks': 'owl', 'fox passes': 'owl', 'owl passes': 'fox', tick: 'owl' },
  // biome-ignore format: a table is read in columns
  'all gone': { 'fox comes': 'fox', 'owl comes': 'owl', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': '-', 'owl leaves': 'fox', 'owl asks': 'fox', 'fox passes': 'fox', 'owl passes': 'fox', tick: 'fox' },
  // biome-ignore format: a table is read in columns
  'begun anew': { 'fox comes': 'fox', 'owl comes': 'fox', 'fox goes': 'fox', 'owl goes': 'fox', 'fox leaves': '-', 'owl leaves': 'fox', 'owl asks': 'fox', 'fox passes': 'fox', 'owl passes': 'fox', tick: 'fox' },
};

const cases = (Object.keys(states) as State[]).flatMap((state) =>
  (Object.keys(events) as Event[]).map((event) => [state, event, expected[state][event]] as const),
);

describe('who drives', () => {
  it.each(cases)('%s, %s: %s', (state, event, result) => {
    const after = stepDrive(states[state], events[event], now);
    expect(`${after.driver ?? '-'}${after.wish ? '?' : ''}`).toBe(result);
  });

  it('is always one of those who are here, or one who was here a moment ago', () => {
    for (const [state, event] of cases) {
      const after = stepDrive(states[state], events[event], now);
      const { driver, here, awaySince } = after;
      const gone = driver !== null && !here.includes(driver);
      expect(awaySince !== null, `${state}, ${event}`).toBe(gone);
      if (after.wish) expect(here, `${state}, ${event}`).toContain(after.wish.pupilId);
    }
  });
});

describe('a wish', () => {
  it('is granted by itself when its time is over, not before', () => {
    const wished = stepDrive(base, events['owl asks'], now);
    expect(driveDueAt(wished)).toBe(now + wishTime);
    expect(stepDrive(wished, { type: 'tick' }, now + wishTime - 1).driver).toBe('fox');
    expect(stepDrive(wished, { type: 'tick' }, now + wishTime)).toMatchObject({ driver: 'owl', wish: null });
  });

  it('comes first for who asked first', () => {
    const three = { ...base, here: ['fox', 'owl', 'elk'] };
    const wished = stepDrive(three, events['owl asks'], now);
    const again = stepDrive(wished, { type: 'asked', pupilId: 'elk' }, now + 1);
    expect(again.wish?.pupilId).toBe('owl');
  });

  it('is needed again when the driver has become active', () => {
    const active = stepDrive(states.idle, { type: 'acted', pupilId: 'fox' }, now);
    expect(stepDrive(active, events['owl asks'], now)).toMatchObject({ driver: 'fox', wish: {} });
    const byOther = stepDrive(states.idle, { type: 'acted', pupilId: 'owl' }, now);
    expect(stepDrive(byOther, events['owl asks'], now).driver).toBe('owl');
  });

  it('of one who does not sit here counts for nothing', () => {
    expect(stepDrive(base, { type: 'asked', pupilId: 'cat' }, now)).toBe(base);
    expect(stepDrive(base, { type: 'passed', by: 'fox', to: 'cat' }, now)).toBe(base);
  });
});

describe('a driver who is away', () => {
  it('still drives after a reload', () => {
    const gone = stepDrive(base, events['fox goes'], now);
    expect(driveDueAt(gone)).toBe(now + awayGrace);
    const back = stepDrive(gone, events['fox comes'], now + awayGrace - 1);
    expect(back).toMatchObject({ driver: 'fox', awaySince: null });
    expect(driveDueAt(back)).toBeNull();
  });

  it('is not waited for by a clock when nobody is there', () => {
    expect(driveDueAt(states['all gone'])).toBeNull();
  });

  it('is followed by whoever came first', () => {
    const gone = stepDrive({ ...base, here: ['fox', 'elk', 'owl'] }, events['fox goes'], now);
    expect(stepDrive(gone, { type: 'tick' }, now + awayGrace).driver).toBe('elk');
  });
});
