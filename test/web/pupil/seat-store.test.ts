import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetProgress } from '../../../web/pupil/progress-place.ts';
import { browserStorage, type HeldSeat, SeatStore } from '../../../web/pupil/seat-store.ts';
import { rememberedProgress, rememberProgress } from '../../../web/pupil/step-memory.ts';
import { beginning } from '../../../web/pupil/steps-progress.ts';

/** A browser's storage. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

const seat = (code: string, nickname: string): HeldSeat => ({ token: `${code}/${nickname}`, code, nickname });
const fox = seat('AAA-111', 'Fuchs');
const reached = { ...beginning, goals: ['blinks'], step: 2 };

describe('what a shared computer keeps of its seats', () => {
  let seats: SeatStore;

  beforeEach(() => {
    vi.stubGlobal('window', { localStorage: storage() });
    seats = new SeatStore(browserStorage(), forgetProgress);
    seats.keep(fox);
    rememberProgress(fox, reached, 'blink');
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is there again after a reload', () => {
    const later = new SeatStore(browserStorage(), forgetProgress);
    expect(later.find()).toEqual(fox);
    expect(rememberedProgress(fox)).toEqual({ ...reached, lessonId: 'blink' });
  });

  it('stays when its pupil gets another token', () => {
    const mine = { ...fox, resumeCode: '7K3F-9XMM' };
    seats.keep(mine);
    rememberProgress(fox, reached, 'blink');
    seats.keep({ ...mine, token: 'another' });
    expect(rememberedProgress(fox)).toEqual({ ...reached, lessonId: 'blink' });
    expect(seats.find()?.token).toBe('another');
  });

  it('is nobody else’s, in the same class or in another', () => {
    expect(rememberedProgress(seat('AAA-111', 'Dachs'))).toEqual(beginning);
    expect(rememberedProgress(seat('BBB-222', 'Fuchs'))).toEqual(beginning);
  });

  it('adds up what two tabs have reached', () => {
    rememberProgress(fox, { ...beginning, goals: ['stays'] }, 'blink');
    expect(rememberedProgress(fox).goals.toSorted()).toEqual(['blinks', 'stays']);
  });

  it('is gone when the seat is left', () => {
    seats.forget(fox.code);
    expect(window.localStorage.length).toBe(1);
    expect(rememberedProgress(fox)).toEqual(beginning);
  });

  it('is gone when somebody else sits down in the same class, even under the same nickname', () => {
    seats.keep({ ...fox, token: 'another' });
    expect(rememberedProgress(fox)).toEqual(beginning);
  });

  it('is gone when five newer seats have come', () => {
    for (const code of ['B', 'C', 'D', 'E']) seats.keep(seat(code, 'Luchs'));
    expect(rememberedProgress(fox)).toEqual({ ...reached, lessonId: 'blink' });
    seats.keep(seat('F', 'Luchs'));
    expect(seats.find(fox.code)).toBeUndefined();
    expect(window.localStorage.length).toBe(1);
  });

  it('harms nothing when it is not readable', () => {
    window.localStorage.setItem('steckbrett.progress.AAA-111.Fuchs', '{"goals":');
    expect(rememberedProgress(fox)).toEqual(beginning);
    window.localStorage.setItem('steckbrett.progress.AAA-111.Fuchs', '{"goals": 3}');
    expect(rememberedProgress(fox)).toEqual(beginning);
  });
});
