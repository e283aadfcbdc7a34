import { describe, expect, it } from 'vitest';
import { programOf, type SavedBlock, start } from './workspace.ts';

const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const text = (value: string) => ({ block: { type: 'text', fields: { TEXT: value } } });
const pressed = { block: { type: 'steckbrett_button_pressed', fields: { PART: 'button' } } };
const yes = { block: { type: 'logic_boolean', fields: { BOOL: 'TRUE' } } };

/** What stands in the stack of the start hat, without its indent and without the note of the block's own id. */
async function statement(block: SavedBlock): Promise<string> {
  const program = await programOf([start({ ...block, id: 'me' })]);
  const body = program.match(/function\* \(\) \{\n([\s\S]*)\}\);\n$/)?.[1] ?? '';
  return body.replace(/^ {2}/gm, '').replace("$b = 'me'; if ($p) yield* $at();\n", '').trim();
}

describe('each block becomes what the program API expects', () => {
  it.each<[string, SavedBlock, string]>([
    ['LED on', { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'on' } }, "$do('red', 'on');"],
    [
      'LED off',
      { type: 'steckbrett_led_set', fields: { PART: 'green', STATE: 'off' } },
      "$do('green', 'off');",
    ],
    ['LED toggle', { type: 'steckbrett_led_toggle', fields: { PART: 'amber' } }, "$do('amber', 'toggle');"],
    [
      'buzzer on',
      { type: 'steckbrett_buzzer_set', fields: { PART: 'buzzer', STATE: 'on' } },
      "$do('buzzer', 'on');",
    ],
    [
      'beep',
      { type: 'steckbrett_buzzer_beep', fields: { PART: 'buzzer' }, inputs: { SECONDS: number(0.5) } },
      "$do('buzzer', 'on');\nyield* $wait(0.5);\n$do('buzzer', 'off');",
    ],
    ['wait', { type: 'steckbrett_wait', inputs: { SECONDS: number(2) } }, 'yield* $wait(2);'],
    ['wait without a number', { type: 'steckbrett_wait' }, 'yield* $wait(0);'],
    [
      'wait until',
      { type: 'steckbrett_wait_until', inputs: { CONDITION: pressed } },
      "while (!$read('button', 'pressed')) yield* $wait(0.01);",
    ],
    [
      'wait until something composed',
      {
        type: 'steckbrett_wait_until',
        inputs: {
          CONDITION: {
            block: { type: 'logic_operation', fields: { OP: 'AND' }, inputs: { A: pressed, B: yes } },
          },
        },
      },
      "while (!($read('button', 'pressed') && true)) yield* $wait(0.01);",
    ],
    ['print', { type: 'steckbrett_print', inputs: { VALUE: text('Hallo') } }, "$print('Hallo');"],
    ['print nothing', { type: 'steckbrett_print' }, "$print('');"],
    [
      'forever',
      { type: 'steckbrett_forever' },
      "for (;;) {\n  if ($due()) yield;\n  $b = 'me'; if ($p) yield* $at();\n}",
    ],
    [
      'repeat',
      { type: 'steckbrett_repeat', inputs: { TIMES: number(3) } },
      "for (let round = 0, rounds = 3; round < rounds; round++) {\n  if ($due()) yield;\n  $b = 'me'; if ($p) yield* $at();\n}",
    ],
    [
      'while',
      { type: 'controls_whileUntil', fields: { MODE: 'WHILE' }, inputs: { BOOL: pressed } },
      "while ($read('button', 'pressed')) {\n  if ($due()) yield;\n  $b = 'me'; if ($p) yield* $at();\n}",
    ],
    [
      'if … else',
      {
        type: 'controls_ifelse',
        inputs: {
          IF0: pressed,
          DO0: { block: { type: 'steckbrett_led_toggle', id: 'a', fields: { PART: 'red' } } },
          ELSE: { block: { type: 'steckbrett_led_toggle', id: 'b', fields: { PART: 'green' } } },
        },
      },
      "if ($read('button', 'pressed')) {\n  $b = 'a'; if ($p) yield* $at();\n  $do('red', 'toggle');\n} else {\n  $b = 'b'; if ($p) yield* $at();\n  $do('green', 'toggle');\n}",
    ],
  ])('%s', async (_name, block, expected) => {
    expect(await statement(block)).toBe(expected);
  });
});
