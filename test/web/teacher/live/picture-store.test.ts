import { describe, expect, it } from 'vitest';
import {
  type DrawnStack,
  PictureStore,
  type StackPainter,
} from '../../../../web/teacher/live/picture-store.ts';
import { SeatWorks } from '../../../../web/teacher/live/seat-works.ts';

const wiring = { parts: [] };

function start(options: { fails?: () => boolean } = {}) {
  const drawn: string[] = [];
  const events: string[] = [];
  const painter: StackPainter = {
    learn: async () => {},
    draw: (json) => {
      if (json.includes('broken')) throw new Error('no such block');
      drawn.push(json);
      events.push('draw');
      return { words: json } as unknown as DrawnStack;
    },
  };
  const store = new PictureStore(
    async () => {
      if (options.fails?.()) throw new TypeError('not loaded');
      return painter;
    },
    async () => void events.push('pause'),
  );
  return { store, drawn, events };
}

describe('the pictures of stacks', () => {
  it('are drawn once for all cards that show the same, with a pause after each', async () => {
    const { store, drawn, events } = start();
    await Promise.all(['"a"', '"b"', '"a"'].map((json) => store.picture(json, wiring, 'de')));
    await store.picture('"c"', wiring, 'de');
    expect(drawn).toEqual(['"a"', '"b"', '"c"']);
    expect(events.slice(0, 5)).toEqual(['draw', 'pause', 'draw', 'pause', 'draw']);
  });

  it('are drawn anew in another language', async () => {
    const { store, drawn } = start();
    await store.picture('"a"', wiring, 'de');
    await store.picture('"a"', wiring, 'en');
    expect(drawn).toHaveLength(2);
  });

  it('leave out a stack that can’t be drawn, and go on', async () => {
    const { store } = start();
    expect(await store.picture('"broken"', wiring, 'de')).toBeNull();
    expect(await store.picture('"a"', wiring, 'de')).not.toBeNull();
  });

  it('are asked for again when what draws them could not be loaded', async () => {
    let offline = true;
    const { store } = start({ fails: () => offline });
    await expect(store.picture('"a"', wiring, 'de')).rejects.toThrow('not loaded');
    offline = false;
    expect(await store.picture('"a"', wiring, 'de')).not.toBeNull();
  });
});

describe('the work of the seats', () => {
  it('is told to those who show it, and never goes back to what came late', () => {
    const works = new SeatWorks();
    let told = 0;
    const end = works.listen('a', () => {
      told += 1;
    });
    works.put('a', { version: 2, blocks: null });
    works.put('a', { version: 1, blocks: {} });
    works.put('b', { version: 1, blocks: {} });
    expect(works.get('a')?.version).toBe(2);
    end();
    works.put('a', { version: 3, blocks: {} });
    expect(told).toBe(1);
  });

  it('takes what the server says after a lost connection, though it be less', () => {
    const works = new SeatWorks();
    works.put('a', { version: 7, blocks: {} });
    works.restart();
    works.put('a', { version: 3, blocks: null });
    expect(works.get('a')?.version).toBe(3);
  });
});
