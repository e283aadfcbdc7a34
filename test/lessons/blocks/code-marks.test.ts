import type { Block } from 'blockly/core';
import { describe, expect, it } from 'vitest';
import { CodeMarks, plain, rewritten, withoutMarks } from '../../../lessons/blocks/code-marks.ts';

const block = (id: string) => ({ id }) as Block;
const read = (marks: CodeMarks, code: string) => {
  const { text, marks: ranges } = marks.finish(code);
  return { text, parts: ranges.map(({ block, from, to }) => [block, text.slice(from, to)]) };
};

describe('marks in code', () => {
  it('cover a statement without the line break at its end', () => {
    const marks = new CodeMarks();
    const code = marks.wrap(block('a'), 'red.on()\n') + marks.wrap(block('b'), 'red.off()\n');
    expect(read(marks, code)).toEqual({
      text: 'red.on()\nred.off()\n',
      parts: [
        ['a', 'red.on()'],
        ['b', 'red.off()'],
      ],
    });
  });

  it('move along when the code is indented, and name outer blocks first', () => {
    const marks = new CodeMarks();
    const inner = marks.wrap(block('inner'), `sleep(${marks.wrap(block('value'), ['5', 0])[0]})\n`);
    const code = marks.wrap(block('outer'), `while True:\n    ${inner}`);
    expect(read(marks, `    ${code.replaceAll('\n', '\n    ')}`).parts).toEqual([
      ['outer', 'while True:\n        sleep(5)'],
      ['inner', 'sleep(5)'],
      ['value', '5'],
    ]);
  });

  it('are two for code that stands in two places, and none for code that was left out', () => {
    const marks = new CodeMarks();
    const code = marks.wrap(block('a'), ['x', 0])[0];
    marks.wrap(block('lost'), 'y\n');
    marks.wrap(block('empty'), '');
    expect(read(marks, `${code} + ${code}`)).toEqual({
      text: 'x + x',
      parts: [
        ['a', 'x'],
        ['a', 'x'],
      ],
    });
  });

  it('vanish where code was cut through, and the others stay', () => {
    const marks = new CodeMarks();
    const whole = marks.wrap(block('whole'), ['b', 0])[0];
    const cut = marks.wrap(block('cut'), `a${whole}\n`);
    expect(read(marks, cut.slice(0, -4))).toEqual({ text: 'ab', parts: [['whole', 'b']] });
  });

  it('cannot be forged by a text', () => {
    const marks = new CodeMarks();
    const forged = '\uFDD00\uFDD2x\uFDD10\uFDD2';
    const code = marks.wrap(block('a'), `print("${plain(forged)}")\n`);
    expect(read(marks, code).parts).toHaveLength(1);
    expect(withoutMarks(code)).toBe('print("\uFFFD0\uFFFDx\uFFFD10\uFFFD")\n'.replace('10', '0'));
  });
});

it('a number may be written otherwise, and its mark stays', () => {
  const marks = new CodeMarks();
  for (let count = 0; count < 6; count++) marks.wrap(block('other'), 'x\n');
  const [five] = marks.wrap(block('five'), ['6', 0]);
  expect(read(marks, `wait(${rewritten(five, '0.06')})`)).toEqual({
    text: 'wait(0.06)',
    parts: [['five', '0.06']],
  });
});
