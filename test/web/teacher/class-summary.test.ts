import { describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import { freeDevices, keepSame, spokenAddress, summarise } from '../../../web/teacher/class-summary.ts';
import { classState, device, seat } from './sample-class.ts';

describe('the class in figures', () => {
  it('counts who is here, away, running and in need', () => {
    const state = classState([
      seat('a', { program: { state: 'running', where: 'pi' } }),
      seat('b', { connected: false, program: { state: 'running', where: 'pi' } }),
      seat('c', { lastError: problem('program-error', 'Fehler', 'Error') }),
    ]);
    expect(summarise(state)).toEqual({ here: 2, running: 2, withError: 1, away: 1 });
  });

  it('counts each pupil of a seat that several share', () => {
    const pupils = [
      { id: 'fox', nickname: 'Fuchs', connected: true },
      { id: 'otter', nickname: 'Otter', connected: true },
      { id: 'owl', nickname: 'Eule', connected: false },
    ];
    expect(summarise(classState([seat('a', { pupils })]))).toMatchObject({ here: 2, away: 1 });
  });
});

describe('free Pis', () => {
  it('are those at which nobody sits, connected ones first, then by name', () => {
    const state = classState(
      [seat('a', { deviceId: 'pi-02' })],
      [device('pi-10'), device('pi-02'), device('pi-01', { online: false }), device('pi-9')],
    );
    expect(freeDevices(state).map((one) => one.id)).toEqual(['pi-9', 'pi-10', 'pi-01']);
  });

  it('stay the same list while nothing in it changes', () => {
    const before = [device('pi-01'), device('pi-02')];
    expect(keepSame(before, [...before])).toBe(before);
    const now = [before[0]!, device('pi-02', { online: false })];
    expect(keepSame(before, now)).toBe(now);
  });
});

describe('the address that pupils type', () => {
  it.each([
    { joinUrl: 'http://192.168.1.20:8080/?code=K7F-3XM', spoken: '192.168.1.20:8080' },
    { joinUrl: 'https://steckbrett.example/K7F-3XM', spoken: 'steckbrett.example' },
  ])('of $joinUrl is $spoken', ({ joinUrl, spoken }) => {
    expect(spokenAddress(joinUrl)).toBe(spoken);
  });
});
