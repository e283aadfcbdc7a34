import { LessonError } from './lesson-problem.ts';
import { plainText, splitSections } from './lesson-sections.ts';
import { LessonMarkdown, type ShownPicture } from './markdown.ts';
import { type Fences, readStep, type StepText } from './step-text.ts';
import { problemsOf, refusePictures } from './text-problems.ts';

/** What `lesson.de.md` or `lesson.en.md` says. */
export interface LessonText {
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  readonly steps: readonly StepText[];
  readonly fences: Fences;
  readonly pictures: readonly ShownPicture[];
}

/**
 * Reads a lesson's Markdown: `#` is the title and the text under it the summary; each `##` is a step with its caption,
 * its fences and its hint.
 *
 * @param file as problems name it.
 * @param lessonId in whose folder the pictures are.
 * @throws LessonError with each thing to mend, by line.
 */
export function readLessonText(file: string, text: string, lessonId: string): LessonText {
  const markdown = new LessonMarkdown(lessonId);
  const { problems, refuse } = problemsOf(file);
  const { sections, before } = splitSections(markdown.parse(text));

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
  const fences: Fences = { goals: [], blocks: [] };
  const lines = text.split(/\r?\n/);
  const read = steps.map((section, index) =>
    readStep({ markdown, refuse, fences, lines }, section, index + 1),
  );
  refusePictures(markdown.unfit, refuse);
  if (problems.length > 0) throw new LessonError(problems);
  return { title: head?.title ?? '', summary, steps: read, fences, pictures: markdown.shown };
}
