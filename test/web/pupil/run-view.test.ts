import { describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import type { TraceBatch, TraceEvent } from '../../../device/contract/trace.ts';
import {
  agreeWith,
  beginRun,
  consoleLength,
  emptyRunView,
  glowingBlocks,
  takeBatch,
} from '../../../web/pupil/run-view.ts';

const batch = (sequence: number, events: TraceEvent[], more: Partial<TraceBatch> = {}): TraceBatch => ({
  runId: 'run-0001',
  sequence,
  events,
  ...more,
});
const start: TraceEvent = { at: 0, kind: 'start' };
const block = (at: number, stack: number, id: string | null): TraceEvent => ({
  at,
  kind: 'block',
  stack,
  block: id,
});
const print = (at: number, text: string): TraceEvent => ({ at, kind: 'print', text });
const pin = (at: number, gpio: number, level: 0 | 1): TraceEvent => ({ at, kind: 'pin', gpio, level });
const end: TraceEvent = { at: 9, kind: 'end', reason: 'finished' };

const viewAfter = (...batches: TraceBatch[]) => batches.reduce(takeBatch, emptyRunView);

describe('what a page shows of a run', () => {
  it('lets the block of each stack glow', () => {
    const view = viewAfter(
      batch(0, [start, block(1, 0, 'a'), block(1, 1, 'b')]),
      batch(1, [block(2, 0, 'c')]),
    );
    expect([...glowingBlocks(view)].sort()).toEqual(['b', 'c']);
  });

  it('lets a stack that is done go dark', () => {
    const view = viewAfter(batch(0, [start, block(1, 0, 'a'), block(2, 0, null)]));
    expect(glowingBlocks(view).size).toBe(0);
  });

  it('goes dark at the end', () => {
    const view = viewAfter(batch(0, [start, block(1, 0, 'a')]), batch(1, [end]));
    expect([view.running, glowingBlocks(view).size]).toEqual([false, 0]);
  });

  it('knows the level of every pin that was heard of', () => {
    const view = viewAfter(batch(0, [start, pin(1, 18, 1), pin(2, 23, 1), pin(3, 18, 0)]));
    expect([...view.board.levels]).toEqual([
      [18, 0],
      [23, 1],
    ]);
  });

  it('keeps levels when a new run begins, and clears the console', () => {
    const view = beginRun(viewAfter(batch(0, [start, pin(1, 25, 1), print(2, 'hallo')])), 'run-0002');
    expect([view.board.levels.get(25), view.lines.length, view.running]).toEqual([1, 0, true]);
  });

  it('tells what was sent to other Pis, what came from them, and what did not go out', () => {
    const view = viewAfter(
      batch(0, [start, { at: 1, kind: 'sent', to: 'all', name: 'hallo', value: 3 }]),
      batch(1, [{ at: 2, kind: 'received', from: 'Otter', name: 'hallo' }]),
      batch(2, [
        { at: 3, kind: 'gap', dropped: 4, unsent: true },
        { at: 4, kind: 'gap', dropped: 1, unsent: true },
        { at: 5, kind: 'gap', dropped: 7 },
      ]),
    );
    expect(view.lines.slice(1)).toEqual([
      { kind: 'sent', at: 1, to: 'all', name: 'hallo', value: 3 },
      { kind: 'received', at: 2, from: 'Otter', name: 'hallo' },
      { kind: 'gap', at: 4, dropped: 5, unsent: true },
      { kind: 'gap', at: 5, dropped: 7 },
    ]);
  });

  it('tells a run of gaps as one, however many batches it spans', () => {
    const view = viewAfter(
      batch(0, [start, { at: 1, kind: 'gap', dropped: 20 }]),
      batch(1, [{ at: 2, kind: 'gap', dropped: 21 }]),
      batch(2, [print(3, 'hallo'), { at: 4, kind: 'gap', dropped: 5 }]),
    );
    expect(view.lines.filter((line) => line.kind === 'gap').map((line) => line.dropped)).toEqual([41, 5]);
  });

  it('marks the block that failed, and says why', () => {
    const what = problem('part-not-wired', 'nicht verkabelt', 'not wired');
    const view = viewAfter(
      batch(0, [
        start,
        { at: 1, kind: 'error', block: 'a', problem: what },
        { ...end, reason: 'error' } as TraceEvent,
      ]),
    );
    expect(view.failed).toEqual({ block: 'a', problem: what });
    expect(view.lines.map(({ kind }) => kind)).toEqual(['start', 'error', 'end']);
  });

  it('shows a hole in the batches', () => {
    const view = viewAfter(batch(0, [start]), batch(3, [print(5, 'spät')]));
    expect(view.lines.map(({ kind }) => kind)).toEqual(['start', 'gap', 'print']);
  });

  it('shows no hole to a page that came late', () => {
    const view = viewAfter(batch(7, [print(5, 'spät')]));
    expect(view.lines.map(({ kind }) => kind)).toEqual(['print']);
  });

  it('passes over a batch that it has seen', () => {
    const first = batch(0, [start, print(1, 'eins')]);
    expect(viewAfter(first, first).lines).toHaveLength(2);
  });

  it('takes a whole trace that is told again as it is, without doubling lines', () => {
    const events = [start, print(1, 'eins'), print(2, 'zwei'), block(2, 0, 'a')];
    const view = viewAfter(batch(0, events), batch(4, events, { resync: true }));
    expect(view.lines.map(({ kind }) => kind)).toEqual(['start', 'print', 'print']);
    expect([...glowingBlocks(view)]).toEqual(['a']);
  });

  it('takes from a repeated part only what is new', () => {
    const view = viewAfter(
      batch(0, [start, print(1, 'eins'), block(1, 0, 'a'), block(1, 1, 'b')]),
      batch(5, [print(1, 'eins'), print(8, 'neu'), block(8, 1, 'c')], { resync: true }),
    );
    expect(view.lines.map((line) => (line.kind === 'print' ? line.text : line.kind))).toEqual([
      'start',
      'eins',
      'neu',
    ]);
    expect([...glowingBlocks(view)]).toEqual(['c']);
  });

  it('begins anew with a batch of another run', () => {
    const view = viewAfter(batch(0, [start, print(1, 'alt')]), batch(0, [start], { runId: 'run-0002' }));
    expect([view.runId, view.lines.length]).toEqual(['run-0002', 1]);
  });

  it('keeps a bounded console', () => {
    const many = Array.from({ length: consoleLength + 50 }, (_, index) => print(index + 1, String(index)));
    const view = viewAfter(batch(0, [start, ...many]));
    expect([view.lines.length, view.lines.at(-1)]).toEqual([
      consoleLength,
      { kind: 'print', at: consoleLength + 50, text: String(consoleLength + 49) },
    ]);
  });

  it('goes dark when the Pi says that nothing runs', () => {
    const view = agreeWith(viewAfter(batch(0, [start, block(1, 0, 'a')])), { state: 'idle' });
    expect([view.running, glowingBlocks(view).size]).toEqual([false, 0]);
  });

  it('knows of a run that another page began', () => {
    const view = agreeWith(emptyRunView, { state: 'running', runId: 'run-0009' });
    expect([view.running, view.runId]).toEqual([true, 'run-0009']);
  });
});
