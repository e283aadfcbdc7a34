import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

const dimmed = (id: string, program: PythonProgram) =>
  program.analysis.hasBlock(id, 'steckbrett_led_brightness');

/** LED; with pulses only where it is dimmed. */
export const led: PythonPart = {
  part: 'led',
  make(id, program) {
    const gpio = program.wiredPart(id)?.pins.anode;
    return `${program.use('gpiozero', dimmed(id, program) ? 'PWMLED' : 'LED')}(${gpio})`;
  },
  blocks: {
    steckbrett_led_set: (block, program) =>
      `${program.part(block)}.${block.getFieldValue('STATE') === 'off' ? 'off' : 'on'}()\n`,
    steckbrett_led_toggle(block, program) {
      const name = program.part(block);
      // A dimmed LED of gpiozero would go from 30 to 70 percent.
      if (dimmed(String(block.getFieldValue('PART')), program))
        return `${name}.value = 0 if ${name}.is_lit else 1\n`;
      return `${name}.toggle()\n`;
    },
    steckbrett_led_brightness: (block, program) =>
      `${program.part(block)}.value = ${program.share(block, 'PERCENT')}\n`,
  },
};
