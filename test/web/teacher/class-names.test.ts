import { describe, expect, it } from 'vitest';
import { ClassNames } from '../../../web/teacher/class-names.ts';

/** A browser's storage. */
function storage(kept: string | null = null) {
  const items = new Map<string, string>(kept === null ? [] : [['steckbrett.class-names', kept]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}
const byDay = (again: number | null) => (again === null ? 'Klasse 22.11.' : `Klasse 22.11. (${again})`);

describe('the name of a new class', () => {
  it('is of the day, where none is known', () => {
    const names = new ClassNames(storage());
    expect(names.propose([], byDay)).toBe('Klasse 22.11.');
    expect(names.propose(['Klasse 22.11.'], byDay)).toBe('Klasse 22.11. (2)');
    expect(names.propose(['Klasse 22.11.', 'Klasse 22.11. (2)'], byDay)).toBe('Klasse 22.11. (3)');
  });

  it('is that of the last class in this browser which does not run', () => {
    const kept = storage();
    const names = new ClassNames(kept);
    names.remember('7b');
    names.remember('9c');
    expect(new ClassNames(kept).propose([], byDay)).toBe('9c');
    expect(new ClassNames(kept).propose(['9c'], byDay)).toBe('7b');
    expect(new ClassNames(kept).free(['9c'])).toEqual(['7b']);
  });

  it('is kept once, and not for ever', () => {
    const names = new ClassNames(storage());
    for (const name of ['1', '2', '3', '4', '5', '6', '7', '3']) names.remember(name);
    expect(names.free([])).toEqual(['3', '7', '6', '5', '4', '2']);
  });

  it.each([null, 'no JSON', '{}', '[1, null]'])('is of the day where storage holds %j', (kept) => {
    expect(new ClassNames(storage(kept)).propose([], byDay)).toBe('Klasse 22.11.');
  });

  it('is remembered by a page whose browser forbids storage', () => {
    const names = new ClassNames(null);
    names.remember('7b');
    expect(names.propose([], byDay)).toBe('7b');
  });
});
