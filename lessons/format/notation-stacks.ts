import { NotationError } from './notation-error.ts';
import { readLine, type WrittenHead } from './notation-line.ts';

/** A block with what hangs in its mouths; a mouth without a name is its first. */
export interface WrittenBlock extends WrittenHead {
  readonly mouths: { readonly name: string | null; readonly line: number; readonly blocks: WrittenBlock[] }[];
}

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly number: number;
  /** A blank line stands in front of it. */
  readonly fresh: boolean;
}

/** How deep mouths may lie in each other. */
const deepest = 20;
/** How many blocks a text may have; real ones have a few dozen. */
const most = 500;

/**
 * Reads the stacks of a text, by lines and their depth.
 *
 * @throws NotationError
 */
export function readStacks(text: string): WrittenBlock[][] {
  const lines = linesOf(text);
  const stacks: WrittenBlock[][] = [];
  let at = 0;
  while (at < lines.length) {
    const stack: WrittenBlock[] = [];
    at = readStack(lines, at, 0, stack);
    stacks.push(stack);
  }
  return stacks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let fresh = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    const words = raw.trim();
    if (words === '') fresh = true;
    if (words === '' || words.startsWith('#')) continue;
    const indent = /^\s*/.exec(raw)?.[0] ?? '';
    if (/[^ ]/.test(indent) || indent.length % 2 !== 0) {
      throw new NotationError(
        number,
        'Rücken Sie mit zwei Leerzeichen je Stufe ein, ohne Tabulator.',
        'Indent by two spaces for each level, without tabs.',
      );
    }
    const depth = indent.length / 2;
    if (depth > deepest || lines.length >= most) {
      throw new NotationError(
        number,
        `Das sind zu viele Blöcke: höchstens ${most}, in höchstens ${deepest} Stufen.`,
        `These are too many blocks: ${most} at most, on ${deepest} levels at most.`,
      );
    }
    lines.push({ depth, text: words, number, fresh });
    fresh = false;
  }
  return lines;
}

/** Reads blocks of one depth into `stack`, and gives the index of the line behind them. */
function readStack(lines: readonly Line[], from: number, depth: number, stack: WrittenBlock[]): number {
  let at = from;
  for (;;) {
    const line = lines[at];
    if (!line || line.depth < depth) return at;
    const mouth = /^[A-Z][A-Z0-9_]*$/.test(line.text);
    if (line.depth > depth) throw tooDeep(line);
    if (mouth) {
      const block = stack.at(-1);
      if (!block) throw strayMouth(line);
      at = readMouth(lines, at + 1, line, block, line.text);
      continue;
    }
    // A new stack; deeper down a blank line is only there to be read more easily.
    if (depth === 0 && stack.length > 0 && line.fresh) return at;
    const block: WrittenBlock = { ...readLine(line.text, line.number), mouths: [] };
    stack.push(block);
    const next = lines[at + 1];
    at = next && next.depth > depth ? readMouth(lines, at + 1, line, block, null) : at + 1;
  }
}

function readMouth(
  lines: readonly Line[],
  from: number,
  line: Line,
  block: WrittenBlock,
  name: string | null,
): number {
  const blocks: WrittenBlock[] = [];
  block.mouths.push({ name, line: line.number, blocks });
  return readStack(lines, from, line.depth + 1, blocks);
}

function tooDeep(line: Line): NotationError {
  return new NotationError(
    line.number,
    'Diese Zeile ist zu weit eingerückt. Zwei Leerzeichen tiefer als der Block, in dem sie steckt, genügen.',
    'This line is indented too far. Two spaces deeper than the block that holds it will do.',
  );
}

function strayMouth(line: Line): NotationError {
  return new NotationError(
    line.number,
    `„${line.text}“ gehört zu keinem Block. Setzen Sie es unter einen Block, so weit eingerückt wie dieser.`,
    `“${line.text}” belongs to no block. Put it below a block, indented as far as that one.`,
  );
}
