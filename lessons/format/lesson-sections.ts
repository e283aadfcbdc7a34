import type { Token } from 'markdown-it';

/** A heading and what stands under it. */
export interface Section {
  readonly level: 1 | 2;
  /** The line of the heading, from 1. */
  readonly line: number;
  /** Plain text. */
  readonly title: string;
  readonly body: Token[];
}

/** Splits a text at its `#` and `##`; those in quotations and lists do not count. */
export function splitSections(tokens: readonly Token[]): { sections: Section[]; before: Token[] } {
  const sections: Section[] = [];
  const before: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === 'heading_open' && token.level === 0 && (token.tag === 'h1' || token.tag === 'h2')) {
      const inline = tokens[index + 1];
      const title = inline ? plainText([inline]) : '';
      sections.push({ level: token.tag === 'h1' ? 1 : 2, line: lineOf(token), title, body: [] });
      index += 2;
    } else {
      (sections.at(-1)?.body ?? before).push(token);
    }
  }
  return { sections, before };
}

/** The words of some Markdown, in one line. */
export function plainText(tokens: readonly Token[]): string {
  const words = tokens
    .filter((token) => token.type === 'inline')
    .map((token) =>
      (token.children ?? [])
        .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content))
        .join(''),
    );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** The line of a token, from 1. */
export function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}
