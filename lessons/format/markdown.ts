import MarkdownItClass, { type MarkdownIt, type Token } from 'markdown-it';

/** The name of a picture in a lesson's folder, as Markdown names it. */
export const pictureName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.(?:png|jpe?g|webp)$/;

/** Where the server has the pictures of lessons. */
const picturesPath = '/api/lesson-pictures';

/** A picture that a text shows, with the line, from 1. */
export interface ShownPicture {
  readonly name: string;
  readonly line: number;
}

/** A picture that cannot be shown: it is not a file of the lesson's folder, or nothing says what is on it. */
export interface UnfitPicture {
  readonly reason: 'elsewhere' | 'no-words';
  readonly line: number;
}

/** What one parse gathers. */
interface Gathering {
  readonly shown: ShownPicture[];
  readonly unfit: UnfitPicture[];
  readonly firstLine: number;
}

/**
 * Markdown as lessons write it: CommonMark and tables without HTML, which is shown as text. Links keep to http, https
 * and mailto and open beside the lesson; pictures are files of the lesson's own folder.
 */
export class LessonMarkdown {
  /** The pictures of everything that was read so far. */
  readonly shown: ShownPicture[] = [];
  readonly unfit: UnfitPicture[] = [];
  readonly #markdown: MarkdownIt;

  constructor(lessonId: string) {
    this.#markdown = markdownOf(lessonId);
  }

  /** The tokens of a text that begins at this line of its file. */
  parse(text: string, firstLine = 1): Token[] {
    return this.#markdown.parse(text, this.#gathering(firstLine));
  }

  /** Safe HTML of tokens. */
  render(tokens: readonly Token[]): string {
    return this.#markdown.renderer.render([...tokens], this.#markdown.options, {}).trim();
  }

  /** Safe HTML of a text. */
  html(text: string, firstLine: number): string {
    return this.render(this.parse(text, firstLine));
  }

  /** Safe HTML of some words, without a paragraph around them. */
  inline(text: string, firstLine: number): string {
    return this.#markdown.renderInline(text, this.#gathering(firstLine)).trim();
  }

  #gathering(firstLine: number): { gathering: Gathering } {
    return { gathering: { shown: this.shown, unfit: this.unfit, firstLine } };
  }
}

function markdownOf(lessonId: string): MarkdownIt {
  const markdown = new MarkdownItClass({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => isSafeLink(url) || pictureName.test(url);
  markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
  markdown.core.ruler.push('lesson_pictures', ({ tokens, env }) => {
    const { gathering } = env as { gathering: Gathering };
    for (const token of tokens) {
      const line = gathering.firstLine + (token.map?.[0] ?? 0);
      for (const child of token.children ?? []) place(child, line, lessonId, gathering);
    }
  });
  return markdown;
}

function isSafeLink(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url.trim());
}

/** Gives a picture the address that the server has it at. */
function place(token: Token, line: number, lessonId: string, { shown, unfit }: Gathering): void {
  // What looks like a picture and stayed text has an address that Markdown or we refuse.
  if (token.type === 'text' && token.content.includes('![')) unfit.push({ reason: 'elsewhere', line });
  if (token.type === 'link_open' && !isSafeLink(String(token.attrGet('href') ?? ''))) {
    // A link to a picture of the folder, which is to be shown instead.
    unfit.push({ reason: 'elsewhere', line });
    token.attrs = [];
  }
  if (token.type !== 'image') return;
  const name = String(token.attrGet('src') ?? '');
  if (pictureName.test(name)) {
    shown.push({ name, line });
    token.attrSet('src', `${picturesPath}/${encodeURIComponent(lessonId)}/${name}`);
    if (token.content.trim() === '') unfit.push({ reason: 'no-words', line });
  } else {
    unfit.push({ reason: 'elsewhere', line });
    token.type = 'text';
    token.children = null;
  }
}
