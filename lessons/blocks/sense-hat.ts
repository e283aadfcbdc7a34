import { shadowColour } from './colour.ts';
import { type PartFamily, shadowNumber, shadowText } from './family.ts';
import {
  gap,
  inGap,
  partCommand,
  partHat,
  partValue,
  placeInGap,
  plainCommand,
  textInGap,
} from './part-block.ts';

const part = 'sense-hat';
const category = 'display';

/** Sense HAT: its 8 × 8 lights (columns and rows counted from 1), its joystick, its sensors. */
export const senseHat: PartFamily = {
  part,
  category,
  blocks: [
    partHat({ type: 'steckbrett_when_joystick', part }, [
      ['JOYSTICK_UP', 'up'],
      ['JOYSTICK_DOWN', 'down'],
      ['JOYSTICK_LEFT', 'left'],
      ['JOYSTICK_RIGHT', 'right'],
      ['JOYSTICK_PRESSED', 'pressed'],
    ]),
    partCommand({
      type: 'steckbrett_sense_fill',
      part,
      category,
      args: [gap('COLOUR', 'Colour')],
      inputs: { COLOUR: shadowColour('#00ff00') },
      generate: (id, block, generator) =>
        `$do(${id}, 'fill', ${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    partCommand({
      type: 'steckbrett_sense_pixel',
      part,
      category,
      args: [gap('COLUMN', 'Number'), gap('ROW', 'Number'), gap('COLOUR', 'Colour')],
      inputs: { COLUMN: shadowNumber(1), ROW: shadowNumber(1), COLOUR: shadowColour('#ff8000') },
      generate: (id, block, generator) =>
        `$do(${id}, 'pixel', ${placeInGap(block, generator, 'COLUMN')}, ` +
        `${placeInGap(block, generator, 'ROW')}, ${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    partCommand({
      type: 'steckbrett_sense_letter',
      part,
      category,
      args: [gap('LETTER'), gap('COLOUR', 'Colour')],
      inputs: { LETTER: shadowText('A'), COLOUR: shadowColour('#ffff00') },
      generate: (id, block, generator) =>
        `$do(${id}, 'letter', ${textInGap(block, generator, 'LETTER')}, ` +
        `${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    plainCommand({ type: 'steckbrett_sense_off', part, category }, 'off'),
    partValue({ type: 'steckbrett_sense_value', part, category: 'sensing' }, 'Number', [
      ['TEMPERATURE', 'temperature'],
      ['HUMIDITY', 'humidity'],
      ['PRESSURE', 'pressure'],
      ['TILT_X', 'tiltX'],
      ['TILT_Y', 'tiltY'],
    ]),
  ],
};
