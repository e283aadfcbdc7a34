import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import { pythonString } from '../python-text.ts';

/** RGB LED, and the blocks that make colours: texts such as "#ff8000". */
export const rgbLed: PythonPart = {
  part: 'rgb-led',
  make(id, program) {
    const { pins, options } = program.wiredPart(id) ?? {};
    const anode = options?.common === 'anode' ? ', active_high=False' : '';
    return `${program.use('gpiozero', 'RGBLED')}(red=${pins?.red}, green=${pins?.green}, blue=${pins?.blue}${anode})`;
  },
  blocks: {
    steckbrett_rgb_set: (block, program) =>
      `${program.part(block)}.color = ${program.use('colorzero', 'Color')}(${program.value(block, 'COLOUR', Order.NONE, '"#000000"')})\n`,
    steckbrett_rgb_off: (block, program) => `${program.part(block)}.off()\n`,
    steckbrett_colour: (block) => [
      pythonString(String(block.getFieldValue('COLOUR') ?? '#000000')),
      Order.ATOMIC,
    ],
    steckbrett_colour_mix(block, program) {
      const shares = ['RED', 'GREEN', 'BLUE'].map((one) => program.value(block, one));
      return [`${program.helper('mix_colour')}(${shares.join(', ')})`, Order.FUNCTION_CALL];
    },
    steckbrett_colour_random: (_block, program) => [
      `${program.helper('random_colour')}()`,
      Order.FUNCTION_CALL,
    ],
  },
  helpers: {
    mix_colour: {
      imports: ['math floor'],
      says: {
        de: 'Mischt eine Farbe aus drei Anteilen in Prozent.',
        en: 'Mixes a colour from three shares in percent.',
      },
      code: `
def mix_colour(red, green, blue):
    %
    shares = [floor(min(max(share, 0), 100) * 2.55 + 0.5) for share in (red, green, blue)]
    return "#%02x%02x%02x" % tuple(shares)
`,
    },
    random_colour: {
      imports: ['random randrange'],
      says: { de: 'Irgendeine Farbe.', en: 'Any colour.' },
      code: `
def random_colour():
    %
    return "#%06x" % randrange(0x1000000)
`,
    },
  },
};
