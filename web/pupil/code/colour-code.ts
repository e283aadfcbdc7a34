import highlighter from 'highlight.js/lib/core';
import javascript from 'highlight.js/lib/languages/javascript';
import python from 'highlight.js/lib/languages/python';

highlighter.registerLanguage('javascript', javascript);
highlighter.registerLanguage('python', python);

/** A language that programs are shown in. */
export type CodeLanguage = 'javascript' | 'python';

/** A stretch of one line in one colour. */
export interface CodeToken {
  /** Where it begins in the whole text. */
  readonly at: number;
  readonly text: string;
  /** What it is, `keyword` or `string` among others; empty for what has no colour. */
  readonly kind: string;
}

/** Signs of a text beyond which it counts as long and has no colours: finding them would hold up the page. */
export const longest = 16_000;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const piece = /<span class="hljs-([a-z_-]*)[^"]*">|<span[^>]*>|<\/span>|&(amp|lt|gt|quot|#x27);|[^<&]+/g;

/** A text as lines of coloured stretches. */
export function colourCode(text: string, language: CodeLanguage): CodeToken[][] {
  const lines: CodeToken[][] = [[]];
  let at = 0;
  const add = (run: string, kind: string) => {
    run.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push([]);
        at += 1;
      }
      const line = lines.at(-1);
      const before = line?.at(-1);
      // An entity splits what belongs together.
      if (before?.kind === kind) line?.splice(-1, 1, { ...before, text: before.text + part });
      else if (part !== '') line?.push({ at, text: part, kind });
      at += part.length;
    });
  };
  const body = text.replace(/\n$/, '');
  if (body.length > longest) {
    add(body, '');
    return lines;
  }
  // What it gives is made of `<span class="hljs-…">`, `</span>`, and text in which five signs are written as entities.
  const { value } = highlighter.highlight(body, { language, ignoreIllegals: true });
  const kinds: string[] = [];
  for (const [found, kind, entity] of value.matchAll(piece)) {
    if (found.startsWith('<span')) kinds.push(kind ?? '');
    else if (found === '</span>') kinds.pop();
    else add(entity === undefined ? found : (entities[entity] ?? ''), kinds.at(-1) ?? '');
  }
  return lines;
}
