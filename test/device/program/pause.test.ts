import { describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { ProgramControl } from '../../../device/contract/program-control.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { createLocalIsolate } from '../../../device/program/isolate/isolate-local.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { startEngine } from '../../../device/program/vm/engine.ts';
import { countedPace } from '../../../device/program/vm/pace.ts';
import { ending, prints, runKit } from './run-kit.ts';

/** A statement as the generator writes it. */
const at = (block: string, code: string) => `$b = '${block}'; if ($p) yield* $at(); ${code}\n`;
const stack = (...statements: string[]) =>
  `$on('start', {}, 'hat', function* () { ${statements.join('')} });\n`;
const forever = (...statements: string[]) => `for (;;) { if ($due()) yield; ${statements.join('')} }`;

const seconds = (count: number) => count * 1_000_000;
const control = (when: number, type: 'pause' | 'resume' | 'step') => ({ at: when, control: { type } });
const pace = (when: number, ms: number) => ({ at: when, control: { type: 'pace' as const, pace: ms } });
const steps = (count: number, from = seconds(1)) =>
  Array.from({ length: count }, (_, index) => control(from + index * 100_000, 'step'));

/** The blocks at which the stacks stood, in order: `stack:block`. */
const blocks = (trace: readonly TraceEvent[]) =>
  trace.flatMap((event) => (event.kind === 'block' ? [`${event.stack}:${event.block}`] : []));
const kinds = (trace: readonly TraceEvent[], ...wanted: TraceEvent['kind'][]) =>
  trace.filter(({ kind }) => wanted.includes(kind)).map(({ kind }) => kind);
const commands = (trace: readonly TraceEvent[]) =>
  trace.flatMap((event) => (event.kind === 'command' ? [`${event.part} ${event.command}`] : []));
const levels = (trace: readonly TraceEvent[], gpio: number) =>
  trace.flatMap((event) =>
    event.kind === 'pin' && event.gpio === gpio ? [[event.at / 1e6, event.level]] : [],
  );

const blink = stack(
  forever(
    at('on', "$do('red', 'on');"),
    at('wait1', 'yield* $wait(1);'),
    at('off', "$do('red', 'off');"),
    at('wait2', 'yield* $wait(1);'),
  ),
);
const counting = stack(...[1, 2, 3, 4].map((number) => at(`p${number}`, `$print(${number});`)));

describe('a program that begins paused', () => {
  it('stands at its first block and has done nothing', async () => {
    const trace = await runKit({ source: counting, begin: { paused: true } });
    expect(blocks(trace)).toEqual(['0:p1']);
    expect(prints(trace)).toEqual([]);
    expect(kinds(trace, 'start', 'paused', 'end')).toEqual(['start', 'paused', 'end']);
  });

  it.each([1, 2, 3])('does one block with each step: %i', async (count) => {
    const trace = await runKit({ source: counting, begin: { paused: true }, controls: steps(count) });
    expect(prints(trace)).toEqual(['1', '2', '3', '4'].slice(0, count));
    expect(blocks(trace).at(-1)).toBe(`0:p${count + 1}`);
  });

  it('is over after its last block', async () => {
    const trace = await runKit({ source: counting, begin: { paused: true }, controls: steps(4) });
    expect(prints(trace)).toEqual(['1', '2', '3', '4']);
    expect(ending(trace)).toBe('finished');
  });

  it('steps through its stacks in turn', async () => {
    const two = ['a', 'b'].map((name) =>
      stack(...[1, 2].map((n) => at(`${name}${n}`, `$print('${name}${n}');`))),
    );
    const trace = await runKit({ source: two.join(''), begin: { paused: true }, controls: steps(4) });
    expect(prints(trace)).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('steps into procedures, also those that give a value', async () => {
    const source = `function* double(x) { ${at('inner', '$print(x);')} return x * 2; }
      ${stack(at('outer', '$print(1 + (yield* double(4)));'), at('after', "$print('after');"))}`;
    const trace = await runKit({ source, begin: { paused: true }, controls: steps(2) });
    expect(blocks(trace)).toEqual(['0:outer', '0:inner', '0:after']);
    expect(prints(trace)).toEqual(['4', '9']);
  });
});

describe('a pause', () => {
  it('keeps the time that a wait has left, and none passes in the trace', async () => {
    const trace = await runKit({
      source: blink,
      controls: [control(seconds(1.5), 'pause'), control(seconds(5.5), 'resume')],
      duration: seconds(8),
    });
    expect(levels(trace, 18)).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
      [3, 0],
      // The end, 8 s after the start, 4 of them paused.
      ...[
        [4, 1],
        [4, 0],
      ],
    ]);
    expect(trace.find(({ kind }) => kind === 'paused')?.at).toBe(seconds(1.5));
    expect(trace.find(({ kind }) => kind === 'resumed')?.at).toBe(seconds(1.5));
  });

  it('stops a loop without a wait at its next statement', async () => {
    const source = `let n = 0; ${stack(forever(at('count', 'n += 1;'), at('show', "$send('x');")))}`;
    const trace = await runKit({ source, controls: [control(seconds(1), 'pause')], duration: seconds(3) });
    const paused = trace.findIndex(({ kind }) => kind === 'paused');
    expect(paused).toBeGreaterThan(0);
    expect(trace.slice(paused + 1).map(({ kind }) => kind)).toEqual(['end']);
  });

  it('keeps the beat of a hat', async () => {
    const source = "$on('every', { seconds: 1 }, 'hat', function* () { $print('beat'); });";
    const trace = await runKit({
      source,
      controls: [control(seconds(2.5), 'pause'), control(seconds(7), 'resume')],
      duration: seconds(9),
    });
    const beats = trace.flatMap((event) => (event.kind === 'print' ? [event.at / 1e6] : []));
    expect(beats).toEqual([1, 2, 3, 4]);
  });

  it('keeps what a button does for afterwards', async () => {
    const source = `$on('event', { part: 'button', event: 'pressed' }, 'hat', function* () { ${at('p', "$print('pressed');")} });`;
    const press = [
      { at: seconds(2), part: 'button', input: 'press' },
      { at: seconds(2.2), part: 'button', input: 'release' },
      { at: seconds(2.4), part: 'button', input: 'press' },
    ];
    const paused = { source, inputs: press, duration: seconds(6) };
    expect(prints(await runKit({ ...paused, controls: [control(seconds(1), 'pause')] }))).toEqual([]);
    const controls = [control(seconds(1), 'pause'), control(seconds(4), 'resume')];
    expect(prints(await runKit({ ...paused, controls }))).toEqual(['pressed', 'pressed']);
  });

  it('spares people a wait when they step', async () => {
    const controls = [control(seconds(0.5), 'pause'), ...steps(4)];
    const trace = await runKit({ source: blink, controls, duration: seconds(4) });
    expect(commands(trace)).toEqual(['red on', 'red off', 'red on']);
    // The trace tells the time as the program sees it.
    expect(levels(trace, 18).slice(0, 3)).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
  });

  it('ends by itself after 10 minutes', async () => {
    const trace = await runKit({
      source: blink,
      controls: [control(seconds(1), 'pause')],
      duration: seconds(3000),
    });
    expect(ending(trace)).toBe('stopped');
    expect(levels(trace, 18).length).toBeLessThan(4);
  });
});

describe('motors and sounds while a program stands still', () => {
  const wiring: Wiring = {
    parts: [
      { id: 'fan', type: 'motor', pins: { forward: 5, backward: 6, enable: 12 } },
      { id: 'beep', type: 'buzzer', pins: { signal: 22 } },
      { id: 'red', type: 'led', pins: { anode: 18 } },
    ],
  };
  const all = stack(
    at('run', "$do('fan', 'run', 60);"),
    at('beep', "$do('beep', 'on');"),
    at('light', "$do('red', 'on');"),
    at('wait', 'yield* $wait(60);'),
  );
  const power = (trace: readonly TraceEvent[]) =>
    trace.flatMap((event) => (event.kind === 'value' && event.value === 'power' ? [event.is] : []));

  it('are still, while an LED stays on, and go on afterwards', async () => {
    const trace = await runKit({
      source: all,
      wiring,
      controls: [control(seconds(1), 'pause'), control(seconds(2), 'resume')],
      duration: seconds(3),
    });
    expect(power(trace).slice(0, 3)).toEqual([60, 0, 60]);
    expect(levels(trace, 22).map(([, level]) => level)).toEqual([1, 0, 1, 0]);
    expect(levels(trace, 18).map(([, level]) => level)).toEqual([1, 0]);
  });

  it('stay still when a step tells them to run, until the program goes on', async () => {
    const stepped = { source: all, wiring, begin: { paused: true }, duration: seconds(5) };
    const still = await runKit({ ...stepped, controls: steps(3) });
    expect(power(still).filter((is) => is !== 0)).toEqual([]);
    expect(commands(still)).toEqual(['fan run', 'beep on', 'red on']);
    const resumed = await runKit({ ...stepped, controls: [...steps(3), control(seconds(3), 'resume')] });
    expect(power(resumed)).toContain(60);
  });
});

describe('slow motion', () => {
  it('waits at each block', async () => {
    const trace = await runKit({ source: counting, begin: { pace: 500 } });
    expect(trace.flatMap((event) => (event.kind === 'print' ? [event.at / 1e6] : []))).toEqual([
      0.5, 1, 1.5, 2,
    ]);
    expect(blocks(trace)).toEqual(['0:p1', '0:p2', '0:p3', '0:p4', '0:null']);
  });

  it('can begin and end while the program runs', async () => {
    const count = `let n = 0; ${stack(forever(at('a', 'n += 1;'), at('b', '$print(n);'), at('c', 'yield* $wait(0.1);')))}`;
    const trace = await runKit({
      source: count,
      controls: [pace(seconds(1), 1000), pace(seconds(7), 0)],
      duration: seconds(9),
    });
    const between = (from: number, to: number) =>
      trace.filter(({ kind, at: when }) => kind === 'print' && when > seconds(from) && when < seconds(to))
        .length;
    expect(between(0.05, 1)).toBeGreaterThan(7);
    expect(between(1.2, 7)).toBeLessThan(3);
    expect(between(8, 9)).toBeGreaterThan(7);
  });
});

/** What makes each state, and what each control then leads to. */
const situations: Record<string, { controls: { at: number; control: ProgramControl }[]; begin?: object }> = {
  running: { controls: [] },
  paused: { controls: [control(seconds(1), 'pause')] },
  slow: { controls: [pace(seconds(1), 100)] },
  'paused in slow motion': { controls: [pace(seconds(1), 100), control(seconds(1.2), 'pause')] },
};
const orders: ProgramControl[] = [
  { type: 'pause' },
  { type: 'resume' },
  { type: 'step' },
  { type: 'pace', pace: 200 },
  { type: 'pace', pace: 0 },
];
const endless = stack(
  forever(at('a', "$do('red', 'on');"), at('b', "$do('red', 'off');"), at('w', 'yield* $wait(0.01);')),
);

describe.each(Object.entries(situations))('a program that is %s', (name, { controls }) => {
  it.each(orders)('takes $type $pace and can be stopped', async (order) => {
    const trace = await runKit({
      source: endless,
      controls: [...controls, { at: seconds(2), control: order }],
      duration: seconds(4),
    });
    expect(ending(trace)).toBe('stopped');
    const isPaused = name.startsWith('paused') ? order.type !== 'resume' : order.type === 'pause';
    const last = trace.findLast(({ kind }) => kind === 'paused' || kind === 'resumed');
    expect(last?.kind === 'paused').toBe(isPaused);
    expect(levels(trace, 18).at(-1)?.[1] ?? 0).toBe(0);
    for (let index = 1; index < trace.length; index += 1) {
      expect(trace[index]!.at).toBeGreaterThanOrEqual(trace[index - 1]!.at);
    }
  });
});

describe('a paused program', () => {
  it('ends with its error when a step fails', async () => {
    const source = stack(at('good', '$print(1);'), at('bad', "$do('nothing', 'on');"));
    const trace = await runKit({ source, begin: { paused: true }, controls: steps(2) });
    expect(ending(trace)).toBe('part-not-wired');
    expect(trace.find(({ kind }) => kind === 'error')).toMatchObject({ block: 'bad' });
  });

  it.each(['stopped', 'replaced', 'owner-lost', 'agent-stopped'] as const)(
    'ends safely for the reason %s',
    async (reason) => {
      const clock = new VirtualClock();
      const board = createSimulatedBoard({ clock });
      await board.setUp(camJamEduKit);
      const engine = await startEngine();
      const trace: TraceEvent[] = [];
      const runner = createProgramRunner({
        board,
        clock,
        createIsolate: () => createLocalIsolate(engine, clock, countedPace()),
        onTrace: (runId, events) => runId === 'run-1' && trace.push(...events),
      });
      const pass = async () => {
        for (let turn = 0; turn < 20; turn += 1) {
          clock.advance(1000);
          await Promise.resolve();
        }
      };
      void runner.run('run-1', stack(at('on', "$do('red', 'on');"), at('wait', 'yield* $wait(60);')));
      await pass();
      runner.control({ type: 'pause' });
      await pass();
      expect(runner.state).toEqual({ state: 'running', runId: 'run-1', paused: true });
      expect(board.levels().get(18)).toBe(1);
      if (reason === 'replaced') void runner.run('run-2', stack(at('wait', 'yield* $wait(60);')));
      else await runner.stop(reason);
      expect(board.levels().get(18)).toBe(0);
      expect(trace.at(-1)).toMatchObject({ kind: 'end', reason });
      await pass();
      // The pause was the old program's.
      const next = { state: 'running', runId: 'run-2' };
      expect(runner.state).toEqual(reason === 'replaced' ? next : { state: 'idle' });
      await runner.close();
      await board.close();
    },
  );

  it('is told to do nothing when none runs', async () => {
    const clock = new VirtualClock();
    const board = createSimulatedBoard({ clock });
    const engine = await startEngine();
    const createIsolate = () => createLocalIsolate(engine, clock, countedPace());
    const runner = createProgramRunner({ board, clock, createIsolate, onTrace: () => {} });
    for (const order of orders) runner.control(order);
    expect(runner.state).toEqual({ state: 'idle' });
    await runner.close();
  });
});
