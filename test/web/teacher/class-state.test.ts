import { describe, expect, it } from 'vitest';
import { reduceClass } from '../../../web/teacher/class-state.ts';
import { classState, device, seat } from './sample-class.ts';

describe('the class after an event', () => {
  const before = classState([seat('a'), seat('b')], [device('pi-01')]);

  it('is unknown until the first whole state, whatever else arrives', () => {
    expect(reduceClass(null, { type: 'seat', seat: seat('a') })).toBeNull();
    expect(reduceClass(null, { type: 'device', device: device('pi-01') })).toBeNull();
    expect(reduceClass(null, { type: 'state', state: before })).toBe(before);
  });

  it('takes a new whole state as it is, as after a reconnect', () => {
    const after = classState([seat('z')]);
    expect(reduceClass(before, { type: 'state', state: after })).toBe(after);
  });

  it('replaces the one seat that changed and keeps the other objects', () => {
    const changed = seat('b', { connected: false });
    const after = reduceClass(before, { type: 'seat', seat: changed });
    expect(after?.seats).toEqual([seat('a'), changed]);
    expect(after?.seats[0]).toBe(before.seats[0]);
    expect(after?.devices).toBe(before.devices);
  });

  it('adds a seat that arrives', () => {
    const after = reduceClass(before, { type: 'seat', seat: seat('c') });
    expect(after?.seats.map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });

  it('takes a seat away at which nobody sits any more', () => {
    const after = reduceClass(before, { type: 'seat-removed', seatId: 'a' });
    expect(after?.seats).toEqual([seat('b')]);
    expect(after?.seats[0]).toBe(before.seats[1]);
  });

  it('replaces or adds a Pi', () => {
    const gone = device('pi-01', { online: false });
    expect(reduceClass(before, { type: 'device', device: gone })?.devices).toEqual([gone]);
    expect(reduceClass(before, { type: 'device', device: device('pi-02') })?.devices).toHaveLength(2);
  });

  it('takes the end of its own class and ignores other classes', () => {
    const ended = { ...before.class, state: 'ended' as const };
    expect(reduceClass(before, { type: 'class', class: ended })?.class.state).toBe('ended');
    expect(reduceClass(before, { type: 'class', class: { ...ended, id: 'c2' } })).toBe(before);
  });
});
