import { sleepFor } from '../language/control.ts';
import type { PythonPart } from '../python-block.ts';

/** Active buzzer. */
export const buzzer: PythonPart = {
  part: 'buzzer',
  make: (id, program) => `${program.use('gpiozero', 'Buzzer')}(${program.wiredPart(id)?.pins.signal})`,
  blocks: {
    steckbrett_buzzer_set: (block, program) =>
      `${program.part(block)}.${block.getFieldValue('STATE') === 'off' ? 'off' : 'on'}()\n`,
    steckbrett_buzzer_beep(block, program) {
      const name = program.part(block);
      return `${name}.on()\n${sleepFor(block, 'SECONDS', program)}${name}.off()\n`;
    },
  },
};
