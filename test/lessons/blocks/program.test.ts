import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../device/contract/problem.ts';
import { generateProgram } from '../../../lessons/blocks/index.ts';
import { Blockly, chain, programOf, type SavedBlock, start, workspaceOf } from './workspace.ts';

const led = (id: string, state: 'on' | 'off' = 'on'): SavedBlock => ({
  type: 'steckbrett_led_set',
  id,
  fields: { PART: 'red', STATE: state },
});
const count = { name: 'Runden', id: 'count' };

describe('a program', () => {
  it('has one stack for each hat, from top to bottom, and notes the block before each statement', async () => {
    const program = await programOf([
      {
        ...chain(
          { type: 'steckbrett_when_button', id: 'hat2', fields: { PART: 'button', EVENT: 'released' } },
          led('b', 'off'),
        ),
        y: 200,
      },
      { ...start({ type: 'steckbrett_forever', id: 'loop', inputs: { DO: { block: led('a') } } }), y: 0 },
    ]);
    expect(program).toBe(
      [
        "$on('start', {}, 'hat', function* () {",
        "  $b = 'loop'; if ($p) yield* $at();",
        '  for (;;) {',
        '    if ($due()) yield;',
        "    $b = 'a'; if ($p) yield* $at();",
        "    $do('red', 'on');",
        "    $b = 'loop'; if ($p) yield* $at();",
        '  }',
        '});',
        '',
        "$on('event', { part: 'button', event: 'released' }, 'hat2', function* () {",
        "  $b = 'b'; if ($p) yield* $at();",
        "  $do('red', 'off');",
        '});',
        '',
      ].join('\n'),
    );
  });

  it('leaves out loose blocks, loose values, and stacks whose hat is switched off', async () => {
    const program = await programOf([
      led('loose'),
      { type: 'math_number', fields: { NUM: 5 } },
      { ...start(led('asleep')), disabledReasons: ['MANUALLY_DISABLED'] },
    ]);
    expect(program.trim()).toBe('');
  });

  it('leaves out a switched-off block and goes on with the next', async () => {
    const program = await programOf([
      start({ ...led('off'), disabledReasons: ['MANUALLY_DISABLED'] }, led('next')),
    ]);
    expect(program).not.toContain("'off'");
    expect(program).toContain("'next'");
  });

  it('is the same each time', async () => {
    const workspace = await workspaceOf([start(led('a'))]);
    expect(generateProgram(workspace)).toBe(generateProgram(workspace));
  });

  it('declares each variable once, for the whole program, from 0 on', async () => {
    const set = { type: 'variables_set', fields: { VAR: { id: count.id } } };
    const program = await programOf([start(set), { ...start(set), id: 'hat2' }], {
      variables: [count, { name: 'name', id: 'second' }, { name: 'unused', id: 'third' }],
    });
    expect(program).toMatch(/^var Runden = 0;\n/);
    expect(program.match(/var /g)).toHaveLength(1);
  });

  it.each([
    ['$do', /var _do = 0;/],
    ['while', /var while2 = 0;/],
    ['Math', /var Math2 = 0;/],
    ['arguments', /var arguments2 = 0;/],
    ['name', /var name = 0;/],
    ['mein Zähler', /var mein_Zähler = 0;/],
    ['счётчик', /var счётчик = 0;/],
    ['1. Platz', /var _1__Platz = 0;/],
    ['🚀', /var _ = 0;/],
  ])('gives a variable called %s a name of its own', async (name, declaration) => {
    const program = await programOf([start({ type: 'variables_set', fields: { VAR: { id: 'v' } } })], {
      variables: [{ name, id: 'v' }],
    });
    expect(program).toMatch(declaration);
    expect(program).not.toMatch(/var \$/);
  });

  it('keeps its counters apart from each other and from variables', async () => {
    const repeat = (id: string, inner?: SavedBlock): SavedBlock => ({
      type: 'steckbrett_repeat',
      id,
      inputs: {
        TIMES: { block: { type: 'variables_get', fields: { VAR: { id: 'v' } } } },
        ...(inner ? { DO: { block: inner } } : {}),
      },
    });
    const program = await programOf([start(repeat('outer', repeat('inner')))], {
      variables: [{ name: 'round', id: 'v' }],
    });
    expect(program).toContain('for (let round2 = 0, rounds = round; round2 < rounds; round2++)');
    expect(program).toContain('for (let round3 = 0, rounds2 = round; round3 < rounds2; round3++)');
  });

  it('is refused with a sentence when it holds a block that is not of the language', async () => {
    const workspace = await workspaceOf([start({ type: 'text_prompt_ext', id: 'x' })].slice(1));
    Blockly.serialization.workspaces.load(
      { blocks: { languageVersion: 0, blocks: [start({ type: 'text_print', id: 'x' })] } },
      workspace,
    );
    expect(() => generateProgram(workspace)).toThrow(ProblemError);
    expect(() => generateProgram(workspace)).toThrow(/block-unknown/);
  });
});
