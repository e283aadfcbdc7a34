import type { MarkdownIt, Token } from 'markdown-it';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LessonStep } from './lesson-view.ts';
import { lessonMarkdown } from './markdown.ts';

/** What `lesson.de.md` or `lesson.en.md` says. */
export interface LessonText {
  title: string;
  /** Plain text. */
  summary: string;
  steps: LessonStep[];
}

/** A heading and what stands under it. */
interface Section {
  level: 1 | 2;
  line: number;
  title: string;
  body: Token[];
}

/**
 * Reads a lesson's Markdown: `#` is the title and the text under it the summary; each `##` is a step, whose text is
 * the caption and whose fence `hint` is the hint.
 *
 * @throws LessonError with each thing to mend, by line.
 */
export function readLessonText(file: string, text: string): LessonText {
  const markdown = lessonMarkdown();
  const { sections, before } = split(markdown.parse(text, {}));
  const problems: LessonProblem[] = [];
  const refuse = (line: number, code: string, de: string, en: string) =>
    problems.push(lessonProblem({ file, line }, code, de, en));

  const [head, ...rest] = sections;
  if (head?.level !== 1 || before.length > 0 || head.title === '') {
    refuse(
      1,
      'lesson-title-missing',
      'Der Titel fehlt. Beginnen Sie die Datei mit „# Titel“.',
      'The title is missing. Begin the file with “# Title”.',
    );
  }
  for (const second of rest.filter((section) => section.level === 1)) {
    refuse(
      second.line,
      'lesson-title-twice',
      `„${second.title}“ ist ein zweiter Titel. Schritte beginnen mit „## “.`,
      `“${second.title}” is a second title. Steps begin with “## ”.`,
    );
  }
  const summary = head ? plainText(head.body) : '';
  if (head && summary === '') {
    refuse(
      head.line,
      'lesson-summary-missing',
      'Unter dem Titel fehlt die Zusammenfassung. Ein, zwei Sätze genügen.',
      'The summary under the title is missing. One or two sentences will do.',
    );
  }
  const steps = rest.filter((section) => section.level === 2);
  if (steps.length === 0) {
    refuse(
      head?.line ?? 1,
      'lesson-steps-missing',
      'Es fehlen die Schritte. Jeder beginnt mit „## Überschrift“.',
      'The steps are missing. Each begins with “## Heading”.',
    );
  }
  const read = steps.map((section) => readStep(markdown, section, refuse));
  if (problems.length > 0) throw new LessonError(problems);
  return { title: head?.title ?? '', summary, steps: read };
}

function split(tokens: readonly Token[]): { sections: Section[]; before: Token[] } {
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

function readStep(
  markdown: MarkdownIt,
  { title, line, body }: Section,
  refuse: (line: number, code: string, de: string, en: string) => void,
): LessonStep {
  const firstFence = body.findIndex((token) => token.type === 'fence');
  const caption = firstFence < 0 ? body : body.slice(0, firstFence);
  const fences = firstFence < 0 ? [] : body.slice(firstFence);
  if (caption.length === 0 || title === '') {
    refuse(
      line,
      'lesson-step-empty',
      'Dieser Schritt braucht eine Überschrift und einen Satz darunter.',
      'This step needs a heading and a sentence below it.',
    );
  }
  const stray = fences.find((token) => token.type !== 'fence');
  if (stray) {
    refuse(
      lineOf(stray),
      'lesson-text-after-fence',
      'Dieser Text steht hinter einem ```-Kasten. Setzen Sie ihn davor.',
      'This text stands behind a ``` fence. Move it in front.',
    );
  }
  const hints = fences.filter((token) => token.type === 'fence' && token.info.trim() === 'hint');
  for (const other of fences.filter((token) => token.type === 'fence' && token.info.trim() !== 'hint')) {
    refuse(
      lineOf(other),
      'lesson-fence-unknown',
      `Den Kasten „\`\`\`${other.info.trim()}“ gibt es nicht. Es gibt „\`\`\`hint“.`,
      `There is no fence “\`\`\`${other.info.trim()}”. There is “\`\`\`hint”.`,
    );
  }
  const second = hints[1];
  if (second) {
    refuse(
      lineOf(second),
      'lesson-hint-twice',
      'Ein Schritt hat höchstens einen Tipp. Fassen Sie beide zusammen.',
      'A step has one hint at most. Put the two together.',
    );
  }
  return {
    title,
    captionHtml: markdown.renderer.render(caption, markdown.options, {}).trim(),
    hintHtml: hints[0] ? markdown.render(hints[0].content).trim() : null,
  };
}

/** The words of some Markdown, in one line. */
function plainText(tokens: readonly Token[]): string {
  const words = tokens
    .filter((token) => token.type === 'inline')
    .map((token) =>
      (token.children ?? [])
        .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content))
        .join(''),
    );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}
