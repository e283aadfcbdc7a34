import type { Block } from 'blockly/core';
import { rewritten } from '../../code-marks.ts';
import { placeIn } from '../language/places.ts';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';
import { pythonString } from '../python-text.ts';

const colour = (block: Block, program: PythonProgram) =>
  `${program.use('colorzero', 'Color')}(${program.value(block, 'COLOUR', Order.NONE, '"#000000"')}).rgb_bytes`;

/** The first letter of the text in an input; a Sense HAT takes one only. */
function letter(block: Block, program: PythonProgram): string {
  const inner = block.getInputTargetBlock('LETTER');
  const code = program.text(block, 'LETTER', Order.MEMBER);
  if (inner?.type !== 'text') return `(${code} + " ")[0]`;
  const [first = ' '] = String(inner.getFieldValue('TEXT') ?? '');
  return rewritten(code, pythonString(first));
}

const directions: Readonly<Record<string, string>> = {
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  pressed: 'middle',
};

/** Sense HAT. Its lights stay on when the program ends, so the program switches them off. */
export const senseHat: PythonPart = {
  part: 'sense-hat',
  make(id, program) {
    program.packages.add('python3-sense-hat');
    const rotation = Number(program.wiredPart(id)?.options?.rotation ?? 0);
    const name = program.partName(id);
    const turned = rotation === 0 ? '' : `\n${name}.set_rotation(${rotation})`;
    return `${program.use('sense_hat', 'SenseHat')}()${turned}\n${program.use('atexit', 'register')}(${name}.clear)`;
  },
  blocks: {
    steckbrett_sense_fill: (block, program) => `${program.part(block)}.clear(${colour(block, program)})\n`,
    steckbrett_sense_pixel(block, program) {
      const [x, y] = ['COLUMN', 'ROW'].map((input) => placeIn(block, input, program));
      return `${program.part(block)}.set_pixel(${x}, ${y}, ${colour(block, program)})\n`;
    },
    steckbrett_sense_letter: (block, program) =>
      `${program.part(block)}.show_letter(${letter(block, program)}, ${colour(block, program)})\n`,
    steckbrett_sense_off: (block, program) => `${program.part(block)}.clear()\n`,
    steckbrett_sense_value(block, program) {
      const name = program.part(block);
      const value = String(block.getFieldValue('VALUE'));
      if (value === 'tiltX' || value === 'tiltY')
        return [
          `${program.helper('tilt')}(${name}, "${value === 'tiltX' ? 'x' : 'y'}")`,
          Order.FUNCTION_CALL,
        ];
      if (value === 'temperature') return [`round(${name}.temperature, 1)`, Order.FUNCTION_CALL];
      return [`round(${name}.${value === 'pressure' ? 'pressure' : 'humidity'})`, Order.FUNCTION_CALL];
    },
  },
  hats: {
    steckbrett_when_joystick: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target: (hat, program) =>
        `${program.part(hat)}.stick.direction_${directions[String(hat.getFieldValue('EVENT'))] ?? 'middle'}`,
      handler: (stack, program) => `${program.helper('on_press')}(${stack})`,
    },
  },
  helpers: {
    on_press: {
      says: {
        de: 'Der Joystick meldet auch Halten und Loslassen; hier zählt nur das Drücken.',
        en: 'The joystick also tells of holding and letting go; here only a push counts.',
      },
      code: `
def on_press(stack):
    %
    return lambda event: stack() if event.action == "pressed" else None
`,
    },
    tilt: {
      imports: ['math asin', 'math degrees', 'math hypot'],
      says: {
        de: 'Um wie viel Grad der Sense HAT nach rechts (x) oder nach vorn (y) geneigt ist.',
        en: 'By how many degrees the Sense HAT is tilted to the right (x) or to the front (y).',
      },
      code: `
def tilt(sense, axis):
    %
    force = sense.get_accelerometer_raw()
    length = hypot(force["x"], hypot(force["y"], force["z"])) or 1
    return round(-degrees(asin(force[axis] / length)))
`,
    },
  },
};
