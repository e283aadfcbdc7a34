import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { runInVirtualTime } from '../../../device/program/virtual-time.ts';
import { programOf, type SavedBlock, start } from './workspace.ts';

const value = (block: SavedBlock) => ({ block });
type Value = ReturnType<typeof value>;
const number = (NUM: number) => value({ type: 'math_number', fields: { NUM } });
const text = (TEXT: string) => value({ type: 'text', fields: { TEXT } });
const variable = (id: string) => value({ type: 'variables_get', fields: { VAR: { id } } });
const arithmetic = (OP: string, A: Value, B: Value) =>
  value({ type: 'math_arithmetic', fields: { OP }, inputs: { A, B } });
const atMost = (A: Value, B: Value) =>
  value({ type: 'logic_compare', fields: { OP: 'LTE' }, inputs: { A, B } });
const print = (what: Value): SavedBlock => ({ type: 'steckbrett_print', inputs: { VALUE: what } });
const wait = (seconds: number): SavedBlock => ({
  type: 'steckbrett_wait',
  inputs: { SECONDS: number(seconds) },
});

/** A definition; with a result it gives a value. */
function define(NAME: string, params: string[], body: SavedBlock | null, result?: Value): SavedBlock {
  return {
    type: result ? 'procedures_defreturn' : 'procedures_defnoreturn',
    id: `define ${NAME}`,
    fields: { NAME },
    extraState: { params: params.map((name) => ({ name, id: name })) },
    inputs: { ...(body ? { STACK: value(body) } : {}), ...(result ? { RETURN: result } : {}) },
  };
}

function call(name: string, args: Record<string, Value> = {}): SavedBlock {
  return {
    type: 'procedures_callnoreturn',
    extraState: { name, params: Object.keys(args) },
    inputs: Object.fromEntries(Object.values(args).map((arg, index) => [`ARG${index}`, arg])),
  };
}

/** A call as a value. */
const result = (...of: Parameters<typeof call>) => value({ ...call(...of), type: 'procedures_callreturn' });

const variables = ['x', 'n'].map((name) => ({ name, id: name }));

async function run(blocks: SavedBlock[], seconds = 10): Promise<TraceEvent[]> {
  const source = await programOf(blocks, { variables });
  return runInVirtualTime({ source, wiring: camJamEduKit, duration: seconds * 1_000_000 });
}

const printed = (trace: TraceEvent[]) =>
  trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));

describe("the pupil's own blocks", () => {
  it('become generator functions with a loop trap, before the stacks', async () => {
    const blocks = [
      start({ ...call('mach’s gut'), id: 'call' }),
      define('mach’s gut', [], { ...print(text('x')), id: 'say' }),
    ];
    expect(await programOf(blocks)).toBe(
      [
        'function* mach_s_gut() {',
        '  if ($due()) yield;',
        "  $b = 'say'; if ($p) yield* $at();",
        "  $print('x');",
        '}',
        '',
        "$on('start', {}, 'hat', function* () {",
        "  $b = 'call'; if ($p) yield* $at();",
        '  yield* mach_s_gut();',
        '});',
        '',
      ].join('\n'),
    );
  });

  it('give a value, which may stand in any gap', async () => {
    const blocks = [
      define('doppelt', ['x'], null, arithmetic('MULTIPLY', variable('x'), number(2))),
      start(print(arithmetic('ADD', result('doppelt', { x: number(4) }), number(1)))),
    ];
    expect(await programOf(blocks, { variables })).toContain('$print((yield* doppelt(4)) + 1);');
    expect(printed(await run(blocks))).toEqual(['9']);
  });

  it('have parameters of their own for each call, and wait only in the stack that called them', async () => {
    const trace = await run([
      define('sage', ['x'], { ...wait(1), next: { block: print(variable('x')) } }),
      { ...start(call('sage', { x: text('erst') })), id: 'hat1' },
      { ...start(call('sage', { x: text('dann') }), print(variable('x'))), id: 'hat2', y: 200 },
    ]);
    expect(printed(trace)).toEqual(['erst', 'dann', '0']);
  });

  it('may call themselves', async () => {
    const smaller = arithmetic('MINUS', variable('n'), number(1));
    const factorial = define(
      'fakultät',
      ['n'],
      {
        type: 'procedures_ifreturn',
        extraState: '<mutation value="1"></mutation>',
        inputs: { CONDITION: atMost(variable('n'), number(1)), VALUE: number(1) },
      },
      arithmetic('MULTIPLY', variable('n'), result('fakultät', { n: smaller })),
    );
    expect(printed(await run([factorial, start(print(result('fakultät', { n: number(5) })))]))).toEqual([
      '120',
    ]);
  });

  it('end with a sentence when they call themselves without end', async () => {
    const trace = await run([define('immer', [], call('immer')), start(call('immer'))]);
    expect(trace.find((event) => event.kind === 'error')?.problem.code).toBe('recursion-too-deep');
  });

  it('leave other stacks their turns, and can be stopped, though they loop without end', async () => {
    const count: SavedBlock = {
      type: 'math_change',
      fields: { VAR: { id: 'n' } },
      inputs: { DELTA: number(1) },
    };
    const forever: SavedBlock = { type: 'steckbrett_forever', inputs: { DO: value(count) } };
    const trace = await run(
      [
        define('schleife', [], forever),
        { ...start(call('schleife')), id: 'hat1' },
        { ...start(wait(0.1), print(text('auch'))), id: 'hat2', y: 200 },
      ],
      0.2,
    );
    expect(printed(trace)).toEqual(['auch']);
    expect(trace.at(-1)).toMatchObject({ kind: 'end', reason: 'stopped' });
  });

  it.each(["x'); escaped", 'while', '$do', 'constructor', 'a\u2028b'])(
    'have a name that is a name, whatever they are called: %j',
    async (name) => {
      const trace = await run([define(name, [], print(text('da'))), start(call(name))]);
      expect(printed(trace)).toEqual(['da']);
    },
  );

  it('are not variables of the same name', async () => {
    expect(await programOf([define('x', [], print(variable('x'))), start(call('x'))], { variables })).toMatch(
      /^var x = 0[\s\S]*function\* x2\(\)[\s\S]*\$print\(x\)[\s\S]*yield\* x2\(\)/,
    );
  });
});
