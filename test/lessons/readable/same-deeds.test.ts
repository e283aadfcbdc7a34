import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { runInVirtualTime } from '../../../device/program/virtual-time.ts';
import { blockTypes, generateProgram, registerBlocks } from '../../../lessons/blocks/index.ts';
import { generateReadable } from '../../../lessons/blocks/readable/generate-readable.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { Blockly, chain, type SavedBlock, start, workspaceOf } from '../blocks/workspace.ts';
import { ourCatalog } from '../format/catalog.ts';
import { type Deed, runReadable } from './readable-run.ts';

const second = 1_000_000;
const { lessons } = loadLessons(ourCatalog);

const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const get = { block: { type: 'variables_get', fields: { VAR: { id: 'v' } } } };
const print = (value: object): SavedBlock => ({
  type: 'steckbrett_print',
  inputs: { VALUE: value as never },
});
const wait = (seconds: number): SavedBlock => ({
  type: 'steckbrett_wait',
  inputs: { SECONDS: number(seconds) },
});

/** What the blocks do, and what their text does when it is taken at its word. */
async function both(
  saved: object,
  wiring: Wiring,
  seconds: number,
  presses: { at: number; part: string }[] = [],
): Promise<{ blocks: Deed[]; text: Deed[] }> {
  const workspace = await workspaceOf([], { wiring });
  Blockly.serialization.workspaces.load(saved as Record<string, unknown>, workspace);
  const blocks = await registerBlocks(Blockly, 'de', blockTypes);
  const trace = await runInVirtualTime({
    source: generateProgram(workspace, blocks),
    wiring,
    duration: seconds * second,
    inputs: presses.flatMap(({ at, part }) => [
      { at: at * second, part, input: 'press' },
      { at: (at + 0.1) * second, part, input: 'release' },
    ]),
  });
  const { text } = generateReadable(workspace, { blocks, wiring, language: 'de' });
  return { blocks: deedsOf(trace), text: await runReadable(text, seconds, presses) };
}

function deedsOf(trace: readonly TraceEvent[]): Deed[] {
  return trace.flatMap((event): Deed[] => {
    const at = event.at / second;
    if (event.kind === 'print') return [[at, `print ${event.text}`]];
    if (event.kind !== 'command') return [];
    return [
      [
        at,
        `${event.part}.${event.command}(${(event.args ?? []).map((one) => JSON.stringify(one)).join(', ')})`,
      ],
    ];
  });
}

/** The same deeds in the same order, each at the same time but for what the runtime's turns take. */
function expectSame({ blocks, text }: { blocks: Deed[]; text: Deed[] }): void {
  expect(blocks.length).toBeGreaterThan(0);
  expect(text.map(([, what]) => what)).toEqual(blocks.map(([, what]) => what));
  for (const [index, [at]] of text.entries())
    expect(Math.abs(at - (blocks[index]?.[0] ?? -1))).toBeLessThan(0.05);
}

describe('readable JavaScript, taken at its word, does what the blocks do', () => {
  it.each([
    ['01-blink', 5.2, []],
    ['02-traffic-light', 9.2, []],
    ['05-melody', 6.2, []],
    ['13-passwords', 3.2, [{ at: 1.05, part: 'button' }]],
  ] as const)('in the solution of %s', async (folder, seconds, presses) => {
    const lesson = lessons.find((one) => one.folder === folder);
    if (!lesson) throw new Error(`no lesson ${folder}`);
    expectSame(await both(lesson.solution, lesson.views.de.wiring, seconds, [...presses]));
  });

  it('with counting, joining, messages and own blocks', async () => {
    const join = (...items: object[]) => ({
      block: {
        type: 'text_join',
        extraState: { itemCount: items.length },
        inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
      },
    });
    const counting = (from: number, to: object, by: number): SavedBlock => ({
      type: 'controls_for',
      fields: { VAR: { id: 'v' } },
      inputs: { FROM: number(from), TO: to as never, BY: number(by), DO: { block: print(get) } },
    });
    const sum = {
      block: { type: 'math_arithmetic', fields: { OP: 'ADD' }, inputs: { A: get, B: number(2) } },
    };
    const stacks = [
      start(
        print(get),
        counting(1, number(3), 1),
        counting(5, number(0), 2),
        { type: 'math_change', fields: { VAR: { id: 'v' } }, inputs: { DELTA: number(3) } },
        counting(1, sum, 1),
        // What a counter holds behind its loop is no part of what the text says.
        { type: 'variables_set', fields: { VAR: { id: 'v' } }, inputs: { VALUE: number(3) } },
        print(join({ block: { type: 'text', fields: { TEXT: 'v = ' } } }, sum)),
        print(join(number(1), number(2))),
        { type: 'steckbrett_repeat', inputs: { TIMES: number(2), DO: { block: wait(0.5) } } },
        { type: 'steckbrett_send', fields: { NAME: 'los' } },
        { type: 'procedures_callnoreturn', extraState: { name: 'pause' } },
        print({ block: { type: 'text', fields: { TEXT: 'fertig' } } }),
      ),
      chain(
        { type: 'steckbrett_when_message', fields: { NAME: 'los' } },
        print({ block: { type: 'text', fields: { TEXT: 'gehört' } } }),
      ),
      { type: 'procedures_defnoreturn', fields: { NAME: 'pause' }, inputs: { STACK: { block: wait(1) } } },
    ];
    const saved = {
      blocks: { languageVersion: 0, blocks: stacks },
      variables: [{ name: 'Zähler', id: 'v' }],
    };
    expectSame(await both(saved, camJamEduKit, 5));
  });
});
