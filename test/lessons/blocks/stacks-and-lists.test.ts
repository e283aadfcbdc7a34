import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { runInVirtualTime, type VirtualRun } from '../../../device/program/virtual-time.ts';
import { chain, programOf, type SavedBlock, start } from './workspace.ts';

const second = 1_000_000;
const value = (block: SavedBlock) => ({ block });
const number = (NUM: number) => value({ type: 'math_number', fields: { NUM } });
const text = (TEXT: string) => value({ type: 'text', fields: { TEXT } });
const variable = (id: string) => value({ type: 'variables_get', fields: { VAR: { id } } });
const list = (...items: { block: SavedBlock }[]) =>
  value({
    type: 'lists_create_with',
    extraState: { itemCount: items.length },
    inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
  });
const print = (what: { block: SavedBlock }): SavedBlock => ({
  type: 'steckbrett_print',
  inputs: { VALUE: what },
});
const set = (id: string, to: { block: SavedBlock }): SavedBlock => ({
  type: 'variables_set',
  fields: { VAR: { id } },
  inputs: { VALUE: to },
});
const wait = (seconds: number): SavedBlock => ({
  type: 'steckbrett_wait',
  inputs: { SECONDS: number(seconds) },
});
const printed = (trace: TraceEvent[]) =>
  trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));

const variables = ['i', 'n', 'Liste'].map((name) => ({ name, id: name }));

/** What these stacks print. */
async function run(blocks: SavedBlock[], options: Partial<VirtualRun> = {}) {
  const source = await programOf(blocks, { variables });
  return runInVirtualTime({ source, wiring: camJamEduKit, duration: 5 * second, ...options });
}

/** What a value prints as. */
async function shown(what: SavedBlock): Promise<string | undefined> {
  return printed(await run([start(print(value(what)))]))[0];
}

describe('hats', () => {
  it.each<[string, SavedBlock, string]>([
    ['every', { type: 'steckbrett_every', fields: { SECONDS: 0.5 } }, "$on('every', { seconds: 0.5 }, 'me',"],
    ['key', { type: 'steckbrett_when_key', fields: { KEY: 'space' } }, "$on('key', { key: 'space' }, 'me',"],
    [
      'message',
      { type: 'steckbrett_when_message', fields: { NAME: " Los'! " } },
      "$on('message', { name: 'Los\\'!' }, 'me',",
    ],
  ])('%s becomes a stack of its kind', async (_name, hat, code) => {
    expect(await programOf([chain({ ...hat, id: 'me' }, print(text('x')))])).toContain(
      `${code} function* () {\n  $b =`,
    );
  });

  it('run for their message, key and beat', async () => {
    const send: SavedBlock = { type: 'steckbrett_send', fields: { NAME: 'hallo' } };
    const trace = await run(
      [
        start(wait(1), send, send),
        chain({ type: 'steckbrett_when_message', fields: { NAME: 'hallo ' } }, print(text('Nachricht'))),
        chain({ type: 'steckbrett_when_key', fields: { KEY: 'a' } }, print(text('Taste'))),
        chain({ type: 'steckbrett_every', fields: { SECONDS: 2 } }, print(text('Takt'))),
      ],
      {
        keys: [
          { at: 3 * second, key: 'a' },
          { at: 3.5 * second, key: 'b' },
        ],
      },
    );
    expect(printed(trace)).toEqual(['Nachricht', 'Nachricht', 'Takt', 'Taste', 'Takt']);
  });
});

describe('lists, texts and maths', () => {
  const abc = list(text('a'), text('b'), text('c'));
  it.each<[string, SavedBlock, string]>([
    ['a list', abc.block, 'a, b, c'],
    ['an empty list', { type: 'lists_create_empty' }, ''],
    ['length of a list', { type: 'lists_length', inputs: { VALUE: abc } }, '3'],
    [
      'an item, counted from 1',
      {
        type: 'lists_getIndex',
        fields: { MODE: 'GET', WHERE: 'FROM_START' },
        inputs: { VALUE: abc, AT: number(1) },
      },
      'a',
    ],
    [
      'where an item is',
      { type: 'lists_indexOf', fields: { END: 'FIRST' }, inputs: { VALUE: abc, FIND: text('c') } },
      '3',
    ],
    [
      'a sorted list',
      {
        type: 'lists_sort',
        fields: { TYPE: 'NUMERIC', DIRECTION: '1' },
        inputs: { LIST: list(number(10), number(9)) },
      },
      '9, 10',
    ],
    ['a list backwards', { type: 'lists_reverse', inputs: { LIST: abc } }, 'c, b, a'],
    [
      'a text that is split',
      {
        type: 'lists_split',
        extraState: '<mutation mode="SPLIT"></mutation>',
        fields: { MODE: 'SPLIT' },
        inputs: { INPUT: text('1;2'), DELIM: text(';') },
      },
      '1, 2',
    ],
    [
      'the sum of a list',
      { type: 'math_on_list', fields: { OP: 'SUM' }, inputs: { LIST: list(number(1), number(2)) } },
      '3',
    ],
    ['length of a text', { type: 'text_length', inputs: { VALUE: text('Größe') } }, '5'],
    [
      'a letter, counted from 1',
      { type: 'text_charAt', fields: { WHERE: 'FROM_START' }, inputs: { VALUE: text('Pi'), AT: number(2) } },
      'i',
    ],
    [
      'a text in a text',
      { type: 'steckbrett_text_contains', inputs: { TEXT: text('Himbeere'), PART: text('beer') } },
      'true',
    ],
    [
      'a text that is not there',
      { type: 'steckbrett_text_contains', inputs: { TEXT: text('Himbeere'), PART: text('bär') } },
      'false',
    ],
    [
      'a number from German text',
      { type: 'steckbrett_text_to_number', inputs: { TEXT: text(' 3,5 ') } },
      '3.5',
    ],
    [
      'a number from English text',
      { type: 'steckbrett_text_to_number', inputs: { TEXT: text('3.5') } },
      '3.5',
    ],
    ['no number from a word', { type: 'steckbrett_text_to_number', inputs: { TEXT: text('drei') } }, '0'],
    [
      'the smaller',
      { type: 'steckbrett_minmax', fields: { OP: 'min' }, inputs: { A: number(2), B: number(3) } },
      '2',
    ],
    [
      'the larger',
      { type: 'steckbrett_minmax', fields: { OP: 'max' }, inputs: { A: number(2), B: number(3) } },
      '3',
    ],
    ['a root', { type: 'math_single', fields: { OP: 'ROOT' }, inputs: { NUM: number(9) } }, '3'],
    [
      'a value within its range',
      { type: 'math_constrain', inputs: { VALUE: number(120), LOW: number(0), HIGH: number(100) } },
      '100',
    ],
    [
      'a value mapped from one range to another',
      {
        type: 'steckbrett_map',
        inputs: {
          VALUE: number(50),
          FROM_LOW: number(0),
          FROM_HIGH: number(100),
          TO_LOW: number(180),
          TO_HIGH: number(0),
        },
      },
      '90',
    ],
    [
      'a value of a range without width',
      {
        type: 'steckbrett_map',
        inputs: {
          VALUE: number(50),
          FROM_LOW: number(1),
          FROM_HIGH: number(1),
          TO_LOW: number(7),
          TO_HIGH: number(9),
        },
      },
      '7',
    ],
  ])('%s', async (_name, block, expected) => {
    expect(await shown(block)).toBe(expected);
  });

  it('go through a list, and through numbers', async () => {
    const each = {
      type: 'controls_forEach',
      fields: { VAR: { id: 'i' } },
      inputs: { LIST: abc, DO: value(print(variable('i'))) },
    };
    const count = {
      type: 'controls_for',
      fields: { VAR: { id: 'i' } },
      inputs: { FROM: number(3), TO: number(1), BY: number(1), DO: value(print(variable('i'))) },
    };
    expect(printed(await run([start(each, count)]))).toEqual(['a', 'b', 'c', '3', '2', '1']);
  });

  it('change a list in place', async () => {
    const insert = (to: string): SavedBlock => ({
      type: 'lists_setIndex',
      fields: { MODE: 'INSERT', WHERE: 'LAST' },
      extraState: { hasAt: false },
      inputs: { LIST: variable('Liste'), TO: text(to) },
    });
    const blocks = start(
      set('Liste', value({ type: 'lists_create_empty' })),
      insert('x'),
      insert('y'),
      print(variable('Liste')),
    );
    expect(printed(await run([blocks]))).toEqual(['x, y']);
  });

  it('leave a loop of ours by a break', async () => {
    const leave: SavedBlock = { type: 'controls_flow_statements', fields: { FLOW: 'BREAK' } };
    const loop: SavedBlock = {
      type: 'steckbrett_repeat',
      inputs: { TIMES: number(5), DO: value(chain(print(text('einmal')), leave)) },
    };
    expect(printed(await run([start(loop, print(text('weiter')))]))).toEqual(['einmal', 'weiter']);
  });
});
