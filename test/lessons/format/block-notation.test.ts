import * as BlocklyCore from 'blockly';
import { describe, expect, it } from 'vitest';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { LanguageBlock } from '../../../lessons/blocks/family.ts';
import { blockTypes, generateProgram, registerBlocks, useWiring } from '../../../lessons/blocks/index.ts';
import { NotationError, readBlocks, writeBlocks } from '../../../lessons/format/block-notation.ts';
import type { FieldKind } from '../../../lessons/format/block-shape.ts';
import { hasInput, shapeOf } from '../../../lessons/format/block-shapes.ts';
import { loadLessons, type SavedBlocks } from '../../../lessons/format/index.ts';
import { partGuides } from '../../../lessons/parts/index.ts';
import { Blockly } from '../blocks/workspace.ts';
import { ourCatalog } from './catalog.ts';

/** A part of each kind, so that every block has one to speak to. */
const everyPart: Wiring = {
  parts: [...partGuides.values()].flatMap(
    ({ type, wiring }) => wiring.parts.find((part) => part.type === type) ?? [],
  ),
};

const known = await registerBlocks(Blockly, 'de', blockTypes);

function open(blocks: SavedBlocks, wiring = everyPart) {
  const workspace = new Blockly.Workspace();
  useWiring(Blockly, workspace, wiring);
  Blockly.serialization.workspaces.load(blocks, workspace);
  return workspace;
}

/** The program of some blocks, in which each block goes by its place instead of its id. */
function program(blocks: SavedBlocks, wiring = everyPart): string {
  const workspace = open(blocks, wiring);
  const source = generateProgram(workspace, known);
  return workspace.getAllBlocks(true).reduce((text, { id }, place) => {
    const quoted = `'${id.replaceAll("'", "\\'")}'`;
    return text.replaceAll(`$b = ${quoted}`, `$b = #${place}`).replaceAll(`, ${quoted}, f`, `, #${place}, f`);
  }, source);
}

/** Saved blocks without ids and places. */
function bare(saved: unknown): unknown {
  if (Array.isArray(saved)) return saved.map(bare);
  if (typeof saved !== 'object' || saved === null) return saved;
  const kept = Object.entries(saved).filter(([key]) => !['id', 'x', 'y'].includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

const saved = (blocks: SavedBlocks, wiring = everyPart) =>
  Blockly.serialization.workspaces.save(open(blocks, wiring)) as SavedBlocks;

/** Blocks in which one block, as the toolbox gives it, stands where it is part of the program. */
function programWith({ type, inputs }: LanguageBlock): SavedBlocks {
  const block = { type, ...(inputs ? { inputs } : {}) };
  const place = shapeOf(type)?.place;
  const inside = place === 'value' ? { type: 'steckbrett_print', inputs: { VALUE: { block } } } : block;
  const top = place === 'hat' ? block : { type: 'steckbrett_start', next: { block: inside } };
  return { blocks: { languageVersion: 0, blocks: [top] } };
}

/** What is wrong with a text: line and English sentence. */
function fault(text: string): [number, string] {
  try {
    readBlocks(text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    expect(error.de).not.toBe('');
    return [error.line, error.en];
  }
  throw new Error('it was read');
}

describe('blocks that were written down and read again', () => {
  it.each(known.map((block) => [block.type, block] as const))('are the same with %s', (_type, block) => {
    const before = saved(programWith(block));
    const after = readBlocks(writeBlocks(before));
    expect(program(after)).toBe(program(before));
    expect(bare(saved(after))).toEqual(bare(before));
    expect(writeBlocks(after)).toBe(writeBlocks(before));
  });

  it.each([...partGuides.values()].map((guide) => [guide.type, guide] as const))(
    'are the same in the example of the %s',
    (_type, { workspace, wiring }) => {
      const before = saved({ ...workspace }, wiring);
      const after = readBlocks(writeBlocks(before));
      expect(program(after, wiring)).toBe(program(before, wiring));
      expect(bare(saved(after, wiring))).toEqual(bare(before));
    },
  );

  it.each(loadLessons(ourCatalog).lessons.map((lesson) => [lesson.id, lesson] as const))(
    'are the same in the solution of %s',
    (_id, { solution, views }) => {
      const after = readBlocks(writeBlocks(solution));
      expect(program(after, views.de.wiring)).toBe(program(solution, views.de.wiring));
      expect(bare(saved(after, views.de.wiring))).toEqual(bare(saved(solution, views.de.wiring)));
    },
  );

  it.each([
    [
      'several branches',
      'controls_if IF0: (logic_boolean BOOL=TRUE) IF1: (logic_boolean BOOL=FALSE)\n  steckbrett_led_toggle PART=led\nDO1\n  steckbrett_led_toggle PART=led\nELSE\n  steckbrett_led_toggle PART=led\n',
    ],
    [
      'an empty first branch',
      'controls_ifelse IF0: (logic_boolean BOOL=TRUE)\nELSE\n  steckbrett_led_toggle PART=led\n',
    ],
    ['an empty last branch', 'controls_if IF0: (logic_boolean BOOL=TRUE)\nELSE\n'],
    ['gaps that nothing lies in', 'steckbrett_print VALUE: (text_join ADD0: "a" ADD2: ())\n'],
    ['a list without anything', 'variables_set VAR=list VALUE: (lists_create_with)\n'],
    ['what stays behind a block', 'steckbrett_wait SECONDS: (math_random_int FROM: 1 TO: 6) | 2.5\n'],
    [
      'a note that cannot be pulled out',
      'steckbrett_speaker_play PART=speaker HERTZ: {steckbrett_note NOTE=69} SECONDS: 0.5\n',
    ],
    ['a colour', 'steckbrett_rgb_set PART=rgb COLOUR: #ff8000\n'],
    ['texts with every sign', 'steckbrett_print VALUE: "a \\"b\\" \\\\ (c) {d} # |\\nÄ"\n'],
    ['names with spaces', 'variables_set VAR="so many" VALUE: -3\n\nsteckbrett_when_message NAME="go on"\n'],
    [
      'blocks of one’s own',
      'steckbrett_start\nprocedures_callnoreturn NAME="blink twice" ARG0: 3 ARG1: (variables_get VAR=n)\n\nprocedures_defnoreturn NAME="blink twice" PARAMS=n,pause\n  steckbrett_repeat TIMES: (variables_get VAR=n)\n    steckbrett_wait SECONDS: (variables_get VAR=pause)\n',
    ],
    [
      'blocks of one’s own that give a value',
      'steckbrett_start\nsteckbrett_print VALUE: (procedures_callreturn NAME=twice ARG0: 3)\n\nprocedures_defreturn NAME=twice PARAMS=x RETURN: (math_arithmetic OP=MULTIPLY A: (variables_get VAR=x) B: 2)\n  procedures_ifreturn CONDITION: (logic_boolean BOOL=TRUE) VALUE: 7\n',
    ],
    [
      'an early return without a value',
      'procedures_defnoreturn NAME=stop\n  steckbrett_forever\n    procedures_ifreturn CONDITION: (logic_boolean BOOL=TRUE)\n',
    ],
    [
      'taking out of a list',
      'steckbrett_start\nlists_getIndex MODE=REMOVE WHERE=FIRST VALUE: (variables_get VAR=list)\nsteckbrett_wait SECONDS: 1\n',
    ],
    ['the last sign of a text', 'steckbrett_print VALUE: (text_charAt WHERE=LAST VALUE: "abc")\n'],
    [
      'a part of a text',
      'steckbrett_print VALUE: (text_getSubstring WHERE1=FIRST WHERE2=FROM_END STRING: "abc" AT2: 1)\n',
    ],
    [
      'joining',
      'steckbrett_print VALUE: (lists_split MODE=JOIN INPUT: (variables_get VAR=list) DELIM: ",")\n',
    ],
  ])('are the same text with %s', (_case, text) => {
    expect(writeBlocks(readBlocks(text))).toBe(text);
    expect(writeBlocks(saved(readBlocks(text)))).toBe(text);
  });
});

describe('blocks in notation', () => {
  it('have ids and places that follow from the text', () => {
    const text =
      'steckbrett_start\nsteckbrett_forever\n  steckbrett_wait SECONDS: 1\n\nsteckbrett_every SECONDS=2\n';
    expect(readBlocks(text)).toEqual({
      blocks: {
        languageVersion: 0,
        blocks: [
          {
            type: 'steckbrett_start',
            id: 'b1',
            x: 24,
            y: 24,
            next: {
              block: {
                type: 'steckbrett_forever',
                id: 'b2',
                inputs: {
                  DO: {
                    block: {
                      type: 'steckbrett_wait',
                      id: 'b3',
                      inputs: { SECONDS: { shadow: { type: 'math_number', id: 'b4', fields: { NUM: 1 } } } },
                    },
                  },
                },
              },
            },
          },
          { type: 'steckbrett_every', id: 'b5', x: 24, y: 24 + 56 * 4 + 40, fields: { SECONDS: 2 } },
        ],
      },
    });
    expect(readBlocks(text)).toEqual(readBlocks(text));
  });

  it('may have comments, blank lines inside a mouth, and Windows’ line ends', () => {
    const plain =
      'steckbrett_start\nsteckbrett_forever\n  steckbrett_led_toggle PART=led\n  steckbrett_wait SECONDS: 1\n';
    const airy =
      '# Blink\r\n\r\nsteckbrett_start\r\n# for ever\r\nsteckbrett_forever\r\n\r\n  steckbrett_led_toggle PART=led\r\n\r\n  # and wait\r\n  steckbrett_wait SECONDS: 1\r\n';
    expect(readBlocks(airy)).toEqual(readBlocks(plain));
  });

  it('know one variable by its name, whatever the capitals', () => {
    const { variables } = readBlocks('variables_set VAR=Count VALUE: 1\nmath_change VAR=count DELTA: 1\n');
    expect(variables).toEqual([{ name: 'Count', id: 'v1' }]);
  });

  it('are none when there are none', () => {
    expect(readBlocks('# nothing\n')).toEqual({ blocks: { languageVersion: 0, blocks: [] } });
    expect(writeBlocks({})).toBe('');
  });

  it.each<[string, string, number, RegExp]>([
    ['an unknown block', 'steckbrett_start\nsteckbrett_dance', 2, /no block “steckbrett_dance”/],
    ['half a name', 'forever', 1, /Do you mean “steckbrett_forever”/],
    [
      'an unknown field',
      'steckbrett_led_set PART=led COLOR=red',
      1,
      /no field “COLOR”. It has: PART=, STATE=/,
    ],
    ['an unknown word', 'steckbrett_led_set PART=led STATE=maybe', 1, /There are: on, off/],
    ['a word for a number', 'steckbrett_every SECONDS=often', 1, /needs a number/],
    ['an unknown gap', 'steckbrett_wait TIME: 1', 1, /no gap “TIME”. It has: SECONDS:/],
    ['a gap written as a field', 'steckbrett_wait SECONDS=1', 1, /It is a gap: SECONDS: 1/],
    ['a field written as a gap', 'steckbrett_every SECONDS: 1', 1, /It is a field: SECONDS=/],
    ['a gap of another number', 'controls_if IFX: 1', 1, /no gap “IFX”/],
    ['a comma in a number', 'steckbrett_wait SECONDS: 0,5', 1, /“0,5” cannot be read/],
    ['a gap with nothing behind it', 'steckbrett_wait SECONDS:', 1, /stops halfway/],
    ['a bracket that is not closed', 'steckbrett_wait SECONDS: (math_random_int FROM: 1', 1, /stops halfway/],
    ['a text that is not closed', 'steckbrett_print VALUE: "a', 1, /cannot be read/],
    ['words behind the end', 'steckbrett_start now', 1, /“now” cannot be read/],
    ['a field twice', 'steckbrett_led_set PART=led PART=led', 1, /stands here twice/],
    ['a value on a line of its own', 'steckbrett_start\nmath_random_float', 2, /Write it into a gap/],
    ['a statement in a gap', 'steckbrett_wait SECONDS: (steckbrett_forever)', 1, /fits into no gap/],
    ['a hat in a stack', 'steckbrett_forever\n  steckbrett_start', 2, /A new stack begins/],
    ['two hats without a blank line', 'steckbrett_start\nsteckbrett_every SECONDS=1', 2, /Put a blank line/],
    [
      'a block below the last one',
      'steckbrett_repeat TIMES: 2\n  controls_flow_statements FLOW=BREAK\n  steckbrett_wait SECONDS: 1',
      3,
      /Nothing can hang below/,
    ],
    ['a block in one without a mouth', 'steckbrett_start\n  steckbrett_wait SECONDS: 1', 1, /Do not indent/],
    [
      'a mouth that the block has not',
      'steckbrett_forever\nELSE\n  steckbrett_wait SECONDS: 1',
      2,
      /no \(other\) “ELSE”/,
    ],
    ['a mouth without a block', 'ELSE\n  steckbrett_wait SECONDS: 1', 1, /belongs to no block/],
    ['a line too deep', 'steckbrett_forever\n    steckbrett_wait SECONDS: 1', 2, /too far/],
    ['three spaces', 'steckbrett_forever\n   steckbrett_wait SECONDS: 1', 2, /two spaces/],
    ['a tab', 'steckbrett_forever\n\tsteckbrett_wait SECONDS: 1', 2, /two spaces/],
    ['a call without a name', 'procedures_callnoreturn', 1, /NAME=/],
    [
      'a call with too much',
      'procedures_callnoreturn NAME=a ARG1: 2\n\nprocedures_defnoreturn NAME=a PARAMS=x',
      1,
      /only 1 inputs/,
    ],
    [
      'gaps without end',
      `steckbrett_print VALUE: ${'(text_length VALUE: '.repeat(60)}`,
      1,
      /Too many blocks/,
    ],
    ['blocks without end', 'steckbrett_led_toggle PART=led\n'.repeat(501), 501, /too many blocks/],
  ])('are refused with the line: %s', (_case, text, line, sentence) => {
    const [at, en] = fault(text);
    expect(at).toBe(line);
    expect(en).toMatch(sentence);
  });
});

/** What a real block has, put as a shape. */
function realShape({ type, inputs }: LanguageBlock) {
  const block = Blockly.serialization.blocks.append(
    { type, ...(inputs ? { inputs } : {}) } as BlocklyCore.serialization.blocks.State,
    new Blockly.Workspace(),
  );
  const inputsOf = (kind: number) =>
    block.inputList.filter((input) => input.type === kind).map((input) => input.name);
  const fields = [...block.getFields()].filter((field) => field.name && field.SERIALIZABLE);
  return {
    place: block.outputConnection ? 'value' : block.previousConnection ? 'statement' : 'hat',
    last: !block.nextConnection,
    fields: new Map(fields.map((field) => [field.name!, kindOf(field)])),
    gaps: inputsOf(BlocklyCore.inputs.inputTypes.VALUE),
    mouths: inputsOf(BlocklyCore.inputs.inputTypes.STATEMENT),
  };
}

function kindOf(field: BlocklyCore.Field): string {
  if (field instanceof Blockly.FieldVariable) return 'variable';
  if (field instanceof Blockly.FieldNumber) return 'number';
  if (!(field instanceof Blockly.FieldDropdown) || field.constructor !== Blockly.FieldDropdown) return 'text';
  return field
    .getOptions()
    .map((option) => String((option as [unknown, string])[1]))
    .join();
}

describe('the notation knows what each block has', () => {
  it.each(known.map((block) => [block.type, block] as const))('%s', (type, block) => {
    const shape = shapeOf(type)!;
    const real = realShape(block);
    const kinds = Object.entries<FieldKind>(shape.fields ?? {}).map(([name, kind]) => [name, String(kind)]);
    expect([shape.place, shape.last ?? false]).toEqual([real.place, real.last]);
    expect(new Map(kinds as [string, string][])).toEqual(real.fields);
    for (const gap of real.gaps) expect(hasInput(shape, 'gap', gap), gap).toBe(true);
    for (const mouth of real.mouths) expect(hasInput(shape, 'mouth', mouth), mouth).toBe(true);
    expect(real.gaps).toEqual(expect.arrayContaining([...(shape.gaps ?? [])]));
  });
});
