import type { Block } from 'blockly/core';
import { rewritten } from '../../code-marks.ts';
import { isNeverNegative, isOnly, Kind } from '../kinds.ts';
import { Order } from '../order.ts';
import type { WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

/** How often "wait until" looks, in seconds, as in the blocks' program. */
const pollSeconds = 0.01;

/** Waits for the seconds in an input; less than none is none. */
export function sleepFor(block: Block, input: string, program: PythonProgram): string {
  const sleep = program.use('time', 'sleep');
  const code = program.value(block, input);
  if (isNeverNegative(block.getInputTargetBlock(input))) return `${sleep}(${code})\n`;
  return `${sleep}(${program.literal(block, input) === undefined ? `max(0, ${code})` : rewritten(code, '0')})\n`;
}

function ifCode(block: Block, program: PythonProgram): string {
  let code = '';
  for (let branch = 0; block.getInput(`IF${branch}`); branch++) {
    const condition = program.value(block, `IF${branch}`, Order.NONE, 'False');
    code += `${branch === 0 ? 'if' : 'elif'} ${condition}:\n${program.body(block, `DO${branch}`)}`;
  }
  const other = block.getInputTargetBlock('ELSE');
  if (!other) return code;
  // "else: if …" reads better in one line.
  const only = !other.getNextBlock() && other.isEnabled() && other.type.startsWith('controls_if');
  return code + (only ? `el${program.stack(other)}` : `else:\n${program.body(block, 'ELSE')}`);
}

/** "count from 1 to 10": a range where all is whole and the way is known. */
function counting(block: Block, program: PythonProgram): string {
  const [from, to, by] = ['FROM', 'TO', 'BY'].map((input) => program.literal(block, input));
  const code = (input: string) => program.value(block, input);
  const known = from !== undefined && to !== undefined && by !== undefined && by !== 0;
  if (!known || ![from, to, by].every(Number.isSafeInteger)) {
    return `${program.helper('count')}(${code('FROM')}, ${code('TO')}, ${code('BY')})`;
  }
  const up = from <= to;
  const step = up ? Math.abs(by) : -Math.abs(by);
  const place = (input: string, number: number) => {
    const shown = code(input);
    return rewritten(shown, String(number));
  };
  const parts = [place('FROM', from), place('TO', up ? to + 1 : to - 1)];
  return `range(${[...parts, ...(step === 1 ? [] : [place('BY', step)])].join(', ')})`;
}

/** Order and repetition. */
export const control = {
  steckbrett_wait: (block, program) => sleepFor(block, 'SECONDS', program),
  steckbrett_forever: (block, program) => `while True:\n${program.loop(block)}`,
  steckbrett_repeat(block, program) {
    const whole = isOnly(program.analysis.kinds.in(block, 'TIMES'), Kind.int);
    const times = program.value(block, 'TIMES');
    const rounds = whole ? times : `${program.use('math', 'ceil')}(${times})`;
    return `for _ in range(${rounds}):\n${program.loop(block)}`;
  },
  controls_whileUntil(block, program) {
    const until = block.getFieldValue('MODE') === 'UNTIL';
    const condition = program.value(block, 'BOOL', until ? Order.LOGICAL_NOT : Order.NONE, 'False');
    return `while ${until ? 'not ' : ''}${condition}:\n${program.loop(block)}`;
  },
  controls_for(block, program) {
    const range = counting(block, program);
    return `for ${program.changed(block)} in ${range}:\n${program.loop(block)}`;
  },
  controls_forEach(block, program) {
    const list = program.value(block, 'LIST', Order.NONE, '[]');
    return `for ${program.changed(block)} in ${list}:\n${program.loop(block)}`;
  },
  controls_flow_statements(block, program) {
    if (!program.inLoop) return `pass  # ${program.says('nur in einer Schleife', 'only in a loop')}\n`;
    return block.getFieldValue('FLOW') === 'CONTINUE' ? 'continue\n' : 'break\n';
  },
  controls_if: ifCode,
  controls_ifelse: ifCode,
  steckbrett_wait_until(block, program) {
    const condition = program.value(block, 'CONDITION', Order.LOGICAL_NOT, 'False');
    return `while not ${condition}:\n${program.INDENT}${program.use('time', 'sleep')}(${pollSeconds})\n`;
  },
} satisfies Record<string, WritePython>;
