import type { Problem } from '../../device/contract/problem.ts';
import type { Blocks, WorkspaceView } from '../../server/live/contract/live.ts';
import { sameBlocks } from './same-blocks.ts';

/** Work that the server may not have yet, as it is kept in the browser. */
export interface LocalCopy {
  /** The server's version that these blocks stand on. */
  readonly base: number;
  readonly blocks: Blocks;
  /** The tab that made it. */
  readonly tab: string;
  /** How many changes that tab had made: of two copies on one version, that of more changes is the newer. A clock may be wrong. */
  readonly edits: number;
  /** The seat's lesson then; copies of older pages do not tell. */
  readonly lessonId?: string | undefined;
}

/** Who sees each change: a teacher a small picture of the work, a partner the work itself. */
export type WatchedBy = 'nobody' | 'teacher' | 'partner';

/** Where a pupil's work stands between page, browser and server. Times are ms on the injected clock, which never goes back. */
export interface SaveState {
  readonly tab: string;
  /** The server's version that the page's blocks stand on. */
  readonly base: number;
  readonly blocks: Blocks | null;
  /** Counts the changes made here; equal to `saved` when the server has them all. */
  readonly edit: number;
  readonly saved: number;
  readonly connected: boolean;
  /** The save that was sent and not answered yet, or whose answer never came. */
  readonly sent: { readonly edit: number; readonly waitsUntil: number | null } | null;
  /** When to send next; `null`: not before something happens. */
  readonly sendAt: number | null;
  /** Failed attempts in a row. */
  readonly failures: number;
  /** The server's work, when both have changed and the pupil must choose. */
  readonly theirs: WorkspaceView | null;
  /** Why the server does not take the work, for a reason that trying again would not change. */
  readonly refused: Problem | null;
  /** Why a change of this page was put aside, until it was read, or until the next one. It is in the history. */
  readonly setAside: Problem | null;
  /** What the server told last. */
  readonly heard: WorkspaceView | null;
  /** Who looks on. */
  readonly watched: WatchedBy;
  /** The browser keeps nothing, so that work which the server has not is lost with the page. */
  readonly forgetful: boolean;
}

/** What happens to the work. */
export type SaveEvent =
  | { readonly type: 'changed'; readonly blocks: Blocks }
  /** The server's state, after a (re)connection or when another tab saved. */
  | { readonly type: 'server'; readonly workspace: WorkspaceView; readonly connected?: true }
  /** The teacher put other work in the place of the page's: that is no conflict, what is unsent goes to the history. */
  | { readonly type: 'replaced'; readonly workspace: WorkspaceView; readonly connected?: true }
  | { readonly type: 'disconnected' }
  /** `restMs`: the next save may not go out before. */
  | { readonly type: 'acknowledged'; readonly version: number; readonly restMs?: number }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'chosen'; readonly which: 'mine' | 'theirs' }
  | { readonly type: 'watched'; readonly by: WatchedBy }
  /** The pupil has read why a change was put aside. */
  | { readonly type: 'read' }
  /** The browser could not keep the copy, or now could. */
  | { readonly type: 'kept'; readonly kept: boolean }
  /** The page is being left: what is not sent goes now. */
  | { readonly type: 'flush' }
  /** The time of `dueAt` has come. */
  | { readonly type: 'tick' };

/** What the page has to do after an event. */
export type SaveEffect =
  | { readonly type: 'keep'; readonly copy: LocalCopy }
  | { readonly type: 'forget' }
  | { readonly type: 'send'; readonly base: number; readonly blocks: Blocks }
  /** For the history only: the server has another version, so it does not take this one over. */
  | { readonly type: 'deposit'; readonly base: number; readonly blocks: Blocks }
  | { readonly type: 'show'; readonly blocks: Blocks | null };

/**
 * Quiet time after the last change before it is sent, ms. A teacher looks at a whole class at once, for whom a key held
 * down must not be thirty saves a second; nobody sees the difference in a small picture.
 */
export const quietTimes: Readonly<Record<WatchedBy, number>> = { nobody: 350, teacher: 120, partner: 10 };
/** An answer that takes longer is given up, ms. */
export const answerTime = 5000;
const firstRetry = 500;
const longestRetry = 10_000;
/** Problems that pass by themselves, so that the work is sent again. */
const passing: ReadonlySet<string> = new Set([
  'no-connection',
  'too-many-requests',
  'server-error',
  'page-error',
]);

/** The state at the page's start; `copy` is what an earlier page could not send. */
export function startSaving(tab: string, copy: LocalCopy | null): SaveState {
  return {
    tab,
    base: copy?.base ?? 0,
    blocks: copy?.blocks ?? null,
    // A copy of an earlier page counts as a change, whatever is in it.
    edit: copy ? Math.max(1, copy.edits || 0) : 0,
    saved: 0,
    connected: false,
    // An earlier page may have sent it without hearing the answer.
    sent: copy ? { edit: Math.max(1, copy.edits || 0), waitsUntil: null } : null,
    sendAt: null,
    failures: 0,
    theirs: null,
    refused: null,
    setAside: null,
    heard: null,
    watched: 'nobody',
    forgetful: false,
  };
}

/** When the machine wants a `tick`; `null` when it waits for something else. */
export function dueAt(state: SaveState): number | null {
  return state.sent?.waitsUntil ?? (mayAttempt(state) ? state.sendAt : null);
}

/** What the pupil sees of it. */
export type SaveStatus = 'saved' | 'saving' | 'offline' | 'conflict' | 'refused' | 'forgetful';

export function saveStatus(state: SaveState): SaveStatus {
  if (state.theirs) return 'conflict';
  // Nowhere but in this page: that is worse than a reason why.
  if (state.forgetful && isUnsent(state) && (state.refused || isOffline(state))) return 'forgetful';
  if (state.refused) return 'refused';
  // A save that does not get through is no connection, whatever the socket still believes.
  if (isOffline(state)) return 'offline';
  return state.edit > state.saved ? 'saving' : 'saved';
}

/** One step of the machine. */
export function stepSaving(
  state: SaveState,
  event: SaveEvent,
  now: number,
): { state: SaveState; effects: SaveEffect[] } {
  switch (event.type) {
    case 'changed': {
      const quiet = quietTimes[state.watched];
      const next = {
        ...state,
        blocks: event.blocks,
        edit: state.edit + 1,
        refused: null,
        setAside: null,
        // Not sooner than a rest or a failure before has allowed.
        sendAt: Math.max(state.sent || state.failures > 0 ? (state.sendAt ?? 0) : 0, now + quiet),
      };
      return { state: next, effects: [keep(next)] };
    }
    case 'server':
      return hearServer(
        event.connected ? { ...state, connected: true, failures: 0 } : state,
        event.workspace,
        now,
      );
    case 'replaced':
      return hearReplaced(
        event.connected ? { ...state, connected: true, failures: 0 } : state,
        event.workspace,
      );
    case 'disconnected':
      return only({ ...state, connected: false, sent: state.sent && { ...state.sent, waitsUntil: null } });
    case 'acknowledged':
      if (!state.sent) return only(state);
      return settle(
        { ...state, base: event.version, saved: state.sent.edit, sent: null, failures: 0 },
        now,
        event.restMs,
      );
    case 'failed':
      return hearFailure(state, event.problem, now);
    case 'chosen':
      return choose(state, event.which, now);
    case 'watched':
      return only({ ...state, watched: event.by });
    case 'read':
      return only({ ...state, setAside: null });
    case 'kept':
      return only({ ...state, forgetful: !event.kept });
    case 'flush':
      return mayAttempt(state) && !isWaiting(state) && isUnsent(state) ? send(state, now) : only(state);
    case 'tick': {
      if (state.sent?.waitsUntil != null && now >= state.sent.waitsUntil) return only(retryLater(state, now));
      const due = state.sendAt !== null && now >= state.sendAt;
      return due && mayAttempt(state) && !isWaiting(state) && isUnsent(state)
        ? send(state, now)
        : only(state);
    }
  }
}

function hearServer(before: SaveState, workspace: WorkspaceView, now: number) {
  const state = { ...before, heard: workspace };
  const { version, blocks, savedBy } = workspace;
  const unsent = isUnsent(state);
  if (state.sent && savedBy === state.tab && version > state.base) {
    // What an earlier page sent may be older than what it kept.
    const whole = blocks !== null && state.blocks !== null && sameBlocks(blocks, state.blocks);
    const saved = whole ? state.edit : Math.min(state.sent.edit, state.edit - 1);
    return settle({ ...state, base: version, saved, sent: null, theirs: null }, now);
  }
  if (version === state.base) {
    if (unsent) return settle(state, now);
    const first = state.blocks === null && blocks !== null;
    return first ? show(state, workspace) : only(state);
  }
  if (blocks !== null && state.blocks !== null && sameBlocks(blocks, state.blocks)) {
    const agreed = { ...state, base: version, saved: state.edit, sent: null, theirs: null, failures: 0 };
    return settle(agreed, now);
  }
  // Only a teacher puts work back to the beginning.
  if (blocks === null && version > state.base) return hearReplaced(state, workspace);
  if (unsent) {
    // Whatever the pupil chooses, and even if they never do: their side is in the history.
    return { state: { ...state, theirs: workspace, sendAt: null }, effects: deposit(state) };
  }
  // A server that went back to a backup has less than this page shows: the page's work is the newer.
  if (version < state.base && state.blocks !== null) {
    return settle({ ...state, base: version, edit: state.edit + 1, theirs: null }, now);
  }
  return show(state, workspace);
}

function hearReplaced(before: SaveState, workspace: WorkspaceView) {
  const state = { ...before, heard: workspace };
  // It was heard already, and the pupil may have gone on from there.
  if (workspace.version <= state.base) return only(state);
  const shown = show({ ...state, sent: null }, workspace);
  return isUnsent(state) ? { ...shown, effects: [...deposit(state), ...shown.effects] } : shown;
}

function hearFailure(state: SaveState, problem: Problem, now: number) {
  if (!state.sent) return only(state);
  if (passing.has(problem.code)) return only(retryLater(state, now));
  // The other version comes, or came, as `workspace:changed`; until then nothing is sent.
  if (problem.code === 'workspace-conflict')
    return only(retryLater({ ...state, sent: null }, now, longestRetry));
  if (problem.code === 'not-driving' && state.heard) {
    // The server has put it into the history; the work is the driver's.
    const shown = show({ ...state, sent: null }, state.heard);
    return { ...shown, state: { ...shown.state, setAside: problem } };
  }
  return only({ ...state, sent: null, sendAt: null, refused: problem });
}

function choose(state: SaveState, which: 'mine' | 'theirs', now: number) {
  const { theirs } = state;
  if (!theirs) return only(state);
  if (which === 'theirs') {
    const shown = show({ ...state, sent: null }, theirs);
    return { ...shown, effects: [...deposit(state), ...shown.effects] };
  }
  return send({ ...state, base: theirs.version, theirs: null, sent: null }, now);
}

/** Sends what is still unsent, else the work is safe and the browser's copy can go. */
function settle(state: SaveState, now: number, restMs = 0): { state: SaveState; effects: SaveEffect[] } {
  if (!isUnsent(state)) return { state: { ...state, sendAt: null }, effects: [{ type: 'forget' }] };
  const waiting = { ...state, sent: isWaiting(state) ? state.sent : null };
  return {
    state: { ...waiting, sendAt: Math.max(state.sendAt ?? now, now + restMs) },
    effects: [keep(waiting)],
  };
}

function show(state: SaveState, { version, blocks }: WorkspaceView) {
  const edit = state.edit + 1;
  const shown = {
    ...state,
    base: version,
    blocks,
    edit,
    saved: edit,
    theirs: null,
    refused: null,
    sendAt: null,
    failures: 0,
  };
  return { state: shown, effects: [{ type: 'forget' } as const, { type: 'show', blocks } as const] };
}

function send(state: SaveState, now: number): { state: SaveState; effects: SaveEffect[] } {
  if (state.blocks === null) return only(state);
  const sent = { edit: state.edit, waitsUntil: now + answerTime };
  return {
    state: { ...state, sent, sendAt: null },
    effects: [{ type: 'send', base: state.base, blocks: state.blocks }],
  };
}

function retryLater(state: SaveState, now: number, atLeast = 0): SaveState {
  const pause = Math.max(atLeast, Math.min(longestRetry, firstRetry * 2 ** state.failures));
  return {
    ...state,
    sent: state.sent && { ...state.sent, waitsUntil: null },
    sendAt: now + pause,
    failures: state.failures + 1,
  };
}

function keep({ base, blocks, tab, edit }: SaveState): SaveEffect {
  return { type: 'keep', copy: { base, blocks: blocks ?? {}, tab, edits: edit } };
}

function deposit({ base, blocks }: SaveState): SaveEffect[] {
  return blocks === null ? [] : [{ type: 'deposit', base, blocks }];
}

const isUnsent = (state: SaveState) => state.edit > state.saved;
const isOffline = (state: SaveState) => !state.connected || state.failures > 0;
const isWaiting = (state: SaveState) => state.sent?.waitsUntil != null;
const mayAttempt = (state: SaveState) => state.connected && !state.theirs && !state.refused;
const only = (state: SaveState): { state: SaveState; effects: SaveEffect[] } => ({ state, effects: [] });
