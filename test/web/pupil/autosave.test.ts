import { describe, expect, it } from 'vitest';
import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { Blocks, WorkspaceView } from '../../../server/live/contract/live.ts';
import {
  answerTime,
  dueAt,
  type LocalCopy,
  quietTimes,
  type SaveEffect,
  type SaveEvent,
  type SaveState,
  saveStatus,
  startSaving,
  stepSaving,
} from '../../../web/pupil/autosave.ts';

const empty: Blocks = {};
const mine: Blocks = { blocks: { a: 1, b: 2 } };
const mineAgain: Blocks = { blocks: { b: 2, a: 1 } };
const more: Blocks = { blocks: { a: 1, b: 2, c: 3 } };
const theirs: Blocks = { blocks: { x: 9 } };

const noConnection = problem('no-connection', 'weg', 'gone');
const conflict = problem('workspace-conflict', 'zwei', 'two');
const notDriving = problem('not-driving', 'nein', 'no');
const tooLarge = problem('workspace-too-large', 'zu groß', 'too large');

function server(version: number, blocks: Blocks | null, savedBy: string | null = 'other'): WorkspaceView {
  return { version, blocks, savedAt: version === 0 ? null : 1, savedBy };
}

const connect = (version: number, blocks: Blocks | null, savedBy?: string): SaveEvent => ({
  type: 'server',
  workspace: server(version, blocks, savedBy),
  connected: true,
});
const hear = (version: number, blocks: Blocks, savedBy?: string): SaveEvent => ({
  type: 'server',
  workspace: server(version, blocks, savedBy),
});
/** The teacher puts the work back to the lesson's beginning. */
const replace = (version: number): SaveEvent => ({
  type: 'replaced',
  workspace: { version, blocks: null, savedAt: 1, savedBy: null },
});
const change = (blocks: Blocks): SaveEvent => ({ type: 'changed', blocks });
const acknowledge = (version: number): SaveEvent => ({ type: 'acknowledged', version });
const fail = (what: Problem): SaveEvent => ({ type: 'failed', problem: what });
const tick: SaveEvent = { type: 'tick' };

/** Plays events, the clock jumping to each `tick`'s due time; gives the state and the last event's effects. */
function play(events: readonly SaveEvent[], copy: LocalCopy | null = null) {
  let state: SaveState = startSaving('tab', copy);
  let effects: SaveEffect[] = [];
  let now = 1000;
  for (const event of events) {
    if (event.type === 'tick') now = Math.max(now, dueAt(state) ?? now);
    ({ state, effects } = stepSaving(state, event, now));
  }
  return { state, effects, now, did: effects.map(({ type }) => type) };
}

const copyOf = (blocks: Blocks, base: number): LocalCopy => ({ base, blocks, tab: 'tab', edits: 1 });

describe('autosave', () => {
  const cases: {
    name: string;
    copy?: LocalCopy;
    events: SaveEvent[];
    did: SaveEffect['type'][];
    status: ReturnType<typeof saveStatus>;
    base?: number;
  }[] = [
    { name: 'a new seat has nothing to save', events: [connect(0, null)], did: [], status: 'saved' },
    {
      name: 'saved work is shown',
      events: [connect(4, mine)],
      did: ['forget', 'show'],
      status: 'saved',
      base: 4,
    },
    {
      name: 'what a teacher sends is shown',
      events: [connect(4, mine), replace(5)],
      did: ['forget', 'show'],
      status: 'saved',
      base: 5,
    },
    {
      name: 'what was not saved when a teacher sent something goes to the history, and is no conflict',
      events: [connect(4, mine), change(more), replace(5)],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 5,
    },
    {
      name: 'so does what was on its way, whose refusal comes after it',
      events: [connect(4, mine), change(more), tick, replace(5), fail(conflict)],
      did: [],
      status: 'saved',
      base: 5,
    },
    {
      name: 'a page that was away finds the beginning, not a conflict',
      events: [connect(4, mine), { type: 'disconnected' }, change(more), connect(5, null)],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 5,
    },
    {
      name: 'so does one that was closed with unsent work',
      copy: copyOf(mine, 4),
      events: [connect(5, null)],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 5,
    },
    {
      name: 'work of another lesson is no conflict either, when a partner has already begun there',
      events: [
        connect(4, mine),
        change(more),
        { type: 'replaced', workspace: server(7, theirs), connected: true },
      ],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 7,
    },
    {
      name: 'what the teacher sent takes nothing from a pupil who went on from there when it is heard again',
      events: [connect(4, mine), replace(5), change(more), replace(5)],
      did: [],
      status: 'saving',
      base: 5,
    },
    {
      name: 'two versions that wait for a choice are over when the teacher sends something',
      events: [connect(4, mine), change(more), hear(5, theirs), replace(6)],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 6,
    },
    {
      name: 'a change is kept at once',
      events: [connect(0, null), change(mine)],
      did: ['keep'],
      status: 'saving',
    },
    {
      name: 'a change is sent after a quiet moment',
      events: [connect(0, null), change(mine), tick],
      did: ['send'],
      status: 'saving',
      base: 0,
    },
    {
      name: 'the answer makes it safe, and the copy goes',
      events: [connect(0, null), change(mine), tick, acknowledge(1)],
      did: ['forget'],
      status: 'saved',
      base: 1,
    },
    {
      name: 'what changed during a save is kept and goes next',
      events: [connect(0, null), change(mine), tick, change(more), acknowledge(1)],
      did: ['keep'],
      status: 'saving',
      base: 1,
    },
    {
      name: '… and is sent on the new version',
      events: [connect(0, null), change(mine), tick, change(more), acknowledge(1), tick],
      did: ['send'],
      status: 'saving',
      base: 1,
    },
    {
      name: 'only one save is under way',
      events: [connect(0, null), change(mine), tick, change(more), { type: 'flush' }],
      did: [],
      status: 'saving',
    },
    {
      name: 'leaving the page sends at once',
      events: [connect(0, null), change(mine), { type: 'flush' }],
      did: ['send'],
      status: 'saving',
    },
    {
      name: 'without a connection the change stays here',
      events: [connect(0, null), { type: 'disconnected' }, change(mine), tick],
      did: [],
      status: 'offline',
    },
    {
      name: '… and is sent when the server is back',
      events: [connect(2, mine), { type: 'disconnected' }, change(more), connect(2, mine), tick],
      did: ['send'],
      status: 'saving',
      base: 2,
    },
    {
      name: 'a lost answer is noticed by its name',
      events: [connect(0, null), change(mine), tick, { type: 'disconnected' }, connect(1, mineAgain, 'tab')],
      did: ['forget'],
      status: 'saved',
      base: 1,
    },
    {
      name: 'a lost answer, with more work since, sends the rest',
      events: [
        connect(0, null),
        change(mine),
        tick,
        { type: 'disconnected' },
        change(more),
        connect(1, mine, 'tab'),
        tick,
      ],
      did: ['send'],
      status: 'saving',
      base: 1,
    },
    {
      name: 'an answer that never comes is tried again',
      events: [connect(0, null), change(mine), tick, tick, tick],
      did: ['send'],
      status: 'offline',
    },
    {
      name: 'a failed save is tried again',
      events: [connect(0, null), change(mine), tick, fail(noConnection), tick],
      did: ['send'],
      status: 'offline',
    },
    {
      name: 'another tab’s save is shown when nothing is unsaved here',
      events: [connect(1, mine), hear(2, theirs)],
      did: ['forget', 'show'],
      status: 'saved',
      base: 2,
    },
    {
      name: 'another tab’s save of the same work is no conflict',
      events: [connect(1, empty), change(mine), hear(2, mineAgain)],
      did: ['forget'],
      status: 'saved',
      base: 2,
    },
    {
      name: 'when both have changed, the pupil chooses',
      events: [connect(1, mine), change(more), hear(2, theirs)],
      did: ['deposit'],
      status: 'conflict',
    },
    {
      name: 'nothing is sent before the choice',
      events: [connect(1, mine), change(more), hear(2, theirs), tick, { type: 'flush' }],
      did: [],
      status: 'conflict',
    },
    {
      name: 'mine goes on top of theirs',
      events: [connect(1, mine), change(more), hear(2, theirs), { type: 'chosen', which: 'mine' }],
      did: ['send'],
      status: 'saving',
      base: 2,
    },
    {
      name: 'theirs is shown',
      events: [connect(1, mine), change(more), hear(2, theirs), { type: 'chosen', which: 'theirs' }],
      did: ['deposit', 'forget', 'show'],
      status: 'saved',
      base: 2,
    },
    {
      name: 'a refusal for another version waits for that version',
      events: [connect(1, mine), change(more), tick, fail(conflict), hear(2, theirs)],
      did: ['deposit'],
      status: 'conflict',
    },
    {
      name: 'the other version may come before the refusal',
      events: [connect(1, mine), change(more), tick, hear(2, theirs), fail(conflict)],
      did: [],
      status: 'conflict',
    },
    {
      name: 'a final refusal is shown and not repeated',
      events: [connect(0, null), change(mine), tick, fail(tooLarge), tick],
      did: [],
      status: 'refused',
    },
    {
      name: '… until the work changes',
      events: [connect(0, null), change(mine), tick, fail(tooLarge), change(more), tick],
      did: ['send'],
      status: 'saving',
    },
    {
      name: 'unsent work of an earlier page goes to the server',
      copy: copyOf(mine, 3),
      events: [connect(3, empty), tick],
      did: ['send'],
      status: 'saving',
      base: 3,
    },
    {
      name: 'unsent work that the server has after all is forgotten',
      copy: copyOf(mine, 3),
      events: [connect(4, mine, 'tab')],
      did: ['forget'],
      status: 'saved',
      base: 4,
    },
    {
      name: 'an earlier page’s save, with more work since, sends the rest',
      copy: copyOf(more, 3),
      events: [connect(4, mine, 'tab'), tick],
      did: ['send'],
      status: 'saving',
      base: 4,
    },
    {
      name: 'unsent work on an older version is a choice',
      copy: copyOf(mine, 3),
      events: [connect(5, theirs)],
      did: ['deposit'],
      status: 'conflict',
    },
    {
      name: 'a change of one who does not drive is put aside, and the driver’s work shown',
      events: [connect(1, mine), hear(2, theirs), change(more), tick, fail(notDriving)],
      did: ['forget', 'show'],
      status: 'saved',
      base: 2,
    },
    {
      name: 'what the browser cannot keep is safe while the server has it',
      events: [connect(1, mine), { type: 'kept', kept: false }],
      did: [],
      status: 'saved',
    },
    {
      name: '… and is nowhere but in the page without a connection',
      events: [connect(1, mine), { type: 'kept', kept: false }, { type: 'disconnected' }, change(more)],
      did: ['keep'],
      status: 'forgetful',
    },
    {
      name: '… or when the server does not take it',
      events: [connect(1, mine), { type: 'kept', kept: false }, change(more), tick, fail(tooLarge)],
      did: [],
      status: 'forgetful',
    },
    {
      name: '… until the server has it again',
      events: [
        connect(1, mine),
        { type: 'kept', kept: false },
        { type: 'disconnected' },
        change(more),
        connect(1, mine),
        tick,
        acknowledge(2),
      ],
      did: ['forget'],
      status: 'saved',
    },
    {
      name: 'a server that came back from a backup gets the newer work',
      events: [connect(5, mine), { type: 'disconnected' }, connect(2, empty), tick],
      did: ['send'],
      status: 'saving',
      base: 2,
    },
  ];

  it.each(cases)('$name', ({ events, copy, did, status, base }) => {
    const played = play(events, copy ?? null);
    expect(played.did).toEqual(did);
    expect(saveStatus(played.state)).toBe(status);
    if (base !== undefined) expect(played.state.base).toBe(base);
  });

  it('waits for a quiet moment after each change', () => {
    const { state, now } = play([connect(0, null), change(mine), change(more)]);
    expect(dueAt(state)).toBe(now + quietTimes.nobody);
  });

  it.each([
    ['partner', 40],
    ['teacher', 150],
  ] as const)('waits no longer than a %s who looks on would notice', (by, noticed) => {
    const { state, now } = play([connect(0, null), { type: 'watched', by }, change(mine)]);
    expect((dueAt(state) ?? 0) - now).toBe(quietTimes[by]);
    expect(quietTimes[by]).toBeLessThanOrEqual(noticed);
  });

  it('rests as long as the server’s bounds want, whatever changes meanwhile', () => {
    const sent = [
      connect(0, null),
      { type: 'watched', by: 'partner' } as const,
      change(mine),
      tick,
      change(more),
    ];
    const { state, now } = play([...sent, { type: 'acknowledged', version: 1, restMs: 900 }]);
    expect((dueAt(state) ?? 0) - now).toBe(900);
  });

  it('says why a change was put aside until there is another', () => {
    const aside = [connect(1, mine), change(more), tick, fail(notDriving)];
    expect(play(aside).state.setAside).toBe(notDriving);
    expect(play(aside).state.blocks).toEqual(mine);
    expect(play([...aside, change(more)]).state.setAside).toBeNull();
    expect(play([...aside, { type: 'read' }]).state.setAside).toBeNull();
  });

  it('counts on from what an earlier page had counted, because clocks may be wrong', () => {
    const { effects } = play([connect(3, empty), change(more)], { ...copyOf(mine, 3), edits: 7 });
    expect(effects).toEqual([{ type: 'keep', copy: { base: 3, blocks: more, tab: 'tab', edits: 8 } }]);
  });

  it('waits for an answer, and gives up after its time', () => {
    const { state, now } = play([connect(0, null), change(mine), tick]);
    expect(dueAt(state)).toBe(now + answerTime);
  });

  it('waits longer after each failure, up to ten seconds', () => {
    const pauses: number[] = [];
    const events: SaveEvent[] = [connect(0, null), change(mine)];
    for (let failure = 0; failure < 7; failure++) {
      events.push(tick, fail(noConnection));
      const { state, now } = play(events);
      pauses.push((dueAt(state) ?? 0) - now);
    }
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it.each(['too-many-requests', 'server-error'])('tries again after %s', (code) => {
    const { did } = play([connect(0, null), change(mine), tick, fail(problem(code, 'nein', 'no')), tick]);
    expect(did).toEqual(['send']);
  });

  it('wants nothing more when another tab has saved the same just now', () => {
    const { state, did } = play([connect(1, mine), change(more), hear(2, more)]);
    expect(did).toEqual(['forget']);
    expect(dueAt(state)).toBeNull();
  });

  it('has a connection again when the pupil has chosen after a refused save', () => {
    const refused = [connect(1, mine), change(more), tick, hear(2, theirs), fail(conflict)];
    expect(saveStatus(play([...refused, { type: 'chosen', which: 'theirs' }]).state)).toBe('saved');
  });

  it('keeps both versions while the pupil chooses', () => {
    const { state } = play([connect(1, mine), change(more), hear(2, theirs)]);
    expect([state.blocks, state.theirs?.blocks]).toEqual([more, theirs]);
  });
});
