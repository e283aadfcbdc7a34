import type { Block } from 'blockly/core';
import type { CodeMark, CodeText } from './code-text.ts';

/*
 * Three signs that Unicode reserves for a program's own use and never assigns: no text of people holds them, or
 * `plain` takes them out.
 */
const opens = '\uFDD0';
const closes = '\uFDD1';
const ends = '\uFDD2';
const signs = /[\uFDD0-\uFDD2]/g;
const sign = /\uFDD0(\d+)\uFDD2|\uFDD1(\d+)\uFDD2/g;

/**
 * Which text stands for which block. While a generator works, each block's code carries signs at its beginning and its
 * end, which move with it when it is indented, put in brackets or taken elsewhere; at the end they become ranges.
 *
 * A generator wraps in the functions of its `forBlock`, so that a block's mark does not cover the blocks below it:
 * `forBlock[type] = (block) => marks.wrap(block, generate(block))`. What looks at code (is it a number? does it begin
 * with a minus?) looks at `withoutMarks(code)`. What comes from people goes through `plain` before it is quoted.
 */
export class CodeMarks {
  private readonly blocks: string[] = [];

  /** The block's code with its signs: a statement's without the line break at its end, a value's as it is. */
  wrap<Code extends string | [string, number]>(block: Block, code: Code): Code {
    if (typeof code !== 'string') return [this.around(block.id, code[0]), code[1]] as Code;
    const text = code.replace(/\n+$/, '');
    return (this.around(block.id, text) + code.slice(text.length)) as Code;
  }

  /** The text without signs, and the range of each block. A block whose code stands in two places has two. */
  finish(code: string): CodeText {
    const marks: { block: string; from: number; to: number }[] = [];
    const open: { number: number; mark: number }[] = [];
    let text = '';
    let read = 0;
    for (const found of code.matchAll(sign)) {
      text += code.slice(read, found.index);
      read = found.index + found[0].length;
      const [, opened, closed] = found;
      if (opened !== undefined) {
        open.push({ number: Number(opened), mark: marks.length });
        marks.push({ block: this.blocks[Number(opened)] ?? '', from: text.length, to: -1 });
      } else {
        const last = open.findLastIndex((one) => one.number === Number(closed));
        const mark = marks[open[last]?.mark ?? -1];
        if (mark) mark.to = text.length;
        if (last >= 0) open.length = last;
      }
    }
    text += code.slice(read);
    return { text, marks: marks.filter((mark): mark is CodeMark => mark.to > mark.from) };
  }

  private around(block: string, code: string): string {
    if (code === '') return '';
    const number = this.blocks.push(block) - 1;
    return `${opens}${number}${ends}${code}${closes}${number}${ends}`;
  }
}

/** The code as it will be read. */
export function withoutMarks(code: string): string {
  return code.replace(sign, '');
}

/** A text of people's, in which nothing can pass for a sign. */
export function plain(text: string): string {
  return text.replace(signs, '\uFFFD');
}

/** Another text in the place of the code of one block that has none inside it; its signs stay. */
export function rewritten(code: string, text: string): string {
  const [, before = '', after = ''] =
    /^((?:\uFDD0\d+\uFDD2)*)[\s\S]*?((?:\uFDD1\d+\uFDD2)*)$/.exec(code) ?? [];
  return before + text + after;
}
