/**
 * Every block type that a program may use, by toolbox category, in the toolbox's order. The names are stable:
 * saved work carries them. This file imports nothing, so that the server can check a lesson without Blockly.
 */
export const blockTypesByCategory = {
  events: ['steckbrett_start', 'steckbrett_when_button'],
  control: [
    'steckbrett_wait',
    'steckbrett_forever',
    'steckbrett_repeat',
    'controls_whileUntil',
    'controls_if',
    'controls_ifelse',
    'steckbrett_wait_until',
  ],
  light: ['steckbrett_led_set', 'steckbrett_led_toggle'],
  sound: ['steckbrett_buzzer_set', 'steckbrett_buzzer_beep'],
  sensing: ['steckbrett_button_pressed'],
  output: ['steckbrett_print'],
  logic: ['logic_compare', 'logic_operation', 'logic_negate', 'logic_boolean'],
  maths: ['math_number', 'math_arithmetic', 'math_modulo', 'math_round', 'math_random_int'],
  text: ['text', 'text_join'],
  variables: ['variables_set', 'variables_get', 'math_change'],
} as const;

/** A category of the toolbox. */
export type Category = keyof typeof blockTypesByCategory;
/** A block type of the language. */
export type BlockType = (typeof blockTypesByCategory)[Category][number];

/** The categories in the toolbox's order. */
export const categories = Object.keys(blockTypesByCategory) as Category[];
/** Every block type of the language. */
export const blockTypes: readonly BlockType[] = categories.flatMap(
  (category) => blockTypesByCategory[category],
);
