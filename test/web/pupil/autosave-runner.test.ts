import { describe, expect, it } from 'vitest';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { type LocalCopy, quietTimes } from '../../../web/pupil/autosave.ts';
import { Autosave, type SaveClock } from '../../../web/pupil/autosave-runner.ts';
import { problemOf } from '../../../web/ui/problem-text.ts';

/** A clock that moves when it is told to. */
class HandClock implements SaveClock {
  #now = 0;
  #timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** Moves on, and lets what follows from each timer happen. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { callback } of due) callback();
    await new Promise((done) => setImmediate(done));
  }
}

/** A server that holds one workspace, and can be away. */
class Desk {
  version = 0;
  blocks: Blocks | null = null;
  away = false;

  async save(base: number, blocks: Blocks): Promise<{ version: number }> {
    if (this.away) throw new ProblemError(problem('no-connection', 'weg', 'gone'));
    if (base !== this.version) throw new ProblemError(problem('workspace-conflict', 'zwei', 'two'));
    this.blocks = blocks;
    return { version: ++this.version };
  }
}

function open(desk: Desk) {
  const clock = new HandClock();
  const store: { copy: LocalCopy | null } = { copy: null };
  const shown: (Blocks | null)[] = [];
  const autosave = new Autosave({
    tab: 'tab',
    copy: null,
    clock,
    problemOf,
    store: {
      async write(copy) {
        store.copy = copy;
        return true;
      },
      async clear() {
        store.copy = null;
      },
    },
    send: (base, blocks) => desk.save(base, blocks),
    show: (blocks) => shown.push(blocks),
    changed: () => {},
  });
  const meet = () =>
    autosave.handle({
      type: 'server',
      connected: true,
      workspace: { version: desk.version, blocks: desk.blocks, savedAt: null, savedBy: null },
    });
  return { autosave, clock, store, shown, meet };
}

describe('a running autosave', () => {
  it('brings a change to the server and then forgets its own copy', async () => {
    const desk = new Desk();
    const { autosave, clock, store, meet } = open(desk);
    meet();
    autosave.handle({ type: 'changed', blocks: { a: 1 } });
    await clock.pass(0);
    expect(store.copy?.blocks).toEqual({ a: 1 });
    await clock.pass(quietTimes.nobody);
    expect(desk.blocks).toEqual({ a: 1 });
    expect(store.copy).toBeNull();
  });

  it('keeps the work while the server is away, and sends it afterwards', async () => {
    const desk = new Desk();
    const { autosave, clock, store, meet } = open(desk);
    meet();
    desk.away = true;
    autosave.handle({ type: 'changed', blocks: { a: 1 } });
    await clock.pass(quietTimes.nobody);
    expect(desk.blocks).toBeNull();
    expect(store.copy?.blocks).toEqual({ a: 1 });
    desk.away = false;
    await clock.pass(500);
    expect(desk.blocks).toEqual({ a: 1 });
    expect(store.copy).toBeNull();
  });

  it('shows what another tab saved', () => {
    const desk = new Desk();
    const { shown, meet } = open(desk);
    desk.version = 3;
    desk.blocks = { b: 2 };
    meet();
    expect(shown).toEqual([{ b: 2 }]);
  });

  it('that is finished sends the last change, also one that came behind another, and keeps nothing', async () => {
    const desk = new Desk();
    const { autosave, clock, store, shown, meet } = open(desk);
    meet();
    autosave.handle({ type: 'changed', blocks: { a: 1 } });
    autosave.handle({ type: 'flush' });
    autosave.handle({ type: 'changed', blocks: { a: 2 } });
    const finished = autosave.finish();
    await clock.pass(quietTimes.nobody);
    await clock.pass(0);
    await finished;
    expect(desk.blocks).toEqual({ a: 2 });
    expect(store.copy).toBeNull();
    desk.version = 9;
    desk.blocks = { b: 2 };
    meet();
    expect(shown).toEqual([]);
  });

  it.each(['away', 'with another version'])(
    'that is finished while the server is %s keeps the work',
    async (how) => {
      const desk = new Desk();
      const { autosave, store, meet } = open(desk);
      meet();
      desk.away = how === 'away';
      if (!desk.away) desk.version = 3;
      autosave.handle({ type: 'changed', blocks: { a: 1 } });
      await autosave.finish();
      expect(desk.blocks).toBeNull();
      expect(store.copy?.blocks).toEqual({ a: 1 });
      await autosave.finish();
    },
  );
});
