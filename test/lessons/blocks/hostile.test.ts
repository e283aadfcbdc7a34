import { describe, expect, it } from 'vitest';
import { quote } from '../../../lessons/blocks/quote.ts';
import { programOf, start } from './workspace.ts';

/** Texts that have left a string literal somewhere, once. */
const hostile = [
  "'); escaped = true; ('",
  '"); escaped = true; ("',
  "\\'); escaped = true; //",
  '\\',
  "\\\\'",
  `\`\${escaped = true}\``,
  "line\nbreak'",
  "carriage\rreturn'",
  '\u2028escaped = true; //',
  '\u2029escaped = true; //',
  '*/ escaped = true; /*',
  '// comment',
  '$& $1 $$ $`',
  '%1',
  '\0',
  '\ud800',
  '</script>',
];

/** Runs a program on an API that notes what it hears; only what `$`-functions say gets out. */
function run(program: string) {
  const heard = {
    printed: [] as unknown[],
    hats: [] as string[],
    blocks: [] as string[],
    parts: [] as string[],
  };
  const frame = new Function(
    '$on',
    '$print',
    '$do',
    '$note',
    '$watch',
    `'use strict'; let escaped = false; let $b = '', $p = false;\n{\n${program}\n}\nreturn () => escaped;`,
  );
  const stacks: (() => Generator)[] = [];
  const escaped = frame(
    (_hat: string, _options: object, block: string, stack: () => Generator) => {
      heard.hats.push(block);
      stacks.push(stack);
    },
    (value: unknown) => heard.printed.push(value),
    (part: string) => heard.parts.push(part),
    () => {},
    () => {},
  ) as () => boolean;
  for (const stack of stacks) for (const _ of stack());
  return { ...heard, escaped: escaped() };
}

describe('what a file brings cannot leave its place in the program', () => {
  it.each(hostile)('a string literal stands for exactly %j', (text) => {
    expect(new Function(`return ${quote(text)};`)()).toBe(text);
    expect(quote(text)).not.toMatch(/[\n\r\u2028\u2029]/);
  });

  it.each(hostile)('as a printed text: %j', async (text) => {
    const program = await programOf([
      start({
        type: 'steckbrett_print',
        inputs: { VALUE: { block: { type: 'text', fields: { TEXT: text } } } },
      }),
    ]);
    // Blockly's text field itself turns line breaks into spaces or keeps them; either way the text stays a text.
    const { printed, escaped } = run(program);
    expect(escaped).toBe(false);
    expect(String(printed[0]).replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
  });

  it.each(hostile)('as the id of a hat and of a block: %j', async (id) => {
    const program = await programOf([{ ...start({ type: 'steckbrett_print', id: `b${id}` }), id: `h${id}` }]);
    const { hats, escaped } = run(program);
    expect(escaped).toBe(false);
    expect(hats).toEqual([`h${id}`]);
  });

  it.each(hostile)('as the name of a variable: %j', async (name) => {
    const program = await programOf(
      [
        start(
          {
            type: 'variables_set',
            fields: { VAR: { id: 'v' } },
            inputs: { VALUE: { block: { type: 'math_number', fields: { NUM: 7 } } } },
          },
          {
            type: 'steckbrett_print',
            inputs: { VALUE: { block: { type: 'variables_get', fields: { VAR: { id: 'v' } } } } },
          },
        ),
      ],
      { variables: [{ name, id: 'v' }] },
    );
    expect(run(program)).toMatchObject({ escaped: false, printed: [7] });
  });

  it.each(hostile)('as a comment on a block: %j', async (text) => {
    const program = await programOf([
      start({
        type: 'steckbrett_print',
        id: 'a',
        icons: { comment: { text, pinned: false, height: 80, width: 80 } },
      }),
    ]);
    expect(run(program).escaped).toBe(false);
  });

  it.each(hostile)('as the part of a block: %j falls back to a wired one', async (part) => {
    const program = await programOf([
      start({ type: 'steckbrett_led_toggle', id: 'a', fields: { PART: part } }),
    ]);
    expect(run(program)).toMatchObject({ escaped: false, parts: ['red'] });
  });

  it('cuts an id that is longer than a trace can carry', async () => {
    const program = await programOf([{ ...start(), id: 'x'.repeat(500) }]);
    expect(run(program).hats).toEqual(['x'.repeat(64)]);
  });
});
