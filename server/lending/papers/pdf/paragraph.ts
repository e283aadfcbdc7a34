import { heightOf, putLine, setLines, type Words } from './inline.ts';
import { page, type Sheet } from './sheet.ts';

export interface ParagraphFacts {
  readonly size: number;
  /** Points from the left margin. */
  readonly indent?: number;
  /** Space above, points. */
  readonly before?: number;
  readonly tag?: string;
  /** What must still fit below it on the page, points. */
  readonly keep?: number;
}

/** Writes words in lines; a paragraph that goes over two pages leaves two lines at least on each. */
export function putParagraph(
  sheet: Sheet,
  words: Words,
  { size, indent = 0, before = 0, tag = 'P', keep = 0 }: ParagraphFacts,
): void {
  const x = page.left + indent;
  const lines = setLines(sheet, words, page.right - x);
  if (lines.length === 0) return;
  if (sheet.y > page.top) sheet.y += before;
  const line = heightOf(lines.slice(0, 1), size);
  const together = lines.length <= 3 ? lines.length : 2;
  sheet.reserve(together * line + keep);
  sheet.element(tag, () => {
    lines.forEach((one, index) => {
      const left = lines.length - index;
      sheet.reserve((left === 2 ? 2 : 1) * line);
      sheet.content(() => putLine(sheet, one, x, size));
      sheet.y += line;
    });
  });
}
