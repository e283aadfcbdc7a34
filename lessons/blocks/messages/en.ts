import type { de } from './de.ts';

/** Our texts for Blockly, in English; the keys are those of the German ones. */
export const en: Readonly<Record<keyof typeof de, string>> = {
  STECKBRETT_CATEGORY_EVENTS: 'Start',
  STECKBRETT_CATEGORY_CONTROL: 'Control',
  STECKBRETT_CATEGORY_LIGHT: 'Light',
  STECKBRETT_CATEGORY_SOUND: 'Sound',
  STECKBRETT_CATEGORY_MOVEMENT: 'Movement',
  STECKBRETT_CATEGORY_SENSING: 'Sensing',
  STECKBRETT_CATEGORY_DISPLAY: 'Display',
  STECKBRETT_CATEGORY_OUTPUT: 'Output',
  STECKBRETT_CATEGORY_LOGIC: 'Logic',
  STECKBRETT_CATEGORY_MATHS: 'Maths',
  STECKBRETT_CATEGORY_TEXT: 'Text',
  STECKBRETT_CATEGORY_LISTS: 'Lists',
  STECKBRETT_CATEGORY_VARIABLES: 'Variables',
  STECKBRETT_CATEGORY_PROCEDURES: 'My blocks',

  STECKBRETT_PART_LABEL: '%1 (GPIO %2)',
  STECKBRETT_PART_LED: 'LED',
  STECKBRETT_PART_LED_RED: 'red LED',
  STECKBRETT_PART_LED_AMBER: 'amber LED',
  STECKBRETT_PART_LED_GREEN: 'green LED',
  STECKBRETT_PART_LED_BLUE: 'blue LED',
  STECKBRETT_PART_LED_WHITE: 'white LED',
  STECKBRETT_PART_LED_YELLOW: 'yellow LED',
  STECKBRETT_PART_BUTTON: 'button',
  STECKBRETT_PART_BUZZER: 'buzzer',
  STECKBRETT_UNWIRED: '%1 (not wired)',
  STECKBRETT_UNWIRED_WARNING:
    '“%1” is not wired right now. Plug the part in, or choose another in the block.',
  STECKBRETT_NO_PART: '(no part)',
  STECKBRETT_NO_PART_WARNING: 'No part is wired for this block yet.',

  STECKBRETT_ON: 'on',
  STECKBRETT_OFF: 'off',
  STECKBRETT_PRESSED: 'pressed',
  STECKBRETT_RELEASED: 'released',

  STECKBRETT_START: 'when the program starts',
  STECKBRETT_START_TOOLTIP:
    'This is where it begins: what hangs below runs as soon as you press “Run”. You may have several of these.',
  STECKBRETT_WHEN_BUTTON: 'when %1 is %2',
  STECKBRETT_WHEN_BUTTON_TOOLTIP:
    'What hangs below runs once from top to bottom, each time you press or let go.',

  STECKBRETT_EVERY: 'every %1 seconds',
  STECKBRETT_EVERY_TOOLTIP:
    'What hangs below runs to a beat: first after so many seconds, then again and again. If it takes longer once, it goes on right after.',
  STECKBRETT_WHEN_KEY: 'when key %1 is pressed',
  STECKBRETT_WHEN_KEY_TOOLTIP:
    'What hangs below runs once each time this key is pressed. You find the keys next to your program, too.',
  STECKBRETT_KEY_SPACE: 'space',
  STECKBRETT_KEY_UP: 'up arrow',
  STECKBRETT_KEY_DOWN: 'down arrow',
  STECKBRETT_KEY_LEFT: 'left arrow',
  STECKBRETT_KEY_RIGHT: 'right arrow',
  STECKBRETT_MESSAGE_FIRST: 'go',
  STECKBRETT_WHEN_MESSAGE: 'when message %1 comes',
  STECKBRETT_WHEN_MESSAGE_TOOLTIP: 'What hangs below runs each time another stack sends this message.',
  STECKBRETT_SEND: 'send message %1',
  STECKBRETT_SEND_TOOLTIP: 'Wakes all stacks that wait for this message. This stack goes on at once.',

  STECKBRETT_WAIT: 'wait %1 seconds',
  STECKBRETT_WAIT_TOOLTIP: 'This stack takes a break here. Half a second is 0.5. Other stacks go on.',
  STECKBRETT_FOREVER: 'forever',
  STECKBRETT_FOREVER_TOOLTIP: 'What is inside starts over and over again, until you stop it.',
  STECKBRETT_REPEAT: 'repeat %1 times',
  STECKBRETT_REPEAT_TOOLTIP: 'What is inside runs as often as you say. Then the blocks below go on.',
  STECKBRETT_WAIT_UNTIL: 'wait until %1',
  STECKBRETT_WAIT_UNTIL_TOOLTIP: 'This stack takes a break here until what is in the gap is true.',

  STECKBRETT_LED_SET: 'turn %1 %2',
  STECKBRETT_LED_SET_TOOLTIP: 'Turns the LED on or off. It stays that way until another block changes it.',
  STECKBRETT_LED_TOGGLE: 'toggle %1',
  STECKBRETT_LED_TOGGLE_TOOLTIP: 'If the LED was on, it goes off. If it was off, it goes on.',
  STECKBRETT_LED_BRIGHTNESS: 'dim %1 to %2 %',
  STECKBRETT_LED_BRIGHTNESS_TOOLTIP: 'How bright the LED is: 0 is off, 100 is fully bright.',
  STECKBRETT_BUZZER_SET: 'turn %1 %2',
  STECKBRETT_BUZZER_SET_TOOLTIP: 'Turns the buzzer on or off. It buzzes until you turn it off.',
  STECKBRETT_BUZZER_BEEP: 'beep %1 for %2 seconds',
  STECKBRETT_BUZZER_BEEP_TOOLTIP:
    'The buzzer beeps for that long, then it is quiet. Only then does the next block run.',
  STECKBRETT_BUTTON_PRESSED: '%1 pressed?',
  STECKBRETT_BUTTON_PRESSED_TOOLTIP: 'True while somebody presses the button. Fits into hexagonal gaps.',

  STECKBRETT_MINMAX: 'the %1 of %2 and %3',
  STECKBRETT_MINMAX_TOOLTIP: 'Compares two numbers and takes the smaller or the larger one.',
  STECKBRETT_SMALLER: 'smaller',
  STECKBRETT_LARGER: 'larger',
  STECKBRETT_MAP: 'map %1 from %2 to %3 onto %4 to %5',
  STECKBRETT_MAP_TOOLTIP:
    'A value of one range becomes the value at the same place of the other: 50 of 0 to 100 becomes 90 of 0 to 180.',
  STECKBRETT_TEXT_CONTAINS: '%1 contains %2?',
  STECKBRETT_TEXT_CONTAINS_TOOLTIP: 'True if the second text is somewhere in the first one.',
  STECKBRETT_TEXT_TO_NUMBER: 'number from %1',
  STECKBRETT_TEXT_TO_NUMBER_TOOLTIP:
    'Makes a number of a text: 3,5 and 3.5 are the same. What is no number becomes 0.',

  STECKBRETT_PRINT: 'print %1',
  STECKBRETT_PRINT_TOOLTIP: 'Writes a line into the output next to your program.',
};
