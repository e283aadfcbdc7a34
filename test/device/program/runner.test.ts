import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { systemClock } from '../../../device/program/clock.ts';
import type { CreateIsolate, Isolate } from '../../../device/program/isolate/isolate.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import type { ProgramRunner, StopReason } from '../../../device/program/runner-contract.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { start } from './run-kit.ts';

const shine = start("$do('red', 'on'); $do('buzzer', 'on'); for (;;) { if ($due()) yield; }");

/** Everything around one runner with real worker threads. */
class Bench {
  readonly board = createSimulatedBoard({ clock: systemClock });
  readonly trace: { runId: string; event: TraceEvent }[] = [];
  readonly #heard = new Set<() => void>();
  /** Every isolate that was created, so that a test can break one. */
  readonly isolates: Isolate[] = [];
  runner: ProgramRunner;

  constructor(create: CreateIsolate = nodeIsolates({ turnLimit: 300_000 })) {
    this.runner = createProgramRunner({
      board: this.board,
      clock: systemClock,
      createIsolate: () => {
        const isolate = create();
        this.isolates.push(isolate);
        return isolate;
      },
      onTrace: (runId, events) => {
        for (const event of events) this.trace.push({ runId, event });
        for (const hear of this.#heard) hear();
      },
    });
  }

  /** Resolved when such an event was traced. */
  until(runId: string, found: (event: TraceEvent) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.trace.some((one) => one.runId === runId && found(one.event))) return;
        this.#heard.delete(look);
        resolve();
      };
      this.#heard.add(look);
      look();
    });
  }

  kinds(runId: string): string[] {
    return this.trace.filter((one) => one.runId === runId).map(({ event }) => describeEvent(event));
  }
}

function describeEvent(event: TraceEvent): string {
  if (event.kind === 'pin') return `${event.gpio}=${event.level}`;
  if (event.kind === 'end') return `end ${event.reason}`;
  if (event.kind === 'error') return event.problem.code;
  return event.kind;
}

const isEnd = (event: TraceEvent) => event.kind === 'end';
const buzzes = (event: TraceEvent) => event.kind === 'pin' && event.gpio === 22;

describe('a runner with worker threads', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = new Bench();
    await bench.board.setUp(camJamEduKit);
  });
  afterEach(async () => {
    await bench.runner.close();
    await bench.board.close();
  });

  it('is idle, runs, and is idle again', async () => {
    expect(bench.runner.state).toEqual({ state: 'idle' });
    await bench.runner.run('first-run', shine);
    expect(bench.runner.state).toEqual({ state: 'running', runId: 'first-run' });
    await bench.runner.stop();
    expect(bench.runner.state).toEqual({ state: 'idle' });
  });

  it.each<StopReason>(['stopped', 'owner-lost', 'agent-stopped'])(
    'makes the board safe before stop is done, for the reason %s',
    async (reason) => {
      await bench.runner.run('a-run', shine);
      await bench.until('a-run', buzzes);
      await bench.runner.stop(reason);
      expect(bench.board.levels().get(18)).toBe(0);
      expect(bench.kinds('a-run').slice(-3)).toEqual(['18=0', '22=0', `end ${reason}`]);
    },
  );

  it('stops only the run that is named', async () => {
    await bench.runner.run('present', shine);
    await bench.runner.stop('stopped', 'past');
    expect(bench.runner.state).toEqual({ state: 'running', runId: 'present' });
    await bench.runner.stop('stopped', 'present');
    expect(bench.runner.state).toEqual({ state: 'idle' });
  });

  it('does nothing when told to stop while idle', async () => {
    await bench.runner.stop();
    expect(bench.trace).toEqual([]);
  });

  it('replaces what runs, in a safe state between', async () => {
    await bench.runner.run('first-run', shine);
    await bench.until('first-run', buzzes);
    await bench.runner.run('second-run', start("$do('green', 'on'); yield* $wait(60);"));
    await bench.until('second-run', (event) => event.kind === 'pin');
    expect(bench.kinds('first-run').slice(-3)).toEqual(['18=0', '22=0', 'end replaced']);
    expect(bench.kinds('second-run')).toEqual(['start', 'command', '24=1']);
  });

  it('lets stop overtake a run that is still being prepared', async () => {
    const running = bench.runner.run('too-late', shine);
    await bench.runner.stop();
    await running;
    expect(bench.kinds('too-late')).toEqual(['start', 'end stopped']);
    expect(bench.board.levels().get(18)).toBe(0);
  });

  it('runs many programs in quick succession, of which the last one stays', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, nth) => bench.runner.run(`quick-run-${nth}`, shine)));
    await bench.until('quick-run-7', buzzes);
    expect(bench.kinds('quick-run-0').at(-1)).toBe('end replaced');
    expect(bench.runner.state).toEqual({ state: 'running', runId: 'quick-run-7' });
  });

  it('gives the board back safe when the program ends by itself', async () => {
    await bench.runner.run('short-run', start("$do('red', 'on');"));
    await bench.until('short-run', isEnd);
    expect(bench.kinds('short-run')).toEqual(['start', 'command', '18=1', '18=0', 'end finished']);
  });

  it('forwards what happens on the board', async () => {
    const source =
      "$on('event', { part: 'button', event: 'pressed' }, 'hat', function* () { $print($read('button', 'pressed')); });";
    await bench.runner.run('listening', source);
    bench.board.input('button', 'press');
    await bench.until('listening', (event) => event.kind === 'print');
    expect(bench.trace.at(-1)?.event).toMatchObject({ kind: 'print', text: 'true' });
  });

  it('gives keys to the program that runs, and traces them; without one nothing happens', async () => {
    bench.runner.key('a');
    await bench.runner.run('keys', "$on('key', { key: 'a' }, 'hat', function* () { $print('heard'); });");
    bench.runner.key('a');
    await bench.until('keys', (event) => event.kind === 'print');
    expect(bench.kinds('keys')).toEqual(['start', 'key', 'print']);
    expect(bench.trace).toHaveLength(3);
  });

  it('survives the crash of an isolate that runs', async () => {
    await bench.runner.run('crashing', shine);
    await bench.until('crashing', buzzes);
    const running = bench.isolates[0] as Isolate & { lost(detail: string): void };
    running.lost('broken by the test');
    await bench.until('crashing', isEnd);
    expect(bench.kinds('crashing').slice(-4)).toEqual(['18=0', '22=0', 'program-crashed', 'end error']);
    await bench.runner.run('next-run', start("$do('red', 'on');"));
    await bench.until('next-run', isEnd);
    expect(bench.kinds('next-run')).toContain('18=1');
  });

  it('is not harmed by what an isolate says that is not of the protocol', async () => {
    await bench.runner.run('babbling', shine);
    const running = bench.isolates[0] as Isolate & { message(message: unknown): void };
    running.message({ type: 'command', part: 'red', command: 'on', args: 'many', stack: -1 });
    await bench.until('babbling', isEnd);
    expect(bench.kinds('babbling').slice(-2)).toEqual(['program-crashed', 'end error']);
  });

  it('refuses a program that is too large and lets the present one run on', async () => {
    await bench.runner.run('present', shine);
    await expect(bench.runner.run('too-large', 'ä'.repeat(150_000))).rejects.toThrow('program-too-large');
    expect(bench.runner.state).toEqual({ state: 'running', runId: 'present' });
  });
});

describe('a runner whose isolates cannot start', () => {
  const deaf: CreateIsolate = () => ({ post() {}, listen() {}, terminate: async () => undefined });

  it('ends the run with an error when none gets warm', async () => {
    const clock = new VirtualClock();
    const kinds: string[] = [];
    const board = createSimulatedBoard({ clock });
    await board.setUp(camJamEduKit);
    const runner = createProgramRunner({
      board,
      clock,
      createIsolate: deaf,
      onTrace: (_runId, events) => kinds.push(...events.map(describeEvent)),
    });
    const running = runner.run('waiting', shine);
    clock.advance(59_000_000);
    expect(runner.state).toEqual({ state: 'running', runId: 'waiting' });
    clock.advance(1_000_000);
    await running;
    expect(kinds).toEqual(['start', 'isolate-unavailable', 'end error']);
    expect(runner.state).toEqual({ state: 'idle' });
    await runner.close();
  });

  it('lets stop end a run that has not begun', async () => {
    const bench = new Bench(deaf);
    await bench.board.setUp(camJamEduKit);
    const running = bench.runner.run('waiting', shine);
    await bench.runner.stop();
    await running;
    expect(bench.kinds('waiting')).toEqual(['start', 'end stopped']);
    await bench.runner.close();
  });

  it('ends the run with an error and stays usable', async () => {
    const broken: CreateIsolate = () => ({
      post() {},
      listen: (listener) => queueMicrotask(() => listener.lost('no threads here')),
      terminate: async () => undefined,
    });
    const bench = new Bench(broken);
    await bench.board.setUp(camJamEduKit);
    await bench.runner.run('hopeless', shine);
    expect(bench.kinds('hopeless')).toEqual(['start', 'isolate-unavailable', 'end error']);
    expect(bench.runner.state).toEqual({ state: 'idle' });
    await bench.runner.close();
  });
});
