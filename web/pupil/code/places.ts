import type { CodeMark, CodeText } from '../../../lessons/blocks/code-text.ts';

/** Where a stretch of text lies, in lines and columns counted from 0. */
export interface Place {
  readonly line: number;
  /** How many lines it touches. */
  readonly lines: number;
  /** Its first column in its first line. */
  readonly from: number;
  /** The column behind its last one in its first line. */
  readonly to: number;
}

/** Finds blocks in a text, and the text of blocks. */
export class Places {
  private readonly text: string;
  /** Where each line begins. */
  private readonly starts: readonly number[];
  private readonly marks: readonly CodeMark[];
  private readonly byBlock = new Map<string, CodeMark[]>();

  constructor({ text, marks }: CodeText) {
    this.text = text;
    this.marks = marks;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
    for (const mark of marks) {
      const known = this.byBlock.get(mark.block);
      if (known) known.push(mark);
      else this.byBlock.set(mark.block, [mark]);
    }
  }

  /** The innermost block at a sign of the text, if any stands there. */
  blockAt(at: number): string | undefined {
    let found: CodeMark | undefined;
    for (const mark of this.marks) {
      if (mark.from > at || mark.to <= at) continue;
      // Of two that are alike, the first is the outer one, which is shown for both.
      if (!found || mark.to - mark.from < found.to - found.from) found = mark;
    }
    return found?.block;
  }

  /** The line in which a sign stands. */
  lineAt(at: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line's words begin, behind its indent. */
  wordsOf(line: number): number {
    const start = this.starts[line] ?? this.text.length;
    const rest = this.text.slice(start, this.endOf(line));
    return start + (rest.length - rest.trimStart().length);
  }

  /** Where the text of each block in a line begins, in order: what the arrow keys stop at. */
  stopsIn(line: number): number[] {
    const start = this.starts[line] ?? 0;
    const end = this.endOf(line);
    const stops = this.marks.map(({ from }) => from).filter((from) => from >= start && from < end);
    return [...new Set([this.wordsOf(line), ...stops])].sort((one, other) => one - other);
  }

  /** Where a block's text lies; several places if it is written more than once. */
  placesOf(block: string): Place[] {
    return (this.byBlock.get(block) ?? []).map(({ from, to }) => {
      const line = this.lineAt(from);
      const lines = this.lineAt(to - 1) - line + 1;
      const start = this.starts[line] ?? 0;
      return { line, lines, from: from - start, to: Math.min(to, this.endOf(line)) - start };
    });
  }

  private endOf(line: number): number {
    const next = this.starts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }
}
