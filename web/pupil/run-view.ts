import type { IncomingMessage, OutgoingMessage } from '../../device/contract/peer-message.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { ProgramState } from '../../device/contract/reported.ts';
import type { TraceBatch, TraceEvent } from '../../device/contract/trace.ts';
import { afterEvents, type BoardState, emptyBoardState } from '../board/board-state.ts';

type EndReason = Extract<TraceEvent, { kind: 'end' }>['reason'];

/** A line of the console; `at` is µs since the program's start. */
export type ConsoleLine =
  | { readonly kind: 'start'; readonly at: number }
  /** `number`: the text is a number with a decimal point. */
  | { readonly kind: 'print'; readonly at: number; readonly text: string; readonly number?: true }
  | { readonly kind: 'error'; readonly at: number; readonly block: string | null; readonly problem: Problem }
  /** To and from other Pis of the class. */
  | ({ readonly kind: 'sent'; readonly at: number } & OutgoingMessage)
  | ({ readonly kind: 'received'; readonly at: number } & IncomingMessage)
  /** `unsent`: messages to other Pis that did not go out. */
  | { readonly kind: 'gap'; readonly at: number; readonly dropped: number | null; readonly unsent?: true }
  | { readonly kind: 'end'; readonly at: number; readonly reason: EndReason };

/** What the page shows of one board's program: all of it comes from the trace. */
export interface RunView {
  readonly runId: string | null;
  /** Sequence number of the next batch; `null` when the first one that comes is right. */
  readonly next: number | null;
  readonly running: boolean;
  /** It stands still between two blocks until it is told to go on. */
  readonly paused: boolean;
  /** The program's variables, by their names in the source; those of the last run stay until the next begins. */
  readonly variables: ReadonlyMap<string, boolean | number | string>;
  /** Every pin and value that was heard of. */
  readonly board: BoardState;
  /** The block at which each stack stands. */
  readonly stacks: ReadonlyMap<number, string>;
  /** The block that failed. */
  readonly failed: { readonly block: string; readonly problem: Problem } | null;
  readonly lines: readonly ConsoleLine[];
}

/** Lines that the console keeps. */
export const consoleLength = 300;

export const emptyRunView: RunView = {
  runId: null,
  next: null,
  running: false,
  paused: false,
  variables: new Map(),
  board: emptyBoardState,
  stacks: new Map(),
  failed: null,
  lines: [],
};

/** The blocks that glow: where the stacks of a running program stand. */
export function glowingBlocks(view: RunView): ReadonlySet<string> {
  return new Set(view.running ? view.stacks.values() : []);
}

/** A new run begins with a clean console; the pins stay as they are until the trace says otherwise. */
export function beginRun(view: RunView, runId: string): RunView {
  return { ...emptyRunView, board: view.board, runId, running: true };
}

/** Takes a batch of the trace into the view. A batch of another run begins that run. */
export function takeBatch(view: RunView, batch: TraceBatch): RunView {
  const sameRun = view.runId === batch.runId;
  const seenBefore = sameRun && view.next !== null && batch.sequence < view.next;
  if (seenBefore && !batch.resync) return view;
  const begun = sameRun ? view : beginRun(view, batch.runId);
  const hole = sameRun && view.next !== null && batch.sequence > view.next && !batch.resync;
  // A resync tells where every stack stands, and repeats lines; one with the run's start repeats them all.
  const stacks = new Map(batch.resync ? [] : begun.stacks);
  const whole = batch.resync && batch.events.some((event) => event.kind === 'start');
  const lines = whole ? [] : [...begun.lines];
  const known = batch.resync ? (lines.at(-1)?.at ?? -1) : -1;
  const say = (line: ConsoleLine) => {
    if (line.at > known) lines.push(line);
  };
  let { running, paused, variables, failed } = begun;
  if (hole) say({ kind: 'gap', at: batch.events[0]?.at ?? 0, dropped: null });
  for (const event of batch.events) {
    switch (event.kind) {
      case 'start':
        running = true;
        say({ kind: 'start', at: event.at });
        break;
      case 'block':
        if (event.block === null) stacks.delete(event.stack);
        else stacks.set(event.stack, event.block);
        break;
      case 'variable':
        if (variables === begun.variables) variables = new Map(variables);
        (variables as Map<string, boolean | number | string>).set(event.name, event.is);
        break;
      case 'paused':
      case 'resumed':
        paused = event.kind === 'paused';
        break;
      case 'print':
        say({ kind: 'print', at: event.at, text: event.text, ...(event.number ? { number: true } : {}) });
        break;
      case 'error':
        say({ kind: 'error', at: event.at, block: event.block, problem: event.problem });
        if (event.block !== null) failed = { block: event.block, problem: event.problem };
        break;
      case 'sent':
      case 'received':
        say(event);
        break;
      case 'gap':
        if (event.at > known) lines.push(joinGaps(lines, event));
        break;
      case 'end':
        running = false;
        paused = false;
        stacks.clear();
        say({ kind: 'end', at: event.at, reason: event.reason });
        break;
    }
  }
  const next = Math.max(begun.next ?? 0, batch.sequence + 1);
  return {
    runId: batch.runId,
    next,
    running,
    paused,
    variables,
    board: boardAfter(begun.board, batch.events),
    stacks,
    failed,
    lines: lines.slice(-consoleLength),
  };
}

/** The board after what the trace tells of it. */
function boardAfter(board: BoardState, events: readonly TraceEvent[]): BoardState {
  return afterEvents(
    board,
    events.filter((event) => event.kind === 'pin' || event.kind === 'pwm' || event.kind === 'value'),
  );
}

/** A gap right after a gap is one larger gap, so that a fast program does not fill the console with them. */
function joinGaps(lines: ConsoleLine[], gap: Extract<ConsoleLine, { kind: 'gap' }>): ConsoleLine {
  const last = lines.at(-1);
  if (last?.kind !== 'gap' || last.dropped === null || gap.dropped === null) return gap;
  if (last.unsent !== gap.unsent) return gap;
  lines.pop();
  return { ...gap, dropped: last.dropped + gap.dropped };
}

/** What the Pi itself says about its program, for a page that came late or missed the end. */
export function agreeWith(view: RunView, program: ProgramState): RunView {
  if (program.state === 'idle') {
    return view.running ? { ...view, running: false, paused: false, stacks: new Map() } : view;
  }
  const { runId, paused = false } = program;
  if (view.runId !== runId) return { ...beginRun(view, runId), paused };
  return view.paused === paused ? view : { ...view, paused };
}
