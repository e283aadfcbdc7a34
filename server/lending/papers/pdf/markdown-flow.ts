import MarkdownItClass, { type Token } from 'markdown-it';
import type { PlaceValues } from '../place-names.ts';
import { inlineWords, plainWords, putLine, setLines } from './inline.ts';
import { putParagraph } from './paragraph.ts';
import { page, type Sheet } from './sheet.ts';
import { putTable, type Row, rule } from './table.ts';

const body = 9.8;
const headings: Readonly<Record<string, { size: number; before: number; colour: 'board' | 'ink' }>> = {
  h1: { size: 20, before: 0, colour: 'board' },
  h2: { size: 11.6, before: 11, colour: 'ink' },
  h3: { size: 10.4, before: 8, colour: 'ink' },
};

export interface FlowFacts {
  readonly values: PlaceValues;
  /** What a line of nothing but `{{name}}` becomes, by name. */
  readonly blocks: ReadonlyMap<string, FlowBlock>;
}

export interface FlowBlock {
  readonly put: () => void;
  /** So much of it must stand on one page with the paragraph before it, points: nobody signs an empty page. */
  readonly holds?: number;
}

/** Writes Markdown: headings, paragraphs, lists, tables, rules, bold and italic. HTML, links and pictures are text. */
export function putMarkdown(sheet: Sheet, markdown: string, { values, blocks }: FlowFacts): void {
  const tokens = new MarkdownItClass({ html: false, linkify: false })
    .disable(['image', 'code'])
    .parse(markdown, {});
  const lists: { ordered: boolean; number: number }[] = [];
  let marker: string | null = null;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const inline = tokens[index + 1];
    switch (token.type) {
      case 'heading_open':
        putHeading(sheet, inline, token.tag, { values, holds: blockAfter(tokens, index + 3, blocks)?.holds });
        break;
      case 'paragraph_open': {
        const special = blockOf(inline, blocks);
        const keep = blockAfter(tokens, index, blocks)?.holds ?? 0;
        if (special) {
          sheet.y += 4;
          special.put();
          sheet.y += 4;
        } else if (lists.length > 0) putItem(sheet, inline, { depth: lists.length, marker, values });
        else
          putParagraph(sheet, inlineWords(inline, { size: body }, values), { size: body, before: 5, keep });
        marker = null;
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists.push({
          ordered: token.type === 'ordered_list_open',
          number: Number(token.attrGet('start') ?? 1),
        });
        if (lists.length === 1) sheet.y += 3;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open': {
        const list = lists.at(-1);
        marker = list?.ordered ? `${list.number}.` : '•';
        if (list) list.number += 1;
        break;
      }
      case 'table_open':
        index = putMarkdownTable(sheet, tokens, index, values);
        break;
      case 'hr':
        sheet.y += 7;
        rule(sheet, 0.7);
        sheet.y += 5;
        break;
      case 'fence':
      case 'html_block':
        putParagraph(sheet, plainWords(token.content, { size: body }), { size: body, before: 5 });
        break;
      default:
    }
  }
}

/** What becomes of a line that is nothing but a block's place. */
function blockOf(inline: Token | undefined, blocks: FlowFacts['blocks']): FlowBlock | undefined {
  const name = /^\{\{\s*([^{}#/\s]+)\s*\}\}$/.exec(inline?.content.trim() ?? '')?.[1];
  return name === undefined ? undefined : blocks.get(name);
}

/** The block that comes right after the paragraph which opens at an index; undefined: something else does. */
function blockAfter(
  tokens: readonly Token[],
  index: number,
  blocks: FlowFacts['blocks'],
): FlowBlock | undefined {
  const follows = tokens[index]?.type === 'paragraph_open' && tokens[index + 3]?.type === 'paragraph_open';
  return follows ? blockOf(tokens[index + 4], blocks) : undefined;
}

function putHeading(
  sheet: Sheet,
  inline: Token | undefined,
  tag: string,
  { values, holds = 0 }: { readonly values: PlaceValues; readonly holds?: number | undefined },
): void {
  const level = tag in headings ? tag : 'h3';
  const { size, before, colour } = headings[level] ?? { size: body, before: 8, colour: 'ink' as const };
  putParagraph(sheet, inlineWords(inline, { size, weight: 'bold', colour }, values), {
    size,
    before,
    tag: level.toUpperCase(),
    // Its first lines, and what these must stand with.
    keep: 44 + holds,
  });
}

/** A list's item with its sign before it; further paragraphs of the item have none. */
function putItem(
  sheet: Sheet,
  inline: Token | undefined,
  { depth, marker, values }: { depth: number; marker: string | null; values: PlaceValues },
): void {
  const indent = depth * 16;
  sheet.y += 2;
  const words = inlineWords(inline, { size: body }, values);
  // The page must not change between the sign and its text.
  sheet.reserve(Math.min(3, setLines(sheet, words, page.right - page.left - indent).length) * body * 1.4);
  if (marker !== null) {
    const [line] = setLines(sheet, plainWords(marker, { size: body }), 40);
    if (line) {
      const x = page.left + indent - 5 - line.width;
      sheet.element('Lbl', () => sheet.content(() => putLine(sheet, line, x, body)));
    }
  }
  putParagraph(sheet, words, { size: body, indent, tag: 'LBody' });
}

/** @returns the index of the token that ends the table. */
function putMarkdownTable(
  sheet: Sheet,
  tokens: readonly Token[],
  first: number,
  values: PlaceValues,
): number {
  let last = first;
  while (last < tokens.length - 1 && tokens[last]?.type !== 'table_close') last += 1;
  const rows: { head: boolean; row: { cells: { words: ReturnType<typeof inlineWords> }[] } }[] = [];
  for (const [offset, token] of tokens.slice(first, last).entries()) {
    if (token.type === 'tr_open') rows.push({ head: false, row: { cells: [] } });
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const current = rows.at(-1);
    if (!current) continue;
    const head = token.type === 'th_open';
    current.head ||= head;
    const style = head ? ({ size: 8.4, weight: 'bold', colour: 'quiet' } as const) : { size: 9.4 };
    current.row.cells.push({ words: inlineWords(tokens[first + offset + 1], style, values) });
  }
  const head = rows.find((one) => one.head)?.row ?? null;
  const plain = rows.filter((one) => !one.head).map((one): Row => one.row);
  const columns = Math.max(1, ...rows.map(({ row }) => row.cells.length));
  sheet.y += 8;
  putTable(sheet, {
    size: 9.4,
    columns: Array.from({ length: columns }, () => ({ share: 1 })),
    head: head?.cells.some(({ words }) => words.length > 0) ? head : null,
    rows: plain.filter(({ cells }) => cells.some(({ words }) => words.length > 0)),
  });
  sheet.y += 4;
  return last;
}
