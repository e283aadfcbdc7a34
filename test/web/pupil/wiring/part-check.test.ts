import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSimulatedBoard } from '../../../../device/boards/simulated/simulated-board.ts';
import { ProblemError, problem } from '../../../../device/contract/problem.ts';
import type { TraceEvent } from '../../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../../device/contract/wiring.ts';
import { systemClock } from '../../../../device/program/clock.ts';
import { nodeIsolates } from '../../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../../device/program/runner.ts';
import { testsOf } from '../../../../lessons/wiring-test/tests-of.ts';
import { emptyRunView } from '../../../../web/pupil/run-view.ts';
import { PartCheck } from '../../../../web/pupil/wiring/part-check.ts';

const tests = testsOf(camJamEduKit);
const testOf = (part: string) => tests.find((test) => test.part === part)!;
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** How long a page hears of something after it was. */
const heard = () => new Promise<void>((resolve) => setTimeout(resolve, 30));

/** A test on the kit's simulated board, with the runner of a Pi. */
async function atBench() {
  let running = false;
  let runId: string | null = null;
  let telling = Promise.resolve();
  let online = true;
  const said: TraceEvent[] = [];
  const check = new PartCheck(
    () => ({
      run: (source) => runner.run(`run-${said.length}`, source),
      stop: () => runner.stop(),
      target: 'virtual',
      onTrace: () => () => undefined,
      get view() {
        return { ...emptyRunView, running, runId };
      },
      get online() {
        return online;
      },
    }),
    () => undefined,
  );
  const board = createSimulatedBoard({ clock: systemClock });
  await board.setUp(camJamEduKit);
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    // As a page hears it: after the board has done it.
    onTrace(told, events) {
      said.push(...events);
      telling = telling.then(heard).then(() => {
        runId = told;
        for (const { kind } of events) {
          if (kind === 'start') running = true;
          if (kind === 'end') running = false;
        }
        check.hear(events, told);
      });
    },
  });
  closing.push(async () => {
    check.leave();
    await runner.close();
    await board.close();
  });
  const until = (at: string) =>
    vi.waitFor(() => expect(check.phase.at).toBe(at), { timeout: 20_000, interval: 20 });
  const ended = () =>
    vi.waitFor(() => expect(said.at(-1)?.kind).toBe('end'), { timeout: 20_000, interval: 20 });
  /** The page knows that something runs. */
  const seen = () => vi.waitFor(() => expect(running).toBe(true), { timeout: 20_000, interval: 20 });
  return {
    seen,
    check,
    runner,
    board,
    said,
    until,
    ended,
    goOffline() {
      online = false;
    },
  };
}

describe('the test of a part', () => {
  it('is ticked by the real input, and its program ends at once', async () => {
    const { check, board, until, ended } = await atBench();
    await check.start(testOf('button'));
    await until('running');
    board.input('button', 'press');
    await until('passed');
    await ended();
    expect(check.running).toBe(false);
  });

  it('asks what was seen; no leads to things to look at, one after the other', async () => {
    const { check, until, ended } = await atBench();
    await check.start(testOf('red'));
    await until('running');
    check.answer(false);
    expect(check.phase).toEqual({ at: 'missed', checked: 0 });
    check.look(1);
    expect(check.phase).toEqual({ at: 'missed', checked: 1 });
    await ended();
    await check.start(testOf('red'));
    await until('running');
    check.answer(true);
    expect(check.phase.at).toBe('passed');
  });

  it('goes on asking when all has been shown', async () => {
    const { check, until } = await atBench();
    await check.start(testOf('buzzer'));
    await until('shown');
  });

  it('may be shown again while it is shown', async () => {
    const { check, said, until } = await atBench();
    await check.start(testOf('red'));
    await until('running');
    await check.start(testOf('red'));
    await until('running');
    expect(said.filter(({ kind }) => kind === 'start')).toHaveLength(2);
  });

  it('of the next part begins at once, also while the end of the last one is still under way', async () => {
    const { check, board, said, until } = await atBench();
    await check.start(testOf('red'));
    await until('running');
    check.answer(true);
    check.leave();
    await check.start(testOf('button'));
    await until('running');
    // The end of the first one says nothing about the second one.
    await vi.waitFor(() => expect(said.filter(({ kind }) => kind === 'end')).toHaveLength(1));
    expect(check.phase.at).toBe('running');
    board.input('button', 'press');
    await until('passed');
  });

  it('leaves the pupil’s own program alone until they stop it', async () => {
    const { check, runner, said, until, seen } = await atBench();
    await runner.run('own', "$on('start', {}, 'b', function* () { yield* $wait(60); });");
    await seen();
    await check.start(testOf('red'));
    expect(check.phase.at).toBe('busy');
    expect(said.some(({ kind }) => kind === 'end')).toBe(false);
    await check.makeRoom();
    expect(check.phase.at).toBe('ready');
    await check.start(testOf('red'));
    await until('running');
  });

  it('ends its program when it is left, and only its own', async () => {
    const { check, runner, said, until, ended } = await atBench();
    await check.start(testOf('red'));
    await until('running');
    check.leave();
    await ended();
    await runner.run('own', "$on('start', {}, 'b', function* () { yield* $wait(60); });");
    check.leave();
    expect(said.at(-1)?.kind).not.toBe('end');
  });

  it('says that the Pi is not there', async () => {
    const { check, goOffline } = await atBench();
    goOffline();
    await check.start(testOf('red'));
    expect(check.phase.at).toBe('offline');
  });

  it('shows why it could not begin', async () => {
    const why = problem('pi-away', 'Der Pi ist weg.', 'The Pi is away.');
    const check = new PartCheck(
      () => ({
        run: () => Promise.reject(new ProblemError(why)),
        stop: () => Promise.resolve(),
        view: emptyRunView,
        target: 'pi',
        online: true,
        onTrace: () => () => undefined,
      }),
      () => undefined,
    );
    await check.start(testOf('red'));
    expect(check.phase).toEqual({ at: 'failed', problem: why });
    check.leave();
  });
});
