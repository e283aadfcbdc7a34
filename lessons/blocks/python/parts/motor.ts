import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';

/** DC motor on an H-bridge. gpiozero pulses the direction's pin, and holds `enable` high. */
export const motor: PythonPart = {
  part: 'motor',
  make(id, program) {
    const pins = program.wiredPart(id)?.pins;
    return `${program.use('gpiozero', 'Motor')}(forward=${pins?.forward}, backward=${pins?.backward}, enable=${pins?.enable})`;
  },
  blocks: {
    steckbrett_motor_run(block, program) {
      const back = block.getFieldValue('DIRECTION') === 'backward';
      const percent = program.literal(block, 'PERCENT');
      if (percent !== undefined && percent >= 0) {
        return `${program.part(block)}.${back ? 'backward' : 'forward'}(${program.share(block, 'PERCENT')})\n`;
      }
      const power = program.value(block, 'PERCENT', back ? Order.UNARY_SIGN : Order.NONE);
      return `${program.part(block)}.value = ${program.helper('power')}(${back ? '-' : ''}${power})\n`;
    },
    steckbrett_motor_stop: (block, program) => `${program.part(block)}.stop()\n`,
  },
  helpers: {
    power: {
      says: {
        de: '-100 bis 100 Prozent als Zahl von -1 bis 1.',
        en: '-100 to 100 percent as a number from -1 to 1.',
      },
      code: `
def power(percent):
    %
    return min(max(percent, -100), 100) / 100
`,
    },
  },
};
