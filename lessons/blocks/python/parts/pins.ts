import type { Block } from 'blockly/core';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

const pulsed = (id: string, program: PythonProgram) => program.analysis.hasBlock(id, 'steckbrett_pin_pulse');

/** Bare output; with pulses only where a block asks for them. */
export const outputPin: PythonPart = {
  part: 'output-pin',
  make: (id, program) =>
    `${program.use('gpiozero', pulsed(id, program) ? 'PWMOutputDevice' : 'DigitalOutputDevice')}(${program.wiredPart(id)?.pins.signal})`,
  blocks: {
    steckbrett_pin_set: (block, program) =>
      `${program.part(block)}.${block.getFieldValue('STATE') === 'off' ? 'off' : 'on'}()\n`,
    steckbrett_pin_toggle(block, program) {
      const name = program.part(block);
      if (pulsed(String(block.getFieldValue('PART')), program))
        return `${name}.value = 0 if ${name}.value else 1\n`;
      return `${name}.toggle()\n`;
    },
    steckbrett_pin_pulse(block, program) {
      const name = program.part(block);
      const share = program.share(block, 'PERCENT');
      const hertz = program.literal(block, 'HERTZ');
      const code = program.value(block, 'HERTZ');
      const known = hertz !== undefined && hertz >= 1 && hertz <= 1000;
      return `${name}.frequency = ${known ? code : `min(max(${code}, 1), 1000)`}\n${name}.value = ${share}\n`;
    },
  },
};

/** With a pull-up gpiozero takes low for active; blocks ask for high. */
const pulledUp = (hat: Block, program: PythonProgram) =>
  program.wiredPart(String(hat.getFieldValue('PART')))?.options?.pull === 'up';

/** Bare input. */
export const inputPin: PythonPart = {
  part: 'input-pin',
  make(id, program) {
    const { pins, options } = program.wiredPart(id) ?? {};
    const pull =
      options?.pull === 'up'
        ? 'pull_up=True'
        : options?.pull === 'down'
          ? 'pull_up=False'
          : 'pull_up=None, active_state=True';
    return `${program.use('gpiozero', 'DigitalInputDevice')}(${pins?.signal}, ${pull})`;
  },
  blocks: {
    steckbrett_pin_high: (block, program) =>
      pulledUp(block, program)
        ? [`not ${program.part(block)}.is_active`, Order.LOGICAL_NOT]
        : [`${program.part(block)}.is_active`, Order.MEMBER],
  },
  hats: {
    steckbrett_when_pin: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target(hat, program) {
        const active = (hat.getFieldValue('EVENT') === 'high') !== pulledUp(hat, program);
        return `${program.part(hat)}.when_${active ? 'activated' : 'deactivated'}`;
      },
    },
  },
};
