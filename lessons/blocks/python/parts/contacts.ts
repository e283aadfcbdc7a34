import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';

/** What a contact that bounces does for so long, in seconds, does not count. */
const bounce = 'bounce_time=0.005';

/** Button to ground, with the Pi's pull-up. */
export const button: PythonPart = {
  part: 'button',
  make(id, program) {
    const debounced = program.analysis.hasBlock(id, 'steckbrett_when_button') ? `, ${bounce}` : '';
    return `${program.use('gpiozero', 'Button')}(${program.wiredPart(id)?.pins.signal}${debounced})`;
  },
  blocks: {
    steckbrett_button_pressed: (block, program) => [`${program.part(block)}.is_pressed`, Order.MEMBER],
  },
  hats: {
    steckbrett_when_button: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target: (hat, program) => `${program.part(hat)}.when_${hat.getFieldValue('EVENT')}`,
    },
  },
};

/** Switch to ground, with the Pi's pull-up; to gpiozero a button that stays pressed. */
export const toggleSwitch: PythonPart = {
  part: 'switch',
  make(id, program) {
    const debounced = program.analysis.hasBlock(id, 'steckbrett_when_switch') ? `, ${bounce}` : '';
    return `${program.use('gpiozero', 'Button')}(${program.wiredPart(id)?.pins.signal}${debounced})`;
  },
  blocks: {
    steckbrett_switch_closed: (block, program) => [`${program.part(block)}.is_pressed`, Order.MEMBER],
  },
  hats: {
    steckbrett_when_switch: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target: (hat, program) =>
        `${program.part(hat)}.when_${hat.getFieldValue('EVENT') === 'opened' ? 'released' : 'pressed'}`,
    },
  },
};
